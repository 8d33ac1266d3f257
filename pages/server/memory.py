"""How the process asks the system for memory: what a reader's page took for a moment is given back.

Streamlit runs each page in a new thread. By itself Arrow keeps a heap for every thread, and the C library up to eight
for each core, none of which shrinks while anything in it lives. One heap costs a page some hundredths of its time.
"""

import ctypes
import gc
import sys
from typing import Final

import pyarrow

_ARENAS_AT_MOST: Final = -8
"""M_ARENA_MAX of malloc.h."""


def share() -> None:
    """Let all threads take from one heap; to be called before the first of them does."""
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # of glibc, not of every C library
        if mallopt:
            mallopt(_ARENAS_AT_MOST, 1)


def settle() -> None:
    """Never again look through what stands now, modules and tables, for what nobody needs: each look stops all readers.

    To be called when the tables are read. Nothing is kept that would have been dropped when it was replaced: tables are
    not in circles, so that they go with the last who holds them.
    """
    gc.collect()
    gc.freeze()
