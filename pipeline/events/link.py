"""Who is meant, told by other sentences: a name given one sentence later, one state under two names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.acts import one_date, one_role
from pipeline.events.headline import leaving_headline
from pipeline.events.scene import Scene
from pipeline.models import Claim, Mention
from pipeline.names import person_words

_NEW = re.compile(r"^(?:an?|one of|another|the first|\w+'s? )", re.IGNORECASE)
_OWNER = re.compile(
    r"(?!'s)|'s (?:\w+ )?(?:announcement|decision|resignation|departure|exit|move|letter|statement|successor)\b"
)
_AHEAD = 4


def link(scene: Scene, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with names adopted and dates shared; an appointment that stays undated is no news and falls away."""
    dated = one_date(scene, _one_agent(_named(scene, tuple(mentions))))
    return one_role([mention for mention in dated if not _undated_appointment(mention)])


def _undated_appointment(mention: Mention) -> bool:
    return mention.type == "appointment" and mention.date.precision == "unknown" and mention.modality != "planned"


def _named(scene: Scene, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    index_of = {sentence.start: number for number, sentence in enumerate(scene.sentences)}
    linked = []
    for place, mention in enumerate(mentions):
        if mention.category in ("leaving", "justice") and not mention.persons and mention.agent and _one(mention.agent):
            here = index_of[mention.start]
            found = _same_type(mentions[place + 1 : place + 40], mention, index_of, here) or _introduced(scene, here)
            if found:
                person, start, end = found
                headline = mention.headline.replace(mention.headline[: len(mention.agent)], person, 1)
                claim = Claim("person", person, start, end, rule="person.named_later")
                mention = replace(mention, persons=(person,), headline=headline, claims=(*mention.claims, claim))
                if mention.category == "leaving":
                    mention = replace(mention, headline=leaving_headline(mention))
        linked.append(mention)
    return tuple(linked)


def _one(agent: str) -> bool:
    """One unnamed person, newly spoken of: "a senior adviser", "one of his ministers"; never a group or a thing."""
    head = agent.split()[-1].lower()
    one_of = re.match(r"one of ", agent, re.IGNORECASE)
    if head not in person_words() and not (one_of and head.removesuffix("s") in person_words()):
        return False
    known = re.match(r"(?:the|his|her|their|its|two|three|several|some|many|\d)\b", agent, re.IGNORECASE)
    return bool(_NEW.match(agent)) or not known


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
