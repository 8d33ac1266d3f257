"""Twenty readers at once: how long the server takes for a change of the filter, and how much memory a reader needs.

Each reader is a session over the websocket (reader.py) that changes its filter, waits for the answer, and
waits PAUSE seconds. A run is timed from the reader's message to the server's word that the run is finished: waiting
for the other readers counts. Memory is what the kernel holds for the process when all twenty have read,
less what it held after one reader had come, read and gone.
"""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.figures import Row, row
from tests.benchmarks.reader import Reader, Values
from tests.benchmarks.servers import Server, ours
from tests.benchmarks.timing import STAT, wait_until_quiet

READERS = 20
PAUSE = 8.0
CHANGES = 8
"""Changes of the filter by each reader."""
NOTHING: Values = {"q": "", "category": [], "status": [], "place": [], "from": [], "to": [], "sort": "oldest"}
FILTERS: tuple[Values, ...] = (
    {},
    {"category": ["leaving"]},
    {"category": ["leaving", "pressure"], "from": ["2022-06-01"]},
    {"category": ["military"], "place": ["Kyiv"]},
    {"category": ["diplomacy"], "sort": "newest"},
    {"q": "resign"},
    {"q": "person", "category": ["leaving"], "sort": "newest"},
    {"status": ["reported"], "from": ["2022-06-01"], "to": ["2022-12-31"]},
    {"place": ["Kyiv", "Odesa"], "sort": "most sources"},
)
"""Each leaves many events of many.py, so that list and timeline are full."""
AIM_MS, AIM_MB = 300, 3


def rows(folder: Path) -> Iterator[Row]:
    """Figures for the tables of a folder; none where the kernel does not tell what a process uses."""
    if not STAT.is_file():
        print("What readers cost is not measured: there is no /proc.")
        return
    with ours(folder) as server:
        corpus = f"{server.events():,} invented events, {READERS} readers, {PAUSE:.0f} s between changes"
        wait_until_quiet()
        asyncio.run(_reads(server, 0, pause=0.2))
        before, worked = server.memory(), server.processor()
        took, after = asyncio.run(_together(server))
        worked = server.processor() - worked
    slow = quantiles(took, n=20)[-1]
    yield row("readers", corpus, f"p95 of a change of the filter, ms, aim {AIM_MS}", f"{slow * 1000:.0f}")
    yield row("readers", corpus, "median of a change of the filter, ms", f"{median(took) * 1000:.0f}")
    yield row("readers", corpus, "processor time a change, ms", f"{worked / (len(took) + READERS) * 1000:.0f}")
    each = (after - before) / READERS
    yield row("readers", corpus, f"memory of the server a reader, MB, aim {AIM_MB}", f"{each:.1f}")
    yield row("readers", corpus, "memory of the server before the readers, MB", f"{before:.0f}")


async def _together(server: Server) -> tuple[list[float], float]:
    """Seconds of every change, and megabytes of the server while all readers are still there."""
    everybody = [asyncio.create_task(_reads(server, number + 1)) for number in range(READERS)]
    held: list[float] = []
    while not any(task.done() for task in everybody):
        await asyncio.sleep(0.5)
        held.append(server.memory())
    return [second for task in everybody for second in await task], held[-1]


async def _reads(server: Server, number: int, pause: float = PAUSE) -> list[float]:
    """One reader, who comes at some moment of the first pause; seconds of each change, the first page not counted."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * pause)
    chosen: Values = {}
    took = []
    async with Reader(server.address) as reader:
        await reader.see(NOTHING)
        for _ in range(CHANGES):
            await asyncio.sleep(pause)
            chosen = chance.choice([other for other in FILTERS if other != chosen])
            took.append(await reader.see({**NOTHING, **chosen}))
        await asyncio.sleep(pause)
    return took
