"""What the tests of the pages share: invented tables on disk, a server on them, a browser."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is; benchmarks measure time.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
INSTALL = "no browser: `apt-get install -y chromium` or `playwright install chromium` installs one"


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the invented tables and articles; nobody changes it."""
    from tests.invented import world

    return world().write(tmp_path_factory.mktemp("invented"))


@pytest.fixture
def own_tables(tables: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(tables, tmp_path / "data"))


@contextmanager
def serving(data: Path, *, command: str = "uvicorn") -> Iterator[str]:
    """A server on the tables, started as a reader would start it; yields its address."""
    port = free_port()
    start = {
        "uvicorn": ["-m", "uvicorn", "app:app", "--port", str(port), "--log-level", "warning"],
        "streamlit": ["-m", "streamlit", "run", "app.py", "--server.port", str(port)],
    }[command]
    log = data / f"server-{port}.log"
    environment = {**os.environ, "BROKEN_RANKS_DATA": str(data)}
    with log.open("w") as out:
        server = subprocess.Popen([sys.executable, *start], cwd=ROOT, env=environment, stdout=out, stderr=out)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture(scope="session")
def server(tables: Path) -> Iterator[str]:
    """One server on the invented tables for the whole session."""
    with serving(tables) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium from $CHROMIUM, the system, or Playwright; without one the test skips, under CI=true it fails."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        except api.Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{INSTALL} ({error.message.splitlines()[0]})")
            pytest.skip(INSTALL)
        yield found
        found.close()


@contextmanager
def soon() -> Iterator[None]:
    """What waits for ever ends as a failure."""

    def late(*_: object) -> None:
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def chromium() -> str | None:
    names = (os.environ.get("CHROMIUM", ""), "chromium", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}")
