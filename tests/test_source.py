"""Who says so: sentences, the words for the source, its class, and what status the event has by it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.events.extract import extract
from pipeline.lexicon.saying import saying
from pipeline.merge import merge
from pipeline.models import Mention
from tests.factories import an_article

# text | speaker | evidence class | status
SAID = """
Ana Ruiz resigned on Monday, Reuters reported. | Reuters | named_source | reported
Ana Ruiz resigned on Monday, TASS said. | TASS | named_source | reported
Ana Ruiz resigned on Monday, according to Bloomberg. | Bloomberg | named_source | reported
According to the Guardian, Ana Ruiz resigned on Monday. | the Guardian | named_source | reported
Ana Ruiz resigned on Monday (AFP). | AFP | named_source | reported
Ana Ruiz resigned on Monday, state media said. | state media | named_source | reported
Ana Ruiz resigned on Monday, the Interfax news agency reported. | the Interfax news agency | named_source | reported
As Bloomberg reported, Ana Ruiz resigned on Monday. | Bloomberg | named_source | reported
OSLO (Reuters) - Ana Ruiz resigned on Monday. | | reporter | reported
Ana Ruiz resigned on Monday, the foreign ministry said. | the foreign ministry | official | confirmed
The interior ministry said on Tuesday that Ana Ruiz had resigned. | The interior ministry | official | confirmed
A spokesman for the ministry said Ana Ruiz had resigned. | A spokesman for the ministry | official | confirmed
Ana Ruiz resigned on Monday, a ministry spokeswoman said. | a ministry spokeswoman | official | confirmed
Ana Ruiz resigned on Monday, the president's press service said. | the president's press service | official | confirmed
Ana Ruiz resigned on Monday, said Lea Holm, the ministry's spokeswoman. | Lea Holm, the ministry's spokeswoman | official | confirmed
Kremlin spokesman Kenji Ito confirmed on Wednesday that Ana Ruiz had resigned. | Kremlin spokesman Kenji Ito | official | confirmed
Foreign Minister Kenji Ito said Ana Ruiz had resigned. | Foreign Minister Kenji Ito | official | confirmed
Foreign Minister Kenji Ito was in Oslo. Ana Ruiz resigned on Monday, Ito said. | Ito | official | confirmed
President Kenji Ito was in Oslo. Ana Ruiz resigned on Monday, Ito's spokesman Lars Berg said. | Ito's spokesman Lars Berg | official | confirmed
Ana Ruiz resigned on Monday, prosecutors said. | prosecutors | official | confirmed
The resignation of Ana Ruiz was announced by the government. | the government | official | confirmed
Ana Ruiz resigned on Monday, a spokesman said. | a spokesman | unnamed_source | alleged
Ana Ruiz resigned on Monday, a company spokesman said. | a company spokesman | unnamed_source | alleged
Ana Ruiz resigned on Monday, former minister Kenji Ito said. | former minister Kenji Ito | named_source | reported
Ana Ruiz resigned on Monday, opposition leader Kenji Ito said. | opposition leader Kenji Ito | named_source | reported
Ana Ruiz said on Monday that she had resigned. | Ana Ruiz | own_statement | confirmed
Ana Ruiz left the ministry in May. "I have resigned," she said. | Ana Ruiz | own_statement | confirmed
"I have resigned," Ana Ruiz wrote on Telegram. | Ana Ruiz | own_statement | confirmed
"I have resigned," said Ana Ruiz. | Ana Ruiz | own_statement | confirmed
Ana Ruiz announced her resignation on Monday. | Ana Ruiz | own_statement | confirmed
Ana Ruiz resigned on Monday, she told Reuters. | Ana Ruiz | own_statement | confirmed
Ana Ruiz was quoted as saying that she had resigned. | Ana Ruiz | own_statement | confirmed
Ana Ruiz was quoted by TASS as saying that she had resigned. | Ana Ruiz | own_statement | confirmed
Ana Ruiz resigned on Monday, a source close to the palace said. | a source close to the palace | unnamed_source | alleged
Ana Ruiz resigned on Monday, two people familiar with the matter said. | two people familiar with the matter | unnamed_source | alleged
Ana Ruiz resigned on Monday, a clerk said. | a clerk | unnamed_source | alleged
Ana Ruiz resigned on Monday, a neighbour said. | a neighbour | unnamed_source | alleged
Ana Ruiz resigned on Monday, an aide said. | an aide | unnamed_source | alleged
Ana Ruiz resigned on Monday, insiders say. | insiders | unnamed_source | alleged
Ana Ruiz resigned on Monday, a minister said. | a minister | unnamed_source | alleged
Ana Ruiz resigned on Monday, officials said. | officials | unnamed_source | alleged
Ana Ruiz resigned on Monday, her lawyer said. | her lawyer | unnamed_source | alleged
Ana Ruiz resigned on Monday, the envoy's wife said. | the envoy's wife | unnamed_source | alleged
Ana Ruiz resigned on Monday, her brother Kenji Ito said. | her brother Kenji Ito | named_source | reported
Ana Ruiz resigned on Monday, said Kenji Ito, a lawyer. | Kenji Ito, a lawyer | named_source | reported
Ana Ruiz resigned on Monday, analyst Kenji Ito said. | analyst Kenji Ito | named_source | reported
Ana Ruiz resigned on Monday. | | reporter | reported
Ana Ruiz resigned on Monday over the administration's support for the war in Gaza, it is said. | | reporter | reported
Ana Ruiz resigned on Monday, citing the administration's support for the war. | | reporter | reported
Ana Ruiz resigned on Monday, citing health reasons. | | reporter | reported
Ana Ruiz resigned on Monday, according to plan. | | reporter | reported
Ana Ruiz resigned on Monday, Reuters reported, citing two officials. | two officials | unnamed_source | alleged
Ana Ruiz resigned on Monday, Kenji Ito said, citing two officials. | two officials | unnamed_source | alleged
Reuters quoted a source as saying that Ana Ruiz had resigned. | a source | unnamed_source | alleged
Ana Ruiz is said to have resigned on Monday. | | reporter | alleged
Ana Ruiz resigned on Monday: source | source | unnamed_source | alleged
Ana Ruiz resigned on Monday - state media | state media | named_source | reported
Ana Ruiz resigned on Monday, TASS and Reuters said. | TASS and Reuters | named_source | reported
On Monday Ana Ruiz resigned, and on Tuesday the ministry said that talks would go on. | | reporter | reported
Ana Ruiz resigned on Monday, Ruiz's office said. | Ruiz's office | named_source | reported
Ana Ruiz resigned on Monday, a friend of the minister said. | a friend of the minister | unnamed_source | alleged
Kremlin: Ana Ruiz has resigned | Kremlin | official | confirmed
Ana Ruiz resigned on Monday and has yet to say why. | | reporter | reported
Ana Ruiz, who resigned on Monday, said the war was wrong. | | reporter | reported
After Ana Ruiz resigned on Monday, the ministry said the talks would go on. | | reporter | reported
The minister praised Kenji Ito after Ana Ruiz resigned on Monday. | | reporter | reported
Kenji Ito, who left the ministry when Ana Ruiz resigned on Monday, told the BBC that he was tired. | | reporter | reported
"Ana Ruiz has resigned," Kenji Ito told the BBC. | Kenji Ito | named_source | reported
Kenji Ito, her friend, said Ana Ruiz had resigned on Monday. | Kenji Ito, her friend | named_source | reported
Ana Ruiz resigned on Monday, a ministry statement said. | a ministry statement | official | confirmed
Ana Ruiz resigned on Monday, according to a statement. | a statement | unnamed_source | alleged
Ana Ruiz resigned on Monday, a source told Reuters, and added that she was ill. | a source | unnamed_source | alleged
Ana Ruiz resigned on Monday, several residents and a teacher said. | several residents and a teacher | unnamed_source | alleged
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in SAID.strip().splitlines()]


