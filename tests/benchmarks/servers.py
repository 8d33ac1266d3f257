"""Servers as their readers meet them: ours on some tables, and an empty Streamlit page to compare with."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT, free_port, wait_for

EMPTY = 'import streamlit as st\n\nst.title("Empty", anchor=False)\n'


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, its process, and whether its page is an empty one."""

    address: str
    pid: int
    bare: bool = False

    def events(self) -> int:
        """How many events it shows."""
        with urllib.request.urlopen(f"{self.address}/healthz") as answer:
            return int(json.load(answer)["events"])

    def memory(self) -> float:
        """Resident memory in megabytes, as the kernel counts it (Linux)."""
        told = Path(f"/proc/{self.pid}/status").read_text()
        return int(told.partition("VmRSS:")[2].split()[0]) / 1024

    def processor(self) -> float:
        """Seconds that its process has kept a processor busy (Linux)."""
        user, system = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def ours(data: Path) -> Iterator[Server]:
    """Our app on a folder of tables."""
    command = ["-m", "uvicorn", "app:app", "--log-level", "warning", "--port"]
    with _running(command, {"BROKEN_RANKS_DATA": f"{data}"}) as it:
        yield it


@contextmanager
def empty() -> Iterator[Server]:
    """A page that is nothing but a title, under the same config.toml and with the same fonts, as Streamlit serves it."""
    with TemporaryDirectory() as folder:
        script = Path(folder, "empty.py")
        script.write_text(EMPTY, encoding="utf-8")
        Path(folder, "static").symlink_to(ROOT / "pages" / "static")
        with _running(["-m", "streamlit", "run", f"{script}", "--server.port"], {}) as it:
            yield replace(it, bare=True)


@contextmanager
def over_a_line(server: Server) -> Iterator[Server]:
    """The same server at the end of a slow line (line.py)."""
    with _running(["-m", "tests.benchmarks.line", server.address], {}) as it:
        yield it


@contextmanager
def _running(start: list[str], more: Mapping[str, str]) -> Iterator[Server]:
    """`start` ends where the port is to be named."""
    port = free_port()
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        with log.open("w") as out:
            server = subprocess.Popen(
                [sys.executable, *start, f"{port}"], cwd=ROOT, env={**os.environ, **more}, stdout=out, stderr=out
            )
            try:
                wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
                yield Server(f"http://127.0.0.1:{port}", server.pid)
            finally:
                server.terminate()
                server.wait(10)
