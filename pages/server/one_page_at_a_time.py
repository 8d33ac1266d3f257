"""A render lock for the whole process: pages are drawn one at a time.

Python runs one thread at a time anyway, so pages drawn together are all finished when the last one is. With the lock,
the first of ten readers waits for one page instead of ten, and the last one hardly longer than before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

LONGEST: Final = 2.0
"""Seconds that a page waits for the lock; then it is drawn without, in case another page is stuck."""
_turn = Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Hold the lock while a page is drawn, after waiting for it at most LONGEST."""
    ours = _turn.acquire(timeout=LONGEST)
    try:
        yield
    finally:
        if ours:
            _turn.release()
