"""News of who comes next and of who stays after all. Invented people; published on 5 March 2025."""

from datetime import date

import pytest

from pipeline.models import Article, Mention
from tests.factories import told_once

WORDINGS = """
appointment | Ana Ruiz | happened | On Monday parliament elected Ana Ruiz as its speaker.
appointment | Ana Ruiz | happened | Parliament approved Ana Ruiz as prime minister on Tuesday.
appointment | Ana Ruiz | happened | Ana Ruiz stepped into the role of acting mayor on Monday.
appointment | Ana Ruiz | planned | Ana Ruiz will serve as acting head of the agency, the ministry said on Monday.
appointment | Ana Ruiz | planned | The ministry said on Monday that Ana Ruiz would act as interim director.
appointment | Ana Ruiz | happened | Ana Ruiz, deputy director, has been put in charge of the agency since Monday.
appointment | Kenji Ito | happened | Kenji Ito was put in charge of the ministry on Friday.
appointment | Ana Ruiz | happened | The premier handed the finance ministry to Ana Ruiz on Monday.
appointment | Kenji Ito | happened | The premier gave the defence portfolio to Kenji Ito on Monday.
appointment | Kenji Ito | happened | The defence portfolio went to Kenji Ito on Monday.
appointment | Kenji Ito | happened | Kenji Ito gets the defence portfolio in the reshuffle on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz, the former mayor, returns as interior minister, the palace said on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz was brought back as finance minister on Monday.
appointment | Kenji Ito | happened | Kenji Ito was unveiled as the new head of the bank on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz was announced as the new governor on Monday.
appointment | Ana Ruiz | happened | The board on Monday picked Ana Ruiz as chief executive.
appointment | Ana Ruiz | planned | Ana Ruiz begins her term as governor on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz started as police chief on Monday.
appointment | Ana Ruiz | happened | The senate on Monday voted to confirm Ana Ruiz as secretary of state.
appointment | Kenji Ito | happened | The president nominated Kenji Ito for the post of prosecutor general on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz was awarded the trade portfolio on Monday.
appointment | Kenji Ito | happened | The president on Monday designated General Kenji Ito as his successor.
appointment | Ana Ruiz | happened | Promoted in the reshuffle on Monday was Ana Ruiz.
appointment | Ana Ruiz | happened | Ana Ruiz was elevated to the rank of minister on Monday.
appointment | Ana Ruiz | planned | Ana Ruiz will fill the post on an interim basis, the council said on Monday.
appointment | Ana Ruiz | happened | Ana Ruiz has accepted the post of finance minister, she said on Monday.
dismissal | Kenji Ito | happened | Kenji Ito got the sack on Monday.
dismissal | Kenji Ito | happened | Kenji Ito was stood down as police chief on Monday.
dismissal | Kenji Ito | happened | Kenji Ito was ejected from the cabinet on Monday.
dismissal | Kenji Ito | happened | The party expelled Kenji Ito on Monday.
dismissal | Kenji Ito | happened | Kenji Ito was barred from office on Monday.
dismissal | Kenji Ito | hypothetical | The party wants Minister Kenji Ito sacked.
resignation | Kenji Ito | happened | Kenji Ito took early retirement on Monday.
resignation_attempt | Kenji Ito | happened | The king refused to accept the resignation of Prime Minister Kenji Ito.
resignation_attempt | Kenji Ito | happened | Kenji Ito's offer to resign was turned down on Monday.
resignation_attempt | Kenji Ito | happened | Kenji Ito's offer of resignation was declined on Monday.
resignation | Kenji Ito | denied | Kenji Ito withdrew his resignation on Monday.
resignation | Kenji Ito | denied | Kenji Ito reversed his decision to resign on Monday.
defection | Kenji Ito | happened | Lawmaker Kenji Ito crossed over to the opposition on Monday.
defection | Kenji Ito | happened | General Kenji Ito joined the rebels on Monday.
defection | Kenji Ito | happened | General Kenji Ito broke with the regime on Monday.
defection | Kenji Ito | happened | Lawmaker Kenji Ito jumped ship to the ruling party on Monday.
defection | Kenji Ito | happened | Lawmaker Kenji Ito switched parties on Monday.
departure | Kenji Ito | happened | President Kenji Ito fled on Monday.
departure | Kenji Ito | happened | President Kenji Ito fled the capital on Monday.
departure | Kenji Ito | happened | Former minister Kenji Ito was granted asylum by Peru on Monday.
departure | Kenji Ito | happened | Former minister Kenji Ito was granted political asylum on Monday.
departure | Kenji Ito | happened | President Kenji Ito was flown out of the country on Monday.
"""

