"""A clock around a piece of work, and patience until a clock means something."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
STAT = Path("/proc/stat")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds that it took."""
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def wait_until_quiet(longest: float = 5.0) -> None:
    """Wait until the machine has been three quarters idle for a third of a second, at most so many seconds (Linux)."""
    until = time.monotonic() + longest
    while time.monotonic() < until:
        before = _ticks()
        time.sleep(0.33)
        idle, every = (after - earlier for after, earlier in zip(_ticks(), before, strict=True))
        if idle >= 0.75 * every:
            return


def _ticks() -> tuple[int, int]:
    """Ticks of all cores since the start, idle ones and all; none where the kernel does not tell."""
    if not STAT.is_file():
        return 0, 0
    told = [int(number) for number in STAT.read_text().split("\n", 1)[0].split()[1:9]]
    return told[3] + told[4], sum(told)