def told(text: str) -> list[Mention]:
    article = an_article("a1", text=text, published="2024-05-08")
    return [m for m in extract(article) if m.type == "resignation"]


@pytest.mark.parametrize(("text", "speaker", "kind", "status"), ROWS, ids=[row[0] for row in ROWS])
def test_who_says_so(text: str, speaker: str, kind: str, status: str) -> None:
    article = an_article("a1", text=text, published="2024-05-08")
    found = told(text)[0]
    events = [e for e in merge([found], [article]).events if e.type == "resignation"]
    assert (found.speaker, found.evidence_class, events[0].status) == (speaker, kind, status)


# text | speakers of its confirmations | rules
CONFIRMED = [
    ("Ana Ruiz left her post on Monday, a source familiar with the matter told Reuters.", []),
    ("Ana Ruiz left her post on Monday, a clerk said.", []),
    ("Ana Ruiz resigned on Monday and has yet to say why.", []),
    ("Ana Ruiz resigned on Monday in a letter to the president.", ["Ana Ruiz"]),
    ("Ana Ruiz resigned on Monday in a post on X.", ["Ana Ruiz"]),
    ("Ana Ruiz resigned on Monday and told of the war in her resignation letter.", ["Ana Ruiz"]),
    ("In a long letter announcing her resignation on Monday, Ana Ruiz accused Kenji Ito of lying.", ["Ana Ruiz"]),
    ("In his statement on Monday, Kenji Ito spoke of the day when Ana Ruiz resigned.", []),
    ("President Kenji Ito accepted the resignation of Ana Ruiz on Monday in a letter.", []),
    ("The ministry said in a statement that Ana Ruiz had resigned on Monday.", []),
    ("Ana Ruiz resigned on Monday. She confirmed the decision in a letter.", ["Ana Ruiz"]),
    ("Ana Ruiz resigned on Monday. The foreign ministry confirmed the resignation.", ["The foreign ministry"]),
    ("Ana Ruiz resigned on Monday. A neighbour confirmed the news.", []),
    ("Ana Ruiz resigned on Monday. Kenji Ito quit on Tuesday. The ministry confirmed the news.", []),
    ("The foreign ministry confirmed on Monday that Ana Ruiz had resigned.", ["The foreign ministry"]),
]


