"""turns: pages are drawn one after the other, but none waits for one that is stuck."""

from threading import Barrier, Event, Thread

import pytest

from pages.server import one_page_at_a_time


def test_pages_take_turns() -> None:
    inside, most, ready = 0, 0, Barrier(4)

    def draw() -> None:
        nonlocal inside, most
        ready.wait()
        with one_page_at_a_time.turn():
            inside += 1
            most = max(most, inside)
            Event().wait(0.01)
            inside -= 1

    threads = [Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (inside, most) == (0, 1)


def test_a_page_that_is_stuck_holds_nobody_up_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_page_at_a_time, "LONGEST", 0.01)
    with one_page_at_a_time.turn():
        with one_page_at_a_time.turn():
            pass  # beside the one that is stuck, whose turn it still is
        assert one_page_at_a_time._turn.locked()
    assert not one_page_at_a_time._turn.locked()


def test_a_page_that_fails_gives_its_turn_on() -> None:
    with pytest.raises(ValueError, match="broken"), one_page_at_a_time.turn():
        raise ValueError("broken")
    assert not one_page_at_a_time._turn.locked()
