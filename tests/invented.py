"""Small tables about an invented war in invented countries: nothing here is about anybody who lives."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import cycle
from pathlib import Path

from pipeline.models import Event, EventDate, Evidence, Person
from pipeline.tables.files import write_tables

MANIFEST = "article_id,file,title,publisher,origin,url,published,published_basis,language,note"
GAZETTE = """The Strelsau Gazette has learned that Mira Kovač resigned as deputy foreign minister of Ruritania on Sunday.
“I will not sign for this war,” she wrote. She had been appointed in 2029.
Tomas Berg, head of the customs office, was dismissed last week, the government said.
Ruritania invaded Graustark on 20 April 2031. Officials may no longer resign, the palace ordered.
A spokesman denied that any such order exists.
"""
COURIER = """Deputy foreign minister Mira Kovač left her post on 5 May in protest at the invasion, the Courier reports.
She crossed the border between 6 and 12 May. Two mayors tried to quit and were stopped, a source said.
A summit in Edelweiss is planned for June.
"""
TEXTS = {"gazette": GAZETTE, "courier": COURIER}
ROWS = (
    "gazette,gazette.txt,A minister quits,The Strelsau Gazette,Gazette,https://gazette.example/1,2031-05-08,stated,en,",
    "courier,courier.txt,She has left,Courier,Courier,https://courier.example/2,2031-05-15,inferred,en,Day from the text.",
)


@dataclass
class World:
    """What is to be written: tests change a copy of it and write it somewhere."""

    texts: dict[str, str] = field(default_factory=lambda: dict(TEXTS))
    rows: list[str] = field(default_factory=lambda: list(ROWS))
    events: list[Event] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    def write(self, directory: Path) -> Path:
        """The tables and the articles that they were built from."""
        articles = directory / "articles"
        articles.mkdir(parents=True, exist_ok=True)
        for article_id, text in self.texts.items():
            (articles / f"{article_id}.txt").write_text(text, "utf-8")
        (directory / "articles.csv").write_text("\n".join([MANIFEST, *self.rows, ""]), "utf-8")
        write_tables(directory, self.events, self.evidence, self.people, self.texts)
        return directory

    def claim(self, event_id: str, article_id: str, name: str, value: str, quote: str, **more: str) -> Evidence:
        """A row of evidence for a passage of an article, found by its words."""
        start = self.texts[article_id].index(quote)
        told = {"modality": "happened", "speaker": "", "evidence_class": "reporter", **more}
        return Evidence(event_id, article_id, name, value, quote, start, start + len(quote), **told)


def on(day: date, basis: str = "stated", text: str = "") -> EventDate:
    """A day; with basis "reported" it is only known to be that day or earlier."""
    start = None if basis == "reported" else day
    return EventDate(start, day, "day", basis, text)


def event(event_id: str, kind: str, headline: str, when: EventDate, **more: object) -> Event:
    """An event told by both articles unless said otherwise."""
    category, name = kind.split("/")
    told = {"status": "reported", "articles": ("gazette",), "origins": ("Gazette",), "first_reported": date(2031, 5, 8)}
    return Event(event_id, category, name, headline, date=when, **{**told, **more})


def world() -> World:
    """Ten events: every kind of date, status and agent that a page has to show."""
    made = World()
    mira = {"persons": ("Mira Kovač",), "person_ids": ("mira-kovac",), "role": "deputy foreign minister"}
    both = {"articles": ("courier", "gazette"), "origins": ("Courier", "Gazette")}
    week = EventDate(date(2031, 4, 28), date(2031, 5, 4), "week", "relative", "last week")
    flight = EventDate(date(2031, 5, 6), date(2031, 5, 12), "range", "stated", "between 6 and 12 May")
    june = EventDate(date(2031, 6, 1), date(2031, 6, 30), "month", "stated", "June")
    year = EventDate(date(2029, 1, 1), date(2029, 12, 31), "year", "stated", "in 2029")
    berg = {"persons": ("Tomas Berg",), "person_ids": ("tomas-berg",), "role": "head", "organisation": "customs office"}
    place = {"place": "Graustark", "country": "Graustark"}
    made.events = [
        event("kovac-appointed", "leaving/appointment", "Mira Kovač appointed deputy foreign minister", year, background=True, **mira),
        event("invasion", "military/invasion", "Ruritania invades Graustark", on(date(2031, 4, 20)), **place),
        event("berg-dismissed", "leaving/dismissal", "Tomas Berg dismissed as head of the customs office", week, **berg),
        event("kovac-resigns", "leaving/resignation", "Mira Kovač resigns as deputy foreign minister", on(date(2031, 5, 4)),
              **{**mira, **both, "status": "confirmed", "motive": "the war", "motive_class": "own_statement"}),
        event("kovac-leaves", "leaving/departure", "Mira Kovač leaves Ruritania", flight, **mira),
        event("ban", "pressure/ban", "Palace forbids officials to resign", on(date(2031, 5, 8), "reported"), status="disputed"),
        event("denial", "pressure/denial", "Spokesman denies the ban", on(date(2031, 5, 8), "reported"), status="denied"),
        event("summit", "diplomacy/summit", "Summit in Edelweiss", june, status="planned", place="Edelweiss"),
        event("mayors", "leaving/resignation_attempt", "Two mayors tried to quit and were stopped", EventDate(), status="alleged"),
        event("ruling", "justice/ruling", "Court hears a case of desertion", EventDate(), **place),
    ]  # fmt: skip
    made.evidence = _evidence(made)
    made.people = [
        Person("mira-kovac", "Mira Kovač", ("M. Kovac",), "deputy foreign minister", "", "Ruritania",
               ("kovac-appointed", "kovac-resigns", "kovac-leaves")),
        Person("tomas-berg", "Tomas Berg", (), "head", "customs office", "Ruritania", ("berg-dismissed",)),
    ]  # fmt: skip
    return made


def _evidence(made: World) -> list[Evidence]:
    first = "Mira Kovač resigned as deputy foreign minister of Ruritania on Sunday."
    second = (
        "Deputy foreign minister Mira Kovač left her post on 5 May in protest at the invasion, the Courier reports."
    )
    vow = "“I will not sign for this war,” she wrote."
    denied = "A spokesman denied that any such order exists."
    ban = "Officials may no longer resign, the palace ordered."
    chosen = "“Sunday” before publication on Thursday 8 May 2031; chosen: it is the more careful origin"
    return [
        made.claim("kovac-resigns", "gazette", "act", "resignation", first),
        made.claim("kovac-resigns", "courier", "act", "resignation", second),
        made.claim("kovac-resigns", "gazette", "date", "2031-05-04", first, date_text="on Sunday", note=chosen),
        made.claim("kovac-resigns", "courier", "date", "2031-05-05", second, date_text="5 May", note="written out"),
        made.claim("kovac-resigns", "gazette", "motive", "the war", vow, speaker="Mira Kovač", evidence_class="own_statement"),
        made.claim("kovac-resigns", "gazette", "former_id", "kovac-quits", first),
        made.claim("kovac-appointed", "gazette", "act", "appointment", "She had been appointed in 2029."),
        made.claim("kovac-leaves", "courier", "act", "departure", "She crossed the border between 6 and 12 May."),
        made.claim("berg-dismissed", "gazette", "act", "dismissal", "Tomas Berg, head of the customs office, was dismissed last week"),
        made.claim("invasion", "gazette", "act", "invasion", "Ruritania invaded Graustark on 20 April 2031."),
        made.claim("ban", "gazette", "act", "ban", ban, speaker="the palace", evidence_class="official"),
        made.claim("ban", "gazette", "denial", "denied", denied, modality="denied", speaker="a spokesman", evidence_class="official"),
        made.claim("denial", "gazette", "act", "denial", denied),
        made.claim("summit", "courier", "act", "summit", "A summit in Edelweiss is planned for June.", modality="planned"),
        made.claim("mayors", "courier", "act", "resignation_attempt", "Two mayors tried to quit and were stopped, a source said."),
        made.claim("ruling", "gazette", "act", "ruling", "The Strelsau Gazette has learned"),
    ]  # fmt: skip


def in_years(*years: int) -> World:
    """The same world with its events in these years, in turn."""
    made = world()

    def moved(day: date | None, year: int) -> date | None:
        return day and day.replace(year=year)

    for n, (told, year) in enumerate(zip(made.events, cycle(years), strict=False)):
        when = replace(told.date, start=moved(told.date.start, year), end=moved(told.date.end, year))
        made.events[n] = replace(told, date=when, first_reported=moved(told.first_reported, year))
    return made


PAYLOADS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=2>",
    "<svg onload=window.pwned=3>",
    "<iframe srcdoc='<script>parent.pwned=4</script>'></iframe>",
    "[press](javascript:window.pwned=5)",
    "![picture](https://evil.example/x.png)",
    "</p></div><style>*{display:none}</style>",
    "$\\href{javascript:window.pwned=6}{x}$",
    ":red[painted] :material/home: # heading `code`",
    "<a href='javascript:window.pwned=7' onclick='window.pwned=8'>go</a>",
)


def hostile() -> World:
    """The same world in which every text of somebody else attacks the reader's browser."""
    made = world()
    attack = " ".join(PAYLOADS)
    made.texts["attack"] = f"{attack}\n\u202eturned\u202c and {attack}\n"
    made.rows.append(
        'attack,attack.txt,"<b>Bold</b> [t](javascript:1)",<u>Paper</u>,*Origin*,javascript:alert(1),2031-05-08,stated,en,<i>note</i>'
    )
    names = {"persons": ("<b>Eve</b> *Mallory*",), "person_ids": ("eve",), "role": "<i>role</i>", "place": "$x$"}
    made.events.append(
        event("attack", "leaving/resignation", attack[:400], on(date(2031, 5, 9)), articles=("attack",), origins=("*Origin*",),
              motive=attack[:200], motive_class="reporter", **names)
    )  # fmt: skip
    made.evidence += [
        made.claim(
            "attack", "attack", "act", "resignation", made.texts["attack"].split("\n", maxsplit=1)[0], note=attack[:300]
        ),
        made.claim("attack", "attack", "motive", attack[:200], PAYLOADS[1], speaker="<s>Speaker</s>"),
    ]
    made.people.append(Person("eve", "<b>Eve</b> *Mallory*", ("![a](b)",), "<i>role</i>", "", "", ("attack",)))
    return made
