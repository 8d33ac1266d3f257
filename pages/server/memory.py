"""Memory settings of the process: one heap for all threads, and no garbage collection of what stays.

Streamlit runs each page in a new thread. Arrow keeps a heap for every thread and the C library up to eight for each
core, and a heap does not shrink while anything in it lives. README.md has the measured figures.
"""

import ctypes
import gc
import sys
from typing import Final

import pyarrow

_ARENAS_AT_MOST: Final = -8
"""M_ARENA_MAX of malloc.h."""


def use_one_heap() -> None:
    """Let all threads allocate from one heap. Call it before the first thread starts; it does nothing without glibc."""
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # of glibc, not of every C library
        if mallopt:
            mallopt(_ARENAS_AT_MOST, 1)


def freeze_loaded_objects() -> None:
    """Freeze everything loaded so far out of garbage collection: a full collection pauses every session.

    Call it when the tables are read. Replaced tables are still freed: they are in no reference cycle, so they go when
    the last reference goes.
    """
    gc.collect()
    gc.freeze()
