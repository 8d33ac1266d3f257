"""memory: Arrow takes from the heap of the process; old tables go when new ones come."""

import gc
import weakref
from pathlib import Path

import pyarrow

from pages.server import memory
from pipeline.query.facets import facets
from pipeline.query.filter import Filter, apply
from pipeline.tables.files import read_tables


def test_arrow_keeps_no_heap_of_its_own() -> None:
    before = pyarrow.default_memory_pool()
    try:
        memory.use_one_heap()
        assert pyarrow.default_memory_pool().backend_name == "system"
    finally:
        pyarrow.set_memory_pool(before)


def test_tables_that_are_replaced_go_at_once(tables: Path) -> None:
    read = read_tables(tables)
    facets(Filter(q="kovač"), read)
    frames = [weakref.ref(frame) for frame in (read, read.events, read.evidence, apply(Filter(place=("Arden",)), read))]
    memory.freeze_loaded_objects()
    try:
        del read
        assert not [frame for frame in frames if frame() is not None]
    finally:
        gc.unfreeze()
