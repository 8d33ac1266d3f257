"""The many wordings in which news says that somebody left a post or took one. Invented people; published on 5 March 2025."""

from datetime import date

import pytest

from pipeline.models import Article
from tests.factories import told_once

WORDINGS = """
resignation | Marta Kovacs | happened | Prime Minister Marta Kovacs has announced her resignation.
resignation | Marta Kovacs | happened | Hungary's economy minister Marta Kovacs quits over budget row.
resignation | Marta Kovacs | happened | Economy minister Marta Kovacs has quit, saying she could no longer serve.
resignation | Tariq Aziz | happened | Tariq Aziz, who led the central bank for a decade, has stepped down.
resignation | Tariq Aziz | happened | The head of the central bank, Tariq Aziz, called it a day on Monday.
resignation | Wang Lei | happened | General Wang Lei bowed out as chief of staff last month.
resignation | Chidi Okafor | happened | Chidi Okafor stood down as governor in March.
resignation | Lena Fischer | happened | Lena Fischer ended her tenure as ombudsman last week.
resignation | Lena Fischer | happened | Lena Fischer handed over to her successor on Monday.
resignation | Lena Fischer | happened | Lena Fischer tendered her resignation on Tuesday.
resignation | Lena Fischer | happened | Lena Fischer's resignation was accepted by parliament on Tuesday.
resignation_attempt | Lena Fischer | happened | The president refused to accept Lena Fischer's resignation.
resignation | Lena Fischer | hypothetical | Opposition MPs are calling for Lena Fischer to resign.
resignation | Lena Fischer | hypothetical | There were calls for Lena Fischer's resignation.
resignation | Lena Fischer | hypothetical | Lena Fischer faces growing pressure to quit.
resignation | Lena Fischer | denied | Lena Fischer has rejected calls to resign.
resignation | Lena Fischer | denied | Lena Fischer insisted she would not resign.
resignation | Lena Fischer | denied | Lena Fischer has refused to step down.
resignation | Lena Fischer | planned | Lena Fischer is to step down as party leader in the autumn.
resignation | Lena Fischer | planned | Chancellor Lena Fischer announced she would not run again and would leave office in May.
resignation | Lena Fischer | happened | Lena Fischer retired as head of the court in 2015.
resignation | Lena Fischer | happened | Lena Fischer, the deputy head of mission, left the foreign ministry in protest.
resignation | Two ministers | happened | Two ministers resigned on Friday.
resignation | ministers | happened | Her government collapsed after ministers resigned en masse.
dismissal | Omar Haddad | happened | Omar Haddad was sacked on Friday.
dismissal | Omar Haddad | happened | Omar Haddad, the interior minister, was let go last week.
dismissal | Omar Haddad | happened | Omar Haddad was stripped of his post as vice president.
dismissal | Omar Haddad | happened | Omar Haddad lost his job as head of the spy agency in May.
dismissal | Omar Haddad | happened | Omar Haddad has been axed as coach.
dismissal | Omar Haddad | happened | Omar Haddad was purged from the party leadership in 2019.
dismissal | Omar Haddad | happened | Omar Haddad was voted out of office in November.
dismissal | Omar Haddad | happened | Omar Haddad was impeached and removed from office by parliament.
dismissal | Omar Haddad | happened | President Omar Haddad was toppled in a coup in 2021.
dismissal | Omar Haddad | happened | President Omar Haddad was overthrown by the military.
dismissal | Omar Haddad | happened | Omar Haddad was placed on administrative leave on Monday.
dismissal | Omar Haddad | happened | Omar Haddad has been suspended pending an inquiry.
dismissal | Omar Haddad | happened | Omar Haddad was forced out as chief executive.
dismissal | Omar Haddad | happened | Omar Haddad was forced out last year.
dismissal | Omar Haddad | happened | President Petrov sacks defence chief Omar Haddad.
dismissal | Omar Haddad | happened | President Ivan Petrov relieved Omar Haddad of his duties.
dismissal | Omar Haddad | happened | President Ivan Petrov stripped Omar Haddad of his post on Monday.
dismissal | Omar Haddad | happened | Ivan Petrov removed Omar Haddad from his position as commander.
dismissal | Omar Haddad | happened | Ivan Petrov got rid of his defence minister Omar Haddad last week.
dismissal | Omar Haddad | happened | Ivan Petrov has fired the country's top general, Omar Haddad.
dismissal | Omar Haddad | happened | The board voted to remove Omar Haddad as chairman on Monday.
dismissal | Omar Haddad | happened | MPs voted to impeach President Omar Haddad in December.
dismissal | Omar Haddad | happened | The military seized power from President Omar Haddad in 2021.
dismissal | Omar Haddad | happened | The military deposed the elected president, Omar Haddad, in 2021.
dismissal | Omar Haddad | happened | Omar Haddad lost power in 2011.
dismissal | Omar Haddad | happened | The coup that toppled Omar Haddad in 2011 shocked the region.
dismissal | dozens of staff | happened | The agency fired dozens of staff on Monday.
dismissal | Omar Haddad | hypothetical | The president threatened to fire Omar Haddad.
dismissal | Omar Haddad | hypothetical | Omar Haddad could be dismissed, officials said.
dismissal | Omar Haddad | planned | Omar Haddad will be replaced as army chief next week.
dismissal | Omar Haddad | denied | The Kremlin denied that Omar Haddad had been dismissed.
dismissal | Omar Haddad | happened | The firing of Omar Haddad came days after the vote.
dismissal | Omar Haddad | happened | Omar Haddad's dismissal came days after the vote.
dismissal | Omar Haddad | happened | The ousted leader Omar Haddad now lives in Paris.
dismissal | Omar Haddad | happened | Former president Omar Haddad, who was ousted in 2014, fled to Moscow.
departure | Omar Haddad | happened | Former president Omar Haddad, who was ousted in 2014, fled to Moscow.
departure | Omar Haddad | happened | Omar Haddad fled the country last August.
departure | Omar Haddad | happened | Omar Haddad left Russia for Latvia in 2022.
departure | Omar Haddad | happened | Omar Haddad went into exile in 2010.
departure | Omar Haddad | happened | Omar Haddad, a former adviser, sought asylum in Sweden in May.
departure | Omar Haddad | happened | Omar Haddad was granted asylum in Moscow.
departure | Omar Haddad | happened | The general, Omar Haddad, escaped to Dubai last year.
defection | Omar Haddad | happened | Colonel Omar Haddad switched sides in 2012.
defection | Omar Haddad | happened | Omar Haddad left the ruling party to join the opposition last week.
defection | Omar Haddad | happened | Omar Haddad defected to South Korea in 2016.
defection | Omar Haddad | happened | Senator Omar Haddad crossed the floor in May.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was appointed prime minister on Monday.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was named as the new head of the army on Monday.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was sworn in as president in January.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist took office in January.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was elected leader of the party in 2019.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist took over from Omar Haddad in May.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist succeeded Omar Haddad as minister in May.
appointment | Sofia Lindqvist | happened | Omar Haddad was replaced by Sofia Lindqvist in May.
appointment | Sofia Lindqvist | happened | Omar Haddad was succeeded by Sofia Lindqvist in May.
appointment | Sofia Lindqvist | planned | Sofia Lindqvist will take over as director in May.
appointment | Sofia Lindqvist | happened | President Ivan Petrov has nominated Sofia Lindqvist as defence minister.
appointment | Sofia Lindqvist | happened | President Ivan Petrov tapped Sofia Lindqvist to lead the agency last week.
appointment | Sofia Lindqvist | happened | President Ivan Petrov picked Sofia Lindqvist for defence secretary last week.
appointment | Sofia Lindqvist | happened | President Ivan Petrov chose Sofia Lindqvist as his deputy on Monday.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was promoted to general in May.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist has been confirmed by the Senate as health secretary.
appointment | Sofia Lindqvist | happened | The Senate confirmed Sofia Lindqvist as health secretary on Monday.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist, appointed in May as envoy, arrived.
appointment | Sofia Lindqvist | happened | Ivan Petrov, who appointed Sofia Lindqvist as prime minister last month, is ill.
appointment | Sofia Lindqvist | happened | Lawmakers elected Sofia Lindqvist as speaker on Monday.
appointment | Sofia Lindqvist | happened | The appointment of Sofia Lindqvist as envoy last week pleased many.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist was inaugurated on 20 January.
appointment | Sofia Lindqvist | happened | Sofia Lindqvist assumed office in 2019.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist was forced to resign in 2019.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist resigned on Monday as head of the fund after a row with the board.
resignation | Sofia Lindqvist | happened | "I have resigned," Sofia Lindqvist said on Monday.
resignation | Sofia Lindqvist | happened | In a letter, Sofia Lindqvist said she was resigning with immediate effect.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist said on Monday that she had resigned.
resignation | Sofia Lindqvist | happened | Following her resignation on Monday, Sofia Lindqvist flew home.
resignation | Sofia Lindqvist | happened | Having resigned in May, Sofia Lindqvist flew home.
resignation | Sofia Lindqvist | happened | The move prompted Sofia Lindqvist to resign.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist, a member of the board, is among those who have resigned.
resignation | Sofia Lindqvist | happened | She will replace Omar Haddad following the resignation of Sofia Lindqvist on Monday.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist vacated her seat in May.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist relinquished command on Monday.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist pulled out of the cabinet on Monday.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist gave up the leadership of the party in May.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist's departure as chief of staff was announced on Monday.
resignation | Sofia Lindqvist | planned | Sofia Lindqvist has announced that she will be leaving her role as editor.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist withdrew from public life in 2010.
resignation | Sofia Lindqvist | happened | Sofia Lindqvist, the chief prosecutor, walked away from her job.
resignation | Sofia Lindqvist | hypothetical | Sofia Lindqvist threatened to resign.
resignation | Sofia Lindqvist | hypothetical | Sofia Lindqvist is considering stepping down.
resignation | Sofia Lindqvist | hypothetical | Sofia Lindqvist must go, protesters chanted. They want Sofia Lindqvist to stand down.
resignation | Sofia Lindqvist | happened | German chancellor Sofia Lindqvist resigns.
dismissal | Sofia Lindqvist | happened | Ukraine's parliament dismisses defence minister Sofia Lindqvist.
dismissal | Sofia Lindqvist | happened | Sofia Lindqvist ousted as opposition leader.
dismissal | Sofia Lindqvist | happened | Top general Sofia Lindqvist fired by president.
dismissal | Sofia Lindqvist | happened | Sofia Lindqvist, who was dismissed by the king in 2019, sued.
dismissal | Sofia Lindqvist | happened | Sofia Lindqvist was arrested after being removed from power in 2019.
dismissal | Sofia Lindqvist | happened | A court disqualified Sofia Lindqvist from office in 2017.
dismissal | Sofia Lindqvist | happened | Sofia Lindqvist was shown the door in May.
resignation | Marko Ilic | happened | Finance minister Marko Ilic spoke. Ilic, whose party lost the vote, resigned on Monday.
resignation | Marko Ilic | planned | Marko Ilic, 57, a former general who served two terms, has announced he is stepping down.
resignation | Marko Ilic | happened | The announcement came hours after Marko Ilic quit as speaker.
dismissal | Marko Ilic | happened | It came after Marko Ilic, the finance minister, was sacked.
resignation | Ana Horvat | happened | Marko Ilic's deputy, Ana Horvat, also resigned.
resignation | Ana Horvat/Marko Ilic | happened | Among those who resigned were Ana Horvat and Marko Ilic.
dismissal | Ana Horvat | happened | Those fired include the ambassador to Rome, Ana Horvat.
resignation | Ana Horvat | happened | His predecessor, Ana Horvat, resigned in May.
resignation | Ana Horvat/Marko Ilic/Petra Novak | happened | Ana Horvat, Marko Ilic and Petra Novak have all resigned.
resignation | Ana Horvat | happened | Marko Ilic resigned, as did his deputy Ana Horvat.
resignation | Marko Ilic | happened | Marko Ilic told reporters he had handed in his resignation.
dismissal | Marko Ilic | happened | When he was sacked in 2019, Marko Ilic was ill.
resignation | Marko Ilic | happened | Marko Ilic is the third minister to resign this year.
resignation | Marko Ilic | happened | The resignation of the head of the army, Gen Marko Ilic, shocked Norland.
dismissal | Ana Horvat | happened | The country's top prosecutor, Ana Horvat, who had led the probe, was dismissed on Friday.
resignation | Marko Ilic | happened | Mr Marko Ilic - who became leader in 2019 - stepped down last week.
resignation | Marko Ilic | hypothetical | Protesters called on President Marko Ilic to resign.
resignation | Marko Ilic | hypothetical | The senator urged President Marko Ilic to step down.
resignation | Marko Ilic | hypothetical | Marko Ilic is ill. The senator told him to resign.
resignation | Ana Horvat | hypothetical | Ana Horvat is ill. The senator asked her to step down.
resignation | Marko Ilic | hypothetical | Protesters want President Marko Ilic to go and demand his resignation.
resignation | Marko Ilic | hypothetical | Marko Ilic is under pressure to resign as speaker.
resignation | Marko Ilic | hypothetical | Calls are growing for Marko Ilic to step down.
resignation | Marko Ilic | hypothetical | Marko Ilic's critics have called for his resignation.
resignation | Marko Ilic | hypothetical | Crowds gathered to demand the resignation of President Marko Ilic.
resignation | Marko Ilic | hypothetical | Crowds chanted for Marko Ilic's resignation.
dismissal | Marko Ilic | hypothetical | The opposition has called for Marko Ilic to be sacked.
dismissal | Marko Ilic | hypothetical | Lawmakers tried to impeach President Marko Ilic.
dismissal | Marko Ilic | alleged | He is accused of plotting to overthrow President Marko Ilic.
dismissal | dozens of workers | happened | The agency sacked dozens of workers on Monday.
dismissal | 400 people | happened | The company laid off 400 people last week.
dismissal | Hundreds of federal workers | happened | Hundreds of federal workers were laid off last week.
dismissal | Some 200 people | happened | Some 200 people lost their jobs last week.
dismissal | Dozens | happened | Dozens were fired last week.
dismissal | his entire cabinet | happened | Marko Ilic sacked his entire cabinet on Monday.
dismissal | The panel | happened | The panel was sacked in June.
dismissal | several generals | happened | Marko Ilic has removed several generals since Monday.
resignation | His deputy | happened | President Marko Ilic is ill. His deputy resigned on Monday.
resignation | The board | happened | The board resigned on Monday.
resignation | Three of her aides | happened | Three of her aides have quit, Ana Horvat said.
resignation | Several | happened | Several have already resigned in protest.
resignation | Britain's foreign secretary | happened | Britain's foreign secretary has resigned.
dismissal | The army chief | happened | The army chief was fired last week.
departure | Dozens of activists | happened | Dozens of activists have fled the country since May.
departure | Many journalists | happened | Many journalists have left the country since May.
departure | Marko Ilic | happened | Marko Ilic, a blogger, fled Norland in 2021 and now lives in Riga.
departure | Marko Ilic | happened | Marko Ilic now lives abroad after fleeing the country in 2021.
departure | Marko Ilic | denied | Marko Ilic denied fleeing the country.
defection | Some soldiers | happened | Some soldiers have defected to the rebels.
appointment | Ana Horvat | happened | The mayor, Ana Horvat, was handed the job last week.
appointment | Ana Horvat | happened | Ana Horvat has been picked to lead the army.
appointment | Ana Horvat | happened | Ana Horvat was elected as the party's new leader on Sunday.
appointment | Ana Horvat | happened | Ana Horvat became president last month.
appointment | Ana Horvat | happened | Ana Horvat won the leadership election on Sunday.
appointment | Ana Horvat | happened | Ana Horvat was made defence minister in May.
appointment | Ana Horvat | happened | Ana Horvat joined the cabinet in May.
appointment | Ana Horvat | happened | Ana Horvat was voted in as speaker on Monday.
appointment | Ana Horvat | planned | Ana Horvat will be sworn in as president next week.
appointment | Ana Horvat | planned | Ana Horvat is due to take over as head of the bank in May.
"""
NOTHING = """
The club sold striker Diego Lopez to Milan in May.
Diego Lopez left the stadium on Monday.
Diego Lopez dismissed the reports on Monday.
Shell left Russia in 2022.
The army fired rockets at Kharkiv and President Omar Haddad condemned it.
President Omar Haddad removed his hat.
Omar Haddad lost his wife in 2010.
Omar Haddad took over the conversation on Monday.
Omar Haddad succeeded in 2010 in persuading the king.
Omar Haddad replaced the old bridge in 2010.
Omar Haddad picked Sofia Lindqvist up from the station on Monday.
The striker Omar Haddad was dropped on Monday.
Omar Haddad was suspended for two matches on Monday.
Omar Haddad lost the match on Monday.
Omar Haddad called it a day on Monday after a long match.
Omar Haddad was released from prison on Monday.
The agency fired two missiles on Monday.
Hundreds of people were evacuated last week.
Two players were dismissed on Monday.
The company suspended 30 flights on Monday.
The court dismissed 20 cases on Monday.
The police removed hundreds of protesters from the square on Monday.
Many people have fled the city since May.
"""


def leaving(text: str) -> list[tuple[str, str, str]]:
    """(type, person or agent, modality) of every event of the leaving family."""
    found = told_once(Article("t", "t.txt", text, published=date(2025, 3, 5)))
    return [(m.type, "/".join(m.persons) or m.agent, m.modality) for m in found if m.category == "leaving"]


@pytest.mark.parametrize("line", WORDINGS.strip().splitlines())
def test_a_wording_is_understood(line: str) -> None:
    kind, who, modality, text = line.split(" | ")
    assert (kind, who, modality) in leaving(text)


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_no_leaving(text: str) -> None:
    assert leaving(text) == []
