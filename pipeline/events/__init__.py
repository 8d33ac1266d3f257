"""Events: triggers → mentions, with who, when, where, how real, who says so and why."""

from pipeline.events.claims import attach
from pipeline.events.link import link
from pipeline.events.read import read_trigger
from pipeline.events.scene import Scene
from pipeline.events.triggers import find_triggers
from pipeline.models import Mention

__all__ = ["find_events"]


def find_events(scene: Scene) -> tuple[Mention, ...]:
    """All mentions of an article in reading order; a repeated sentence gives a mention each time."""
    triggers = tuple(find_triggers(scene.plain, scene.sentences))
    mentions: list[Mention] = []
    for trigger in triggers:
        beside = [other for other in triggers if other.sentence == trigger.sentence]
        mention = read_trigger(scene, trigger, beside)
        if mention and not any(
            m.start == mention.start and m.type == mention.type and _same(m, mention) for m in mentions[-6:]
        ):
            mentions.append(mention)
    return attach(scene, link(scene, mentions))


def _same(first: Mention, second: Mention) -> bool:
    return not first.persons or not second.persons or bool(set(first.persons) & set(second.persons))
