"""The structure of the code as tests: how large a room is, which way imports point, and that a name is given once.

A room is a folder of modules. A folder that has rooms of its own is a wing: each of its modules counts as a room too.
What still breaks a rule stands in `_STILL`, which may only shrink: a new offender fails, and so does an entry that
has been mended.
"""

import ast
import graphlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP_OF_PIPELINE, TOP_OF_EVENTS = 7, 6
"""Modules at most; a package's own face (`__init__`) is none."""
FEWEST, MOST = 2, 13
"""Files of Python in a folder. An empty `__init__` is not counted; folders without Python are the lexicon's and
Streamlit's."""

FLOORS = """
pipeline.vocabulary
pipeline.models
pipeline.lexicon
pipeline.text
pipeline.entities
pipeline.dates
pipeline.reader
pipeline.events.syntax pipeline.events.factuality
pipeline.events.document pipeline.events.triggers
pipeline.events.coreference
pipeline.events.timing
pipeline.events.arguments
pipeline.events.mention
pipeline.events.passes
pipeline.events
pipeline.merge
pipeline.corpus
pipeline.tables
pipeline.query
pipeline.exports
pipeline.jsonl pipeline.build pipeline.explain
pipeline.__main__
pages.text
pages.state
pages.chart
pages.parts
pages.server
pages.router pages.timeline pages.officials pages.person pages.event pages.sources pages.article pages.data pages.about
"""
"""From the ground up: a room imports from its own floor's room and from floors above it in this list, never from one
that comes later. A name stands for all that it holds, unless a longer name is listed."""

FAMILIES = {
    "stream": "one a format: exports/__init__ lists them as one interface (Selection → chunks of bytes)",
}
"""Public functions that several modules have on purpose → why."""

_STILL: Mapping[str, frozenset[str]] = {}
"""Check → what breaks it today."""


@cache
def modules() -> dict[str, Path]:
    """Dotted name → file; a package is named as it is imported."""
    files = sorted(path for wing in ("pipeline", "pages") for path in (ROOT / wing).rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in files}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


def imported(found: ast.Module) -> Iterator[str]:
    """Dotted names that a module imports, wherever in it: `from a import b` may mean the module a.b or a name in a.

    >>> list(imported(ast.parse("import a.b\\nfrom c import d")))
    ['a.b', 'c.d']
    """
    for node in ast.walk(found):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(name: str) -> str:
    """The module of this house that an imported name belongs to, "" if none."""
    while name and name not in modules():
        name = name.rpartition(".")[0]
    return name


@cache
def arrows() -> dict[str, set[str]]:
    """Module → modules of the house that it imports. A bare package (`from pipeline import x`) says nothing."""
    return {
        name: {ours(found) for found in imported(tree(name))} - {"", "pipeline", "pages", name} for name in modules()
    }


def is_package(module: str) -> bool:
    return modules()[module].name == "__init__.py"


def folders() -> dict[Path, list[str]]:
    """Folder → its modules, an empty `__init__` excepted."""
    found: dict[Path, list[str]] = defaultdict(list)
    for name, path in modules().items():
        if path.name != "__init__.py" or path.stat().st_size:
            found[path.parent].append(name)
    return found


def room(module: str) -> str:
    """The room of a module: its folder, or the module itself where the folder is a wing."""
    folder = modules()[module].parent
    if is_package(module) or any(path.parent.parent == folder for path in modules().values()):
        return module
    return ".".join(folder.relative_to(ROOT).parts)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """One circle of a graph, [] where there is none."""
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def floor(module: str) -> tuple[int, str]:
    """The number of a module's floor, and the listed name that says so."""
    listed = {name: number for number, line in enumerate(FLOORS.strip().splitlines()) for name in line.split()}
    name = module
    while name and name not in listed:
        name = name.rpartition(".")[0]
    assert name, f"{module} stands on no floor: name its room in FLOORS"
    return listed[name], name


def holds(check: str, offenders: set[str]) -> None:
    """A check passes where exactly the offenders that are known are left."""
    known = _STILL.get(check, frozenset())
    assert offenders <= known, f"{check}: mend {sorted(offenders - known)}"
    assert known <= offenders, f"{check}: mended, take it out of _STILL: {sorted(known - offenders)}"


def test_a_stranger_can_look_over_the_top_of_the_house() -> None:
    top = {folder: [name for name in names if not is_package(name)] for folder, names in folders().items()}
    many = {
        f"{name} has {len(top[ROOT / name])} modules at its top"
        for name, most in (("pipeline", TOP_OF_PIPELINE), ("pipeline/events", TOP_OF_EVENTS))
        if len(top[ROOT / name]) > most
    }
    holds("top", many)


