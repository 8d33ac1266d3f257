"""One page at a time. Python runs one thread at a time anyway: pages drawn together are all finished when the last is.

Drawn one after the other, in whatever order, the first of ten readers waits for one page instead of ten, and the last
hardly longer than before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

LONGEST: Final = 2.0
"""Seconds that a page waits for its turn: where one is stuck, the others go on beside it."""
_turn = Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait until no other page is drawn, at most LONGEST; then it is this one's turn."""
    ours = _turn.acquire(timeout=LONGEST)
    try:
        yield
    finally:
        if ours:
            _turn.release()
