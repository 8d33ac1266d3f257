"""One reader of very many events: how long the server takes for a change of the filter, and how much it sends.

A change is timed from the reader's message to the server's word that the run is finished (reader.py); the first page
is not counted. Meanwhile, how soon a program is told that the server is well: while one change follows the other and
all events are streamed.
"""

import asyncio
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.bench_readers import FILTERS, NOTHING
from tests.benchmarks.figures import Row, row
from tests.benchmarks.reader import Reader
from tests.benchmarks.servers import Server, ours
from tests.benchmarks.timing import wait_until_quiet

ROUNDS = 3
"""Times that each filter is chosen."""
CHUNK = 64 * 1024
AIM_MS, AIM_KB, AIM_HEALTH_MS = 400, 300, 50


def rows(folder: Path) -> Iterator[Row]:
    """Figures for the tables of a folder."""
    with ours(folder) as server:
        corpus = f"{server.events():,} invented events, one reader"
        wait_until_quiet()
        took, sent = zip(*asyncio.run(_changes(server)), strict=True)
        health = asyncio.run(_health(server))
    yield row("reader", corpus, f"median of a change of the filter, ms, aim {AIM_MS}", f"{median(took) * 1000:.0f}")
    yield row("reader", corpus, "slowest change of the filter, ms", f"{max(took) * 1000:.0f}")
    yield row("reader", corpus, f"largest answer to a change, kB, aim {AIM_KB}", f"{max(sent) / 1000:.0f}")
    busy = f"{corpus}, and all events streamed"
    yield row("reader", busy, f"median of /healthz, ms, aim {AIM_HEALTH_MS}", f"{median(health) * 1000:.0f}")


async def _changes(server: Server, rounds: int = ROUNDS) -> list[tuple[float, int]]:
    """Seconds and bytes of each change."""
    seen = []
    async with Reader(server.address) as reader:
        await reader.see(NOTHING)
        for chosen in FILTERS[1:] * rounds:
            seen.append((await reader.see({**NOTHING, **chosen}), reader.received))
    return seen


async def _health(server: Server) -> list[float]:
    """Seconds of each answer of /healthz, as long as the others work."""
    work = asyncio.gather(asyncio.to_thread(_stream, server), _changes(server, 1))
    took = []
    while not work.done():
        took.append(await asyncio.to_thread(_well, server))
        await asyncio.sleep(0.1)
    await work
    return took


def _stream(server: Server) -> None:
    with urllib.request.urlopen(f"{server.address}/events.json") as answer:
        while answer.read(CHUNK):
            pass


def _well(server: Server) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(f"{server.address}/healthz") as answer:
        answer.read()
    return time.perf_counter() - began
