"""What sentences of one article tell each other: a name given one sentence later, a date given one sentence earlier."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.dating import is_background, shared
from pipeline.events.headline import leaving_headline
from pipeline.events.scene import Scene
from pipeline.lexicon import load_words
from pipeline.models import Claim, Mention

_NEW = re.compile(r"^(?:an?|one of|another|the first|\w+'s? )", re.IGNORECASE)
_OWNER = re.compile(
    r"(?!'s)|'s (?:\w+ )?(?:announcement|decision|resignation|departure|exit|move|letter|statement|successor)\b"
)
_AHEAD = 4


def link(scene: Scene, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with names adopted and dates shared."""
    return _one_role(_dated(scene, _one_agent(_named(scene, tuple(mentions)))))


def _named(scene: Scene, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    index_of = {sentence.start: number for number, sentence in enumerate(scene.sentences)}
    linked = []
    for place, mention in enumerate(mentions):
        if mention.category in ("leaving", "justice") and not mention.persons and mention.agent and _one(mention.agent):
            here = index_of[mention.start]
            found = _same_type(mentions[place + 1 :], mention, index_of, here) or _introduced(scene, here)
            if found:
                person, start, end = found
                headline = mention.headline.replace(mention.headline[: len(mention.agent)], person, 1)
                if mention.category == "leaving":
                    headline = leaving_headline(mention.type, person, mention.role, mention.place, mention.modality)
                claim = Claim("person", person, start, end, rule="person.named_later")
                mention = replace(mention, persons=(person,), headline=headline, claims=(*mention.claims, claim))
        linked.append(mention)
    return tuple(linked)


def _one(agent: str) -> bool:
    """One unnamed person, newly spoken of: "a senior adviser", "one of his ministers"."""
    if agent.split()[-1].lower() in load_words("people")["groups"]:
        return False
    bare = (
        agent.split()[-1].islower()
        and not agent.endswith("s")
        and not re.match(r"the|his|her|their|its|\d", agent, re.IGNORECASE)
    )
    return (bool(_NEW.match(agent)) or bare) and not re.match(
        r"an? (?:number|group|handful|series|couple)", agent, re.IGNORECASE
    )


def _same_type(
    later: Sequence[Mention], mention: Mention, index_of: dict[int, int], here: int
) -> tuple[str, int, int] | None:
    for other in later:
        ahead = index_of[other.start] - here
        if ahead > _AHEAD:
            break
        if other.type == mention.type and len(other.persons) == 1 and ahead > 0:
            return other.persons[0], other.start, other.end
    return None


def _introduced(scene: Scene, here: int) -> tuple[str, int, int] | None:
    """A person whose first appearance in the text opens one of the next two sentences."""
    for place in (here + 1, here + 2):
        if place >= len(scene.sentences):
            break
        agents = scene.agents(place)
        first = next((a for a in agents if a.kind == "name"), None)
        if first and len(first.persons) == 1 and first.start <= 25 and _OWNER.match(scene.line(place)[first.end :]):
            earlier = scene.people.within(0, scene.sentences[here].end)
            if all(name.person != first.persons[0] for name in earlier):
                sentence = scene.sentences[place]
                return first.persons[0], sentence.start, sentence.end
            break
    return None


def _one_agent(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """ "The Kremlin bans …", "the Russian authorities ban …": one state, one act, told twice within a few lines."""
    seen: dict[tuple[str, str], Mention] = {}
    done = []
    for mention in mentions:
        if mention.category == "pressure" and not mention.persons and mention.country:
            first = seen.setdefault((mention.type, mention.country), mention)
            if mention.start - first.end < 600:
                mention = replace(mention, agent=first.agent)
        done.append(mention)
    return tuple(done)


def _dated(scene: Scene, mentions: tuple[Mention, ...]) -> list[Mention]:
    """A mention without date words takes the date of the nearest mention of the same act and person, two sentences away at most."""
    index_of = {sentence.start: number for number, sentence in enumerate(scene.sentences)}
    dated = []
    for mention in mentions:
        if mention.date.basis not in ("stated", "relative") and mention.persons:
            twins = [
                other
                for other in mentions
                if other.type == mention.type
                and other.modality == mention.modality
                and set(other.persons) & set(mention.persons)
                and other.date.basis in ("stated", "relative")
                and abs(index_of[other.start] - index_of[mention.start]) <= 2
            ]
            nearest = _news(mentions, mention)
            if nearest is None and twins:
                nearest = min(twins, key=lambda other: (abs(other.start - mention.start), other.start))
            if nearest:
                found = shared(mention.date, nearest.date)
                mention = replace(mention, date=found, background=is_background(scene, found))
        dated.append(mention)
    return dated


def _news(mentions: Sequence[Mention], mention: Mention) -> Mention | None:
    """The news of the article, if it tells of one such act of this person: "his resignation" means that one."""
    fresh = [m for m in mentions if _same_act(m, mention) and not m.background and m.date.precision != "unknown"]
    if mention.date.basis == "reported" or not fresh:
        return None
    best = min(fresh, key=lambda m: (m.date.basis == "reported", _length(m), m.start))
    return best if all(_meet(best, other) for other in fresh) else None


def _same_act(first: Mention, second: Mention) -> bool:
    return (
        first.type == second.type
        and first.modality == second.modality
        and bool(set(first.persons) & set(second.persons))
    )


def _length(mention: Mention) -> int:
    found = mention.date
    return (found.end - found.start).days if found.start and found.end else 9999


def _meet(first: Mention, second: Mention) -> bool:
    a, b = first.date, second.date
    return not (a.start and b.end and a.start > b.end or b.start and a.end and b.start > a.end)


def _one_role(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Sentences that tell one act of one person speak of one post: the one that stands beside an act, before those from elsewhere."""
    done = []
    for mention in mentions:
        if mention.category == "leaving" and mention.persons and not _states_role(mention):
            twins = [
                m
                for m in mentions
                if _same_act(m, mention) and _meet(m, mention) and m.background == mention.background
            ]
            source = next((m for m in twins if _states_role(m)), next((m for m in twins if m.role), None))
            if source and source.role != mention.role:
                who = " and ".join(mention.persons)
                headline = leaving_headline(
                    mention.type, who, source.role, mention.place, mention.modality, len(mention.persons) > 1
                )
                mention = replace(mention, role=source.role, headline=headline)
        done.append(mention)
    return tuple(done)


def _states_role(mention: Mention) -> bool:
    return any(claim.field == "role" for claim in mention.claims)
