"""Streamlit's scripts: which of them a page needs at once, and the chart's without the parts that are never drawn."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit

STATIC: Final = Path(streamlit.__file__).parent / "static"
CHART: Final = "PlotlyChart"
WIDGETS: Final = (
    "TextInput", "Multiselect", "ButtonGroup", "DateInput", "Radio", "Selectbox", "Button", "Html", "BidiComponent",
)  # fmt: skip
"""The scripts of the filters and the lists. Each asks for others: without preloading a page appears in six steps."""
DRAWN: Final = ("lib/core.js", "lib/bar.js")
"""The parts of Plotly that our charts draw: its core with lines and marks, and bars. A new kind must be named here."""

_SCRIPTS: Final = STATIC / "static" / "js"
_IMPORT: Final = re.compile(r'(?:from|import)"\./([^"]+\.js)"')
_MODULE: Final = re.compile(r'(?<=[,; ])([\w$]+)=[\w$]+\(\{"([^"]+)"\((?:e(?:,t)?)?\)\{')
"""The start of a module of Plotly: the variable by which others call it, and its name. It runs on its first call."""
_MODULE_ENDS: Final = re.compile(r"\}\}\)[,;](?:var )?$")
_CALL: Final = re.compile(r"(?<![\w$.])([\w$]+)\(\)")
_KINDS: Final = re.compile(r"\.register\(\[((?:[\w$]+\(\),?)+)\]\)")
_LAST: Final = re.compile(r';return [\w$]+\(\{"lib/index\.js"')


@lru_cache(maxsize=8)
def needed(names: tuple[str, ...]) -> tuple[str, ...]:
    """The files of these parts and of all that they import, without those that Streamlit's own page loads."""
    asked = set(re.findall(r'static/js/([^"]+)"', (STATIC / "index.html").read_text("utf-8")))
    waiting = deque(file.name for name in names for file in sorted(_SCRIPTS.glob(f"{name}.*.js"))[:1])
    found: list[str] = []
    while waiting:
        file = waiting.popleft()
        if file not in asked and (_SCRIPTS / file).is_file():
            asked.add(file)
            found.append(file)
            waiting.extend(_IMPORT.findall((_SCRIPTS / file).read_text("utf-8")))
    return tuple(found)


def lean(script: str) -> str:
    """The chart's script with empty modules in place of those that DRAWN never calls.

    Plotly sets up fifty kinds of chart before it draws the first line. A script that is not recognised, from another
    version of Streamlit, is returned unchanged.
    """
    kinds, last = _KINDS.search(script), _LAST.search(script)
    starts = [*_MODULE.finditer(script)]
    called = {start[2]: start[1] for start in starts}
    if not kinds or not last or not set(DRAWN) <= called.keys() or len({start[1] for start in starts}) < len(starts):
        return script
    ends = [*(start.start() for start in starts[1:]), last.start()]
    bodies = {start[1]: script[start.start() : end] for start, end in zip(starts, ends, strict=True)}
    kept = _reached([called[name] for name in DRAWN], bodies)
    parts = [body if name in kept else _emptied(body) for name, body in bodies.items()]
    drawn = ",".join(f"{called[name]}()" for name in DRAWN[1:])
    tail = script[last.start() :].replace(kinds[0], f".register([{drawn}])")
    return "".join([script[: starts[0].start()], *parts, tail])


def _reached(first: Iterable[str], bodies: dict[str, str]) -> set[str]:
    """The modules that these call, directly or through others."""
    before = dict(zip([*bodies][1:], bodies, strict=False))
    reached: set[str] = set()
    waiting = [*first]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            calls = {call for code in _code(name, bodies, before) for call in _CALL.findall(code)}
            waiting += calls & bodies.keys()
    return reached


def _code(name: str, bodies: dict[str, str], before: dict[str, str]) -> Iterator[str]:
    """A module's own code, and the code between it and the module before, which may hold functions."""
    yield bodies[name]
    if name in before and not _MODULE_ENDS.search(bodies[before[name]]):
        yield bodies[before[name]]


def _emptied(body: str) -> str:
    """A module that does nothing; unchanged where other code follows it."""
    start, end = _MODULE.match(f" {body}", 1), _MODULE_ENDS.search(body)
    return f"{start[0]}{end[0]}" if start and end else body
