"""memory: Arrow takes from the heap of the process."""

import pyarrow

from pages import memory


def test_arrow_keeps_no_heap_of_its_own() -> None:
    before = pyarrow.default_memory_pool()
    try:
        memory.share()
        assert pyarrow.default_memory_pool().backend_name == "system"
    finally:
        pyarrow.set_memory_pool(before)
