"""parallel: the same results in the same order on one core and on two, and no more in memory than a window."""

import os
import signal
from collections.abc import Iterator

import pytest

from pipeline.corpus.parallel import WINDOW, WORTH_IT, in_order


def square(number: int) -> int:
    return number * number


def ends_by_sigterm(number: int) -> bool:
    return signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def whose(number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, None])
@pytest.mark.parametrize("size", [0, 1, WORTH_IT - 1, WORTH_IT, 5 * WINDOW + 3])
def test_results_come_in_order(jobs: int | None, size: int) -> None:
    assert list(in_order(square, range(size), jobs)) == [n * n for n in range(size)]


def test_many_items_are_shared_out() -> None:
    assert len(set(in_order(whose, range(4 * WINDOW), 2))) > 1


def test_workers_end_whatever_handles_their_parents_signals() -> None:
    """A worker ends by SIGTERM; a handler of the parent's could let the pool wait for ever."""
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        _, *workers = in_order(ends_by_sigterm, range(4 * WINDOW), 2)  # the first item is worked on here
    finally:
        signal.signal(signal.SIGTERM, before)
    assert all(workers)


def test_no_more_is_read_than_a_window() -> None:
    read = 0

    def items() -> Iterator[int]:
        nonlocal read
        for number in range(100 * WINDOW):
            read += 1
            yield number

    results = in_order(square, items(), 2)
    for _ in range(WORTH_IT):
        next(results)
    assert read <= WORTH_IT + 2 * 2 * WINDOW
    results.close()
