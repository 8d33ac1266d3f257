"""Mentions → groups that tell one event. They are taken in the order of what they say, never of the articles.

The surest dates come first and found the groups; a vaguer mention joins the one group that it fits best. Where two
groups fit equally well it joins neither. Blocking by type and person (or place, or actor) keeps the work near-linear.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.lexicon.words import load_words
from pipeline.merge.features import JOIN, ONE_OF_A_KIND, compare, is_bare
from pipeline.merge.subjects import Subject
from pipeline.text.normalise import for_comparing

NEAR: Final = 600
"""Characters: a named and an unnamed mention of one act this near are one ("an adviser quit. X resigned as…")."""
MOST_COMPARED: Final = 40
"""Groups of one block that a mention is compared with: those nearest in time. Keeps a block of thousands linear."""
LONGEST_FILED: Final = 12
"""Months under which a long span is filed at the most."""


@dataclass(slots=True)
class Group:
    """Mentions of one event, the founder first, each with the reason for which it was joined."""

    founder: Subject
    members: list[tuple[Subject, str]] = field(default_factory=list)

    @property
    def subjects(self) -> list[Subject]:
        """Founder and members."""
        return [self.founder, *(subject for subject, _ in self.members)]


@dataclass(slots=True)
class Block:
    """Groups that share a type and a person, place or actor, found by month: thousands cost no more than tens."""

    groups: dict[int, Group] = field(default_factory=dict)
    by_month: dict[int, dict[int, Group]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, group: Group) -> None:
        """Files a group under the months that its founder touches (a year touches twelve)."""
        if id(group) not in self.groups:
            self.groups[id(group)] = group
            first, last = _months(group.founder)
            for month in range(first, min(last, first + LONGEST_FILED) + 1):
                self.by_month[month][id(group)] = group

    def near(self, subject: Subject) -> list[Group]:
        """The groups to compare a subject with: all of a small block, else the `MOST_COMPARED` nearest in time."""
        if len(self.groups) <= MOST_COMPARED:
            return list(self.groups.values())
        first, last = _months(subject)
        months = range(first - 1, min(last, first + LONGEST_FILED) + 2)
        found = {key: group for month in months for key, group in self.by_month.get(month, {}).items()}
        day = _day(subject)
        return sorted(found.values(), key=lambda group: abs(_day(group.founder) - day))[:MOST_COMPARED]


def group_mentions(subjects: Sequence[Subject]) -> list[Group]:
    """Every subject in exactly one group, groups in the order of their founders."""
    groups: list[Group] = []
    blocks: dict[tuple[str, str], Block] = defaultdict(Block)
    for subject in sorted(subjects, key=_order):
        own_blocks = [blocks[subject.mention.type, key] for key in _keys(subject)]
        candidates = {id(group): group for block in own_blocks for group in block.near(subject)}
        group = _join(subject, list(candidates.values()))
        if group is None:
            group = Group(subject)
            groups.append(group)
        for block in own_blocks:
            block.add(group)
    return _without_unnamed(groups)


def _day(s: Subject) -> int:
    return s.last or s.first or 0


def _months(s: Subject) -> tuple[int, int]:
    return (s.first or _day(s)) // 31, _day(s) // 31


def _order(s: Subject) -> tuple[object, ...]:
    date = s.mention.date
    return (
        _is_hypothetical(s), is_bare(s), date.rank, not s.persons,
        s.first or 0, s.last or 0, s.mention.category, s.mention.type, s.persons, s.place,
        s.mention.article_id, s.mention.start, s.mention.trigger,
    )  # fmt: skip


def _is_hypothetical(s: Subject) -> bool:
    """The tables leave out what is only hypothetical; where it is read too, it must not change what the rest makes."""
    return s.mention.modality == "hypothetical"


def _keys(s: Subject) -> list[str]:
    """What two mentions of one event share at the least; a mention without any of it is compared within its article."""
    if s.persons:
        return list(s.persons)
    if s.mention.category == "leaving":
        return [f"{s.mention.article_id}:{s.actor}"]
    if s.mention.type in ONE_OF_A_KIND:
        return [part for part in (s.place, s.actor, s.mention.category) if part]
    if s.mention.category == "military":
        return [s.place or f"{s.mention.article_id}:{s.actor}"]
    return [s.actor or s.place or s.mention.article_id]


def _join(subject: Subject, candidates: list[Group]) -> Group | None:
    scored = sorted(
        ((compare(subject, group.founder), i) for i, group in enumerate(candidates)), key=lambda s: -s[0][0]
    )
    if not scored or scored[0][0][0] < JOIN:
        return None
    if len(scored) > 1 and scored[1][0][0] == scored[0][0][0]:
        return None
    (score, reasons), best = scored[0]
    candidates[best].members.append((subject, f"joined with score {score:.2f}: {reasons}"))
    return candidates[best]


def _without_unnamed(groups: list[Group]) -> list[Group]:
    """Folds a group that names nobody into the one named group of the same act told beside it in the same article."""
    named: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        if group.founder.persons and not _is_hypothetical(group.founder):
            for key in {(s.mention.type, s.mention.article_id) for s in group.subjects}:
                named[key].append(group)
    kept = []
    for group in groups:
        target = None if group.founder.persons else _named_beside(group, named)
        if target is None:
            kept.append(group)
            continue
        reason = "joined: the same act, told beside it without the name"
        target.members += [(subject, reason) for subject in group.subjects]
    return kept


def _named_beside(group: Group, named: dict[tuple[str, str], list[Group]]) -> Group | None:
    subject = group.founder.mention
    if subject.category == "military" or len({s.mention.article_id for s in group.subjects}) > 1:
        return None
    fitting = [g for g in named[(subject.type, subject.article_id)] if _beside(group.founder, g)]
    return fitting[0] if len(fitting) == 1 else None


def _beside(unnamed: Subject, group: Group) -> bool:
    near = any(
        s.mention.article_id == unnamed.mention.article_id and abs(s.mention.start - unnamed.mention.start) <= NEAR
        for s in group.subjects
    )
    first_word = for_comparing(unnamed.mention.agent).split()[:1]
    several = unnamed.mention.clause.plural or set(first_word).intersection(load_words()["several"])
    return near and not several and compare(unnamed, group.founder)[0] >= 0
