"""Events: triggers → mentions, with who, when, where, how real, who says so and why."""

from itertools import groupby

from pipeline.events.claims import attach
from pipeline.events.link import link
from pipeline.events.read import read_trigger
from pipeline.events.scene import Scene
from pipeline.events.triggers import find_triggers
from pipeline.models import Mention

__all__ = ["find_events"]


def find_events(scene: Scene) -> tuple[Mention, ...]:
    """All mentions of an article in reading order; a repeated sentence gives a mention each time."""
    mentions: list[Mention] = []
    for _, group in groupby(find_triggers(scene.plain, scene.sentences), key=lambda trigger: trigger.sentence):
        beside = tuple(group)
        here: list[Mention] = []
        for trigger in beside:
            mention = read_trigger(scene, trigger, beside)
            if mention and not any(m.type == mention.type and _same(m, mention) for m in here):
                here.append(mention)
        mentions += here
    return attach(scene, link(scene, mentions))


def _same(first: Mention, second: Mention) -> bool:
    return not first.persons or not second.persons or bool(set(first.persons) & set(second.persons))