NO_LEAVING = """
Kenji Ito took charge of the match on Sunday.
Kenji Ito moved to Barcelona on Monday to become a striker.
Winger Kenji Ito joined Arsenal on Monday as the new captain.
Kenji Ito moved from Tokyo to head a cafe on Monday.
The report named Kenji Ito as the leader of the gang on Monday.
Kenji Ito took the lead in the race on Monday.
Kenji Ito took over the family shop on Monday.
Kenji Ito took on the role of Hamlet on Monday.
Kenji Ito plays the president in the new film, which was shown on Monday.
Kenji Ito was elected to the hall of fame on Monday.
Kenji Ito was named man of the match on Monday.
Kenji Ito gave the health minister a letter on Monday.
Kenji Ito took health advice on Monday.
Kenji Ito moved to transport the goods on Monday.
The company moved to security on Monday.
Kenji Ito handed the post to his neighbour on Monday.
The contract went to Kenji Ito on Monday.
Kenji Ito's role in the affair went to the heart of the case on Monday.
The government fell silent on Monday.
The coalition fell out on Monday over the budget.
Kenji Ito left the White House on Monday after talks with the president.
Kenji Ito left Downing Street in a car on Monday.
Kenji Ito was seen leaving the Pentagon on Monday.
Kenji Ito withdrew his offer on Monday.
Kenji Ito vowed to stay in the fight on Monday.
Kenji Ito decided to remain in hospital on Monday.
Kenji Ito was released from custody on Monday.
Kenji Ito was dropped from the squad on Monday.
The court dropped the case against Kenji Ito on Monday.
The driver was let go on Monday.
Kenji Ito lost the election on Monday.
Kenji Ito lost his father on Monday.
The firm cut ties with Norland on Monday.
Norland cut ties with Kenji Ito's Sudland on Monday.
Kenji Ito came out as gay on Monday.
Kenji Ito was out as the sun rose on Monday.
Kenji Ito fled in his car on Monday.
Kenji Ito, a student, joined the opposition rally on Monday.
Kenji Ito must go to court on Monday.
The teacher urged Kenji Ito to go home on Monday.
Kenji Ito was told to go to hospital on Monday.
Kenji Ito accepted the job of cleaning the hall on Monday.
Kenji Ito will fill the post box on Monday.
Kenji Ito began as a clerk in 1990.
Kenji Ito was brought back as a prisoner on Monday.
Kenji Ito was declared winner on Monday.
Kenji Ito was presented as evidence on Monday.
The king administered the oath to the witnesses on Monday.
Kenji Ito took his place at the table on Monday.
The ceremony took the place of the vote on Monday.
Kenji Ito announced the appointment of a doctor on Monday.
Kenji Ito missed his appointment on Monday.
The soldiers took their oath on Monday.
The party suspended the campaign of Kenji Ito on Monday.
The party suspended its talks with Kenji Ito on Monday.
Kenji Ito got the axe out of the shed on Monday.
The ministry will be led by its own rules, Kenji Ito said.
Kenji Ito said the department had been run by volunteers on Monday.
Kenji Ito dissolved the sugar on Monday.
The king dissolved parliament on Monday.
Kenji Ito resigned himself to his fate on Monday.
Kenji Ito sent his papers to the museum on Monday.
Kenji Ito put in for a loan on Monday.
Kenji Ito presented his papers to the guard on Monday.
Kenji Ito filed his papers on Monday.
Kenji Ito announced the departure of the train on Monday.
The choice of Kenji Ito as a partner for the dance was good on Monday.
Kenji Ito was promoted to the first division on Monday.
Norland was promoted to the top league on Monday under coach Kenji Ito.
Kenji Ito was reassigned seats on Monday.
Kenji Ito took power from the grid on Monday.
The mayor showed Kenji Ito the exit of the tunnel on Monday.
Actress Ana Ruiz will take over the role of the queen on Monday.
The bank named Ana Ruiz a suspect on Monday.
The club's new captain is Ana Ruiz.
Ana Ruiz swore in court on Monday.
Ana Ruiz wants the chairs removed.
Ana Ruiz wants out of the deal.
Kenji Ito is expected to name a new album on Monday.
Kenji Ito will choose a new car on Monday.
The show will name a new winner on Monday.
"""

ARTICLES = [
    (
        "The successor is named without a day.",
        "The king sacked army chief Kenji Ito on Monday. Ana Ruiz was named army chief.",
        [("dismissal", "Kenji Ito", "2025-03-03"), ("appointment", "Ana Ruiz", "2025-03-03")],
    ),
    (
        "What the text tells as past is no news.",
        "The king sacked army chief Kenji Ito on Monday. Ana Ruiz, who was once named army chief, was pleased.",
        [("dismissal", "Kenji Ito", "2025-03-03")],
    ),
    (
        "Whom the verb takes stands in the sentence before.",
        "Kenji Ito was a minister. Parliament voted on Monday to remove him.",
        [("dismissal", "Kenji Ito", "2025-03-03")],
    ),
    (
        "Who speaks is not meant by him.",
        "Kenji Ito spoke in Rome. Lawmaker Ivan Petrov said that parliament had sacked him on Monday.",
        [("dismissal", "Kenji Ito", "2025-03-03")],
    ),
    (
        "A letter that was taken back was an attempt.",
        "Minister Kenji Ito tendered his resignation on Sunday. Kenji Ito withdrew his resignation on Monday.",
        [("resignation_attempt", "Kenji Ito", "2025-03-02"), ("resignation", "Kenji Ito", "2025-03-03")],
    ),
]


def leaving(text: str) -> tuple[Mention, ...]:
    article = Article("t", "t.txt", text, published=date(2025, 3, 5))
    return tuple(m for m in told_once(article) if m.category == "leaving")


@pytest.mark.parametrize("line", WORDINGS.strip().splitlines())
def test_a_wording_is_understood(line: str) -> None:
    kind, person, modality, text = line.split(" | ")
    assert (kind, person, modality) in [(m.type, " and ".join(m.persons), m.modality) for m in leaving(text)]


@pytest.mark.parametrize("text", NO_LEAVING.strip().splitlines())
def test_no_leaving(text: str) -> None:
    assert leaving(text) == ()


@pytest.mark.parametrize(("name", "text", "expected"), ARTICLES, ids=[name for name, _, _ in ARTICLES])
def test_the_next_and_the_staying(name: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(m.type, m.persons[0], str(m.date.start)) for m in leaving(text)] == expected
