"""Lists of persons: "the envoy Ana Ruiz, Kenji Ito (health) and the mayor, Lea Moser", "two ministers - A and B"."""

import re
from collections.abc import Sequence

from pipeline.events.syntax.noun_phrases import Participant
from pipeline.lexicon.phrases import phrase
from pipeline.lexicon.words import load_words
from pipeline.text.numbers import number_of

_ASIDE = phrase("coordination.aside")
_AFTER_NAME = phrase("coordination.after_name")
_JOINS = phrase("coordination.joins")
_LAST = phrase("coordination.joins_last")
_AND_LAST = phrase("coordination.and_last")
_MOST = 24
_OPENS = phrase("coordination.opens")
_INCLUDES = phrase("coordination.includes")
LIST_OPENS = phrase("coordination.list_opens")
_CLOSES = re.compile(r"(?: \([^()]{1,40}\))?(?: [-–—]+(?= )|\))")
_SAYS = phrase("coordination.says")


def listed(agents: Sequence[Participant], sentence: str) -> tuple[Participant, ...]:
    """Agents with each list of named persons as one agent, and a group with the names that it is told by."""
    joined: list[Participant] = []
    chain: list[Participant] = []
    for agent in agents:
        if chain and not (
            agent.kind == "name" and _JOINS.fullmatch(_gap(sentence, chain[-1], agent)) and len(chain) < _MOST
        ):
            joined += _closed(chain, sentence)
            chain = []
        if agent.kind == "name":
            chain.append(agent)
        else:
            joined.append(agent)
    return _grouped(_counted([*joined, *_closed(chain, sentence)], sentence), sentence)


def _gap(sentence: str, first: Participant, second: Participant) -> str:
    """What stands between two names, without brackets, ages and titles."""
    gap = _ASIDE.sub("", sentence[first.end : second.start])
    if ";" in sentence:
        gap = _AFTER_NAME.sub("", gap)
    titles = load_words()["titles"]
    while (title := re.search(r"(?<= )([A-Z][\w-]*)\.? $", gap)) and title.group(1) in titles:
        gap = gap[: title.start()]
    return gap


def _closed(chain: list[Participant], sentence: str) -> list[Participant]:
    """The names of a chain up to its last "and" as one agent; mere commas join nothing, ";" do."""
    gaps = [_gap(sentence, first, second) for first, second in zip(chain, chain[1:], strict=False)]
    last = max((number for number, gap in enumerate(gaps) if _LAST.fullmatch(gap) or gap == "; "), default=-1)
    if last < 0:
        return chain
    names = chain[: last + 2]
    start, end = names[0].start, names[-1].end
    persons = tuple(dict.fromkeys(person for name in names for person in name.persons))
    return [Participant(start, end, sentence[start:end], "name", persons, names[0].head), *chain[last + 2 :]]


def _counted(agents: list[Participant], sentence: str) -> list[Participant]:
    """Names as many as a group has members, as one list: "two envoys, Ana Ruiz, who …, and Kenji Ito, who …"."""
    for index, group in enumerate(agents):
        numbers = [int(number_of(word) or 0) for word in group.text.lower().split()]
        count = next((number for number in numbers if number > 1), 0) * (group.kind == "group")
        names = agents[index + 1 : index + 1 + count]
        if (
            len(names) == count > 1
            and all(name.kind == "name" and len(name.persons) == 1 for name in names)
            and sentence[group.end : names[0].start] in (", ", ": ", " - ", " – ", " — ")
            and _AND_LAST.search(sentence[: names[-1].start])
        ):
            start, end = names[0].start, names[-1].end
            persons = tuple(person for name in names for person in name.persons)
            whole = Participant(start, end, sentence[start:end], "name", persons, names[0].head)
            return [*agents[: index + 1], whole, *agents[index + 1 + count :]]
    return agents


def _grouped(agents: list[Participant], sentence: str) -> tuple[Participant, ...]:
    """Groups with the names that follow: "two envoys, Ana Ruiz and Kenji Ito,", "ministers, including Ana Ruiz,"."""
    grouped: list[Participant] = []
    for agent in agents:
        last = grouped[-1] if grouped else None
        if last and last.kind == "group" and agent.kind == "name" and _tells(sentence, last, agent):
            closing = _CLOSES.match(sentence, agent.end)
            end = closing.end() if closing else agent.end
            text = sentence[last.start : last.end]
            grouped[-1] = Participant(last.start, end, text, "name", agent.persons, agent.head)
        else:
            grouped.append(agent)
    return tuple(grouped)


def _tells(sentence: str, group: Participant, names: Participant) -> bool:
    gap = sentence[group.end : names.start]
    if len(gap) > 60 or not gap.strip() or _SAYS.match(sentence, names.end):
        return False
    several = len(names.persons) > 1 or bool(_INCLUDES.search(gap))
    return several and bool(_OPENS.fullmatch(gap))
