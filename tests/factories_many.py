"""Tables of many invented events, for what only a crowd shows."""

from datetime import date, timedelta
from pathlib import Path

from tests.invented import World, event, on

KINDS = ("leaving/resignation", "military/strike", "diplomacy/talks")


def many_events(directory: Path, number: int) -> Path:
    """So many days' events over two years, in three lanes."""
    made = World()
    first = date(2031, 1, 1)
    for n in range(number):
        kind, day = KINDS[n % 3], first + timedelta(days=n * 730 // number)
        made.events.append(event(f"event-{n}", kind, f"Event {n} of a long war", on(day)))
    return made.write(directory)
