"""A slow line in front of a server: so many bits a second for everybody together, and a delay, for every byte.

`python -m tests.benchmarks.line http://127.0.0.1:8501 9000` listens on port 9000. Chromium's own throttling is not used,
because it leaves websockets alone (tried with Chromium 156). A new connection waits one round trip, as a handshake does;
slow start and losses are not simulated.
"""

import asyncio
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

BITS_A_SECOND = 10e6
ROUND_TRIP = 0.040
"""Seconds."""
PIECE = 4096
"""Bytes that go over the line before another connection has its turn."""
AHEAD = 0.02
"""Seconds that bytes may wait before the line, so that it never stands idle: a sleep ends late."""


@dataclass
class Way:
    """One direction of the line, and the moment from which it is free."""

    free: float = 0.0

    def sent(self, size: int, now: float) -> float:
        """The moment at which so many bytes, offered now, have left."""
        self.free = max(self.free, now) + size * 8 / BITS_A_SECOND
        return self.free


async def main(target: str, port: int) -> None:
    """Serves until it is ended."""
    host, up, down = urlsplit(target), Way(), Way()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(ROUND_TRIP)
        there = await asyncio.open_connection(host.hostname, host.port)
        await asyncio.gather(_pump(reader, there[1], up), _pump(there[0], writer, down))

    async with await asyncio.start_server(connect, "127.0.0.1", port, limit=PIECE) as server:
        await server.serve_forever()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Way) -> None:
    """Bytes of one direction of one connection: read when the line has taken those before them, written late."""
    loop = asyncio.get_running_loop()
    flying: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    landing = loop.create_task(_land(flying, writer))
    try:
        while piece := await reader.read(PIECE):
            sent = way.sent(len(piece), loop.time())
            flying.put_nowait((sent + ROUND_TRIP / 2, piece))
            await asyncio.sleep(sent - loop.time() - AHEAD)
    except ConnectionError:
        pass
    flying.put_nowait((0.0, b""))
    await landing


async def _land(flying: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    try:
        while (flight := await flying.get())[1]:
            await asyncio.sleep(flight[0] - loop.time())
            writer.write(flight[1])
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
