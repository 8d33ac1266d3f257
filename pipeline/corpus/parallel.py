"""A function over many items on several cores: results in the order of the items, no more in memory than a window."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WINDOW: Final = 64
"""Items in flight for each process: enough to keep both busy, few enough that memory does not grow with the input."""
WORTH_IT: Final = 40
"""Items from which a second process pays for its start (about a second's work)."""


def in_order(work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None = None) -> Iterator[Result]:
    """`map(work, items)` on `jobs` processes (default: the cores this process may use); few items stay in this one.

    `work` must be a function of a module. The first item is worked on here, so that what it loads is inherited.
    """
    jobs = jobs or len(os.sched_getaffinity(0))
    rest = iter(items)
    few = list(islice(rest, WORTH_IT))
    if jobs == 1 or len(few) < WORTH_IT or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, chain(few, rest))
        return
    yield work(few[0])
    remaining = chain(few[1:], rest)
    with multiprocessing.get_context("fork").Pool(jobs, initializer=_end_with_parent) as pool:
        while batch := list(islice(remaining, WINDOW * jobs)):
            yield from pool.imap(work, batch, chunksize=8)


def _end_with_parent() -> None:
    """A killed parent cannot tell its workers to stop: each looks for itself.

    A handler in Python that the parent has set for SIGTERM is not inherited: the signal may reach the thread below,
    while the main thread waits for work and never runs the handler, and the pool waits for ever.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