@pytest.mark.parametrize(("text", "speakers"), CONFIRMED, ids=[text for text, _ in CONFIRMED])
def test_who_confirms(text: str, speakers: list[str]) -> None:
    assert [c.speaker for m in told(text) for c in m.claims if c.field == "confirmation"] == speakers


DENIED = [
    ("Ana Ruiz resigned on Monday, a source said. The ministry denied that she had resigned.", "The ministry", "official"),
    ("Ana Ruiz resigned on Monday, a source said. A spokesman for the ministry denied that she had resigned.",
     "A spokesman for the ministry", "official"),
    ("Ana Ruiz resigned on Monday, a source said. Her brother denied that she had resigned.", "Her brother", "unnamed_source"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "kind"), DENIED, ids=[speaker for _, speaker, _ in DENIED])
def test_who_denies(text: str, speaker: str, kind: str) -> None:
    denials = [c for m in told(text) for c in m.claims if c.field == "denial"]
    assert [(c.speaker, c.evidence_class) for c in denials] == [(speaker, kind)]


def test_a_paraphrase_of_the_reason_is_the_reporters() -> None:
    found = told("Ana Ruiz resigned on Monday. The war was her reason for leaving the ministry.")[0]
    assert [(c.value, c.evidence_class) for c in found.claims if c.field == "motive"] == [
        ("The war was her reason for leaving the ministry", "reporter")
    ]


def test_a_reason_goes_on_through_quoted_words() -> None:
    found = told('Ana Ruiz resigned on Monday in protest at her country\'s "needless" war on its neighbour.')[0]
    assert found.motive == 'in protest at her country\'s "needless" war on its neighbour'


@pytest.mark.parametrize(("text", "speaker", "kind", "status"), ROWS, ids=[row[0] for row in ROWS])
def test_a_source_is_in_the_text(text: str, speaker: str, kind: str, status: str) -> None:
    assert told(text)[0].speaker in text


def test_one_list_makes_a_verb_one_of_saying() -> None:
    code = (
        "from pathlib import Path; import tempfile; from pipeline.lexicon import saying as s\n"
        "more = Path(tempfile.mkdtemp()) / 'saying.toml'\n"
        "more.write_text(s.FILE.read_text().replace('verbs = [', 'verbs = [\"quip quips quipped quipping\",'))\n"
        "s.FILE = more\n"
        "from tests.test_source import told\n"
        "print(told('Ana Ruiz resigned on Monday, a ministry spokesman quipped.')[0].speaker)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.strip() == "a ministry spokesman"
    assert told("Ana Ruiz resigned on Monday, a ministry spokesman quipped.")[0].speaker == ""


ROOT = Path(__file__).parent.parent
ALTERNATION = re.compile(r"\w+(?:\|\w+){2,}")


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline/events").rglob("*.py")), ids=lambda p: p.name)
def test_no_pattern_lists_the_verbs_again(path: Path) -> None:
    verbs = set(saying()["saying"])
    lists = (set(match.group().split("|")) for match in ALTERNATION.finditer(path.read_text()))
    assert [sorted(words & verbs) for words in lists if len(words & verbs) > 2] == []
