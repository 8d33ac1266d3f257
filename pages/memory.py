"""How the process asks the system for memory: what a reader's page took for a moment is given back.

Streamlit runs each page in a new thread. By itself Arrow keeps a heap for every thread, and the C library up to eight
for each core, none of which shrinks while anything in it lives. One heap costs a page some hundredths of its time.
"""

import ctypes
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