def test_a_folder_has_neither_one_file_nor_a_crowd() -> None:
    sizes = {str(folder.relative_to(ROOT)): len(names) for folder, names in folders().items()}
    holds("size", {f"{folder} has {size} files" for folder, size in sizes.items() if not FEWEST <= size <= MOST})


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle(arrows()) == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for module, targets in arrows().items():
        rooms[room(module)] |= {room(target) for target in targets} - {room(module)}
    holds(
        "circle",
        {" ↔ ".join(sorted((one, other))) for one in rooms for other in rooms[one] if one in rooms.get(other, ())},
    )
    longer = {one: {other for other in others if one not in rooms.get(other, ())} for one, others in rooms.items()}
    assert circle(longer) == []


def test_the_floors_name_rooms_that_are_there() -> None:
    assert [name for name in FLOORS.split() if name not in modules()] == []


def test_imports_are_written_in_full() -> None:
    relative = {m for m in modules() for node in ast.walk(tree(m)) if isinstance(node, ast.ImportFrom) and node.level}
    assert relative == set()


def test_imports_point_down() -> None:
    up = {
        f"{module} → {target}"
        for module, targets in arrows().items()
        for target in targets
        if floor(module)[1] != floor(target)[1] and floor(module)[0] <= floor(target)[0]
    }
    holds("up", up)


def test_the_pipeline_knows_nothing_of_the_pages() -> None:
    asked = {
        f"{module} → {name}"
        for module in modules()
        if module.startswith("pipeline")
        for name in imported(tree(module))
        if name.split(".")[0] in ("streamlit", "pages", "app")
    }
    assert asked == set()


def shared(names: Mapping[str, list[str]]) -> set[str]:
    """Names that two or more have, with who has them."""
    return {f"{name}: {', '.join(sorted(holders))}" for name, holders in names.items() if len(holders) > 1}


def test_no_two_modules_have_one_name() -> None:
    names: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        if not is_package(module):  # both wings may have a room for text
            names[module.rpartition(".")[2]].append(module)
    holds("module", shared({name: found for name, found in names.items() if name != "__main__"}))


@pytest.mark.parametrize(
    ("check", "kinds"), [("class", (ast.ClassDef,)), ("function", (ast.FunctionDef, ast.AsyncFunctionDef))]
)
def test_no_two_public_things_have_one_name(check: str, kinds: tuple[type[ast.AST], ...]) -> None:
    names: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        for node in tree(module).body:
            if isinstance(node, kinds) and not (name := getattr(node, "name")).startswith("_"):  # noqa: B009
                names[name].append(module)
    holds(check, shared({name: found for name, found in names.items() if name not in FAMILIES}))


def test_a_family_of_functions_has_more_than_one_member() -> None:
    for name in FAMILIES:
        assert sum(isinstance(n, ast.FunctionDef) and n.name == name for m in modules() for n in tree(m).body) > 1, name


POSITIONS = {
    "range",
    "enumerate",
    "find",
    "rfind",
    "index",
    "rindex",
    "start",
    "end",
    "len",
    "bisect_left",
    "bisect_right",
}
"""Calls that answer with a number, as far as this code goes."""


def _called(node: ast.expr | None) -> str:
    call = node.func if isinstance(node, ast.Call) else None
    return call.id if isinstance(call, ast.Name) else call.attr if isinstance(call, ast.Attribute) else ""


def _target_of_loop(node: ast.For | ast.comprehension) -> ast.expr:
    """What counts in a loop: of `for number, word in enumerate(words)` the number."""
    if _called(node.iter) == "enumerate" and isinstance(node.target, ast.Tuple):
        return node.target.elts[0]
    return node.target


def numbers_called_place(found: ast.Module) -> Iterator[int]:
    """Lines in which `place` is a position.

    >>> list(numbers_called_place(ast.parse("for place in range(3): pass\\nfor place in towns: pass\\nplace = a.find(b)")))
    [1, 3]
    """
    for node in ast.walk(found):
        target: ast.expr | None = None
        line = 0
        if isinstance(node, ast.arg) and node.arg == "place" and isinstance(node.annotation, ast.Name):
            if node.annotation.id == "int":
                yield node.lineno
        elif isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Name) and node.annotation.id == "int":
            target, line = node.target, node.lineno
        elif isinstance(node, ast.Assign) and _called(node.value) in POSITIONS:
            target, line = node.targets[0], node.lineno
        elif isinstance(node, ast.NamedExpr) and _called(node.value) in POSITIONS:
            target, line = node.target, node.lineno
        elif isinstance(node, ast.For | ast.comprehension) and _called(node.iter) in ("range", "enumerate"):
            target = _target_of_loop(node)
            line = target.lineno
        if isinstance(target, ast.Name) and target.id == "place":
            yield line


def test_a_place_is_a_town_and_never_a_position() -> None:
    holds("place", {module for module in modules() if any(numbers_called_place(tree(module)))})


def test_every_known_offence_belongs_to_a_check() -> None:
    assert _STILL.keys() <= {"top", "size", "circle", "up", "module", "class", "function", "place"}
