"""The evidence of one event: a row for every claim of every mention, each resting on a literal quote."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.dates import to_edtf
from pipeline.merge.subjects import Subject
from pipeline.models import Article, Claim, EventDate, Evidence, Mention
from pipeline.text.normalise import FORMULA_STARTS, for_comparing
from pipeline.text.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Choice:
    """The date chosen for an event and, where others contradict it, why."""

    date: EventDate
    why: str


def evidence_rows(
    event_id: str, subjects: Sequence[tuple[Subject, str]], choice: Choice, articles: Mapping[str, Article]
) -> list[Evidence]:
    """Rows in the order of the articles and of their text; the same claim on the same passage stands once."""
    rows = {
        (row.article_id, row.start, row.end, row.field, row.value): row
        for subject, reason in subjects
        for row in _mention_rows(event_id, subject, reason, choice, articles[subject.mention.article_id])
    }
    return sorted(rows.values(), key=lambda r: (r.article_id, r.start, r.field, r.value, r.end))


def former_rows(event_id: str, former: Sequence[str], anchor: Evidence) -> list[Evidence]:
    """Rows that lead from merged-away identifiers to this event, resting on one of its passages."""
    return [
        Evidence(event_id, anchor.article_id, "former_id", old, anchor.quote, anchor.start, anchor.end, "happened",
        "", "reporter",
                 rule="identifiers", note=f"{old} was joined with this event")
        for old in former
    ]  # fmt: skip


def literal_quote(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A literal quote and its offsets, without a first character that a spreadsheet would take for a formula.

    >>> literal_quote('=SUM(1) he quit', 0, 15)
    ('SUM(1) he quit', 1, 15)
    """
    while start < end - 1 and (text[start] in FORMULA_STARTS or text[start].isspace()):
        start += 1
    return text[start:end], start, end


def _mention_rows(event_id: str, subject: Subject, reason: str, choice: Choice, article: Article) -> Iterator[Evidence]:
    m = subject.mention
    for claim in (_act(m), *_values(subject, article), *m.claims):
        yield _row(event_id, article, claim, note=reason if claim.field == "act" else "")
    if m.date.basis != "unknown":
        value = to_edtf(m.date)
        why = choice.why if value == to_edtf(choice.date) else ""
        claim = Claim(
            "date", value, *_date_passage(m, article.text), m.speaker, m.evidence_class, m.modality, m.date.rule
        )
        yield _row(event_id, article, claim, m.date.text, f"{m.date.derivation} {why}".strip())


def _act(m: Mention) -> Claim:
    return Claim("act", m.type, m.start, m.end, m.speaker, m.evidence_class, m.modality, m.rule)


def _values(subject: Subject, article: Article) -> Iterator[Claim]:
    """Values without a passage of their own rest on the mention's sentence, if it says them."""
    m = subject.mention
    own = {claim.field for claim in m.claims}
    sentence = for_comparing(article.text[m.start : m.end])
    for name, value in {"role": m.role, "organisation": m.organisation, "place": m.place, "motive": m.motive}.items():
        if value and name not in own and for_comparing(value) in sentence:
            shown = subject.place if name == "place" else value
            speaker, kind = (m.motive_speaker, m.motive_class) if name == "motive" else (m.speaker, m.evidence_class)
            yield Claim(name, shown, m.start, m.end, speaker, kind or m.evidence_class, m.modality, m.rule)
    for person in subject.persons if "person" not in own else ():
        yield Claim("person", person, m.start, m.end, m.speaker, m.evidence_class, m.modality, m.rule)


def _row(event_id: str, article: Article, claim: Claim, date_text: str = "", note: str = "") -> Evidence:
    quote, start, end = literal_quote(article.text, claim.start, claim.end)
    return Evidence(event_id, article.article_id, claim.field, claim.value, quote, start, end,
                    claim.modality, claim.speaker, claim.evidence_class, date_text, claim.rule, note)  # fmt: skip


def _date_passage(m: Mention, text: str) -> tuple[int, int]:
    """The sentence that holds the date words: nearly always the mention's own."""
    if m.date.span is None or m.start <= m.date.span[0] < m.end:
        return m.start, m.end
    holding = [s for s in split_sentences(text) if s.start <= m.date.span[0] < s.end]
    return (holding[0].start, holding[0].end) if holding else m.date.span
