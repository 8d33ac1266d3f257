"""What every response gets: security headers, and gzip for the scripts that Streamlit sends uncompressed."""

import base64
import gzip
import hashlib
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server import first_paint, streamlit_bundles

_STATIC: Final = streamlit_bundles.STATIC.resolve()
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".map": "application/json", ".svg": "image/svg+xml"}


def _policy() -> str:
    """Content-Security-Policy, with the hash of the inline script in the index.html of the installed Streamlit."""
    page = (_STATIC / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'self'; script-src 'self' {hashes} {first_paint.SCRIPT_HASH} blob:; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )


_HEADERS: Final = {
    "Content-Security-Policy": _policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """Sets the headers on every HTTP response that does not set its own; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wrap `send`."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class StaticGzip:
    """Sends Streamlit's bundles compressed, and the chart's without the parts that no chart of ours draws."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer requests for bundles that may be compressed; pass on the rest."""
        file = _bundles().get(scope["path"]) if _wanted(scope) else None
        if file is None:
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(_packed, file)
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": _lasting(file)}
        await Response(body, media_type=_TYPES[file.suffix], headers=headers)(scope, receive, send)


def _wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/static/"):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


@lru_cache(maxsize=1)
def _bundles() -> dict[str, Path]:
    """The files that are sent compressed, by address; no other path of a request is ever looked up on disk."""
    files = (file for file in (_STATIC / "static").rglob("*") if file.suffix in _TYPES)
    return {f"/{file.relative_to(_STATIC).as_posix()}": file for file in files}


@cache
def _packed(file: Path) -> bytes:
    body = streamlit_bundles.lean(file.read_text("utf-8")).encode() if _is_chart(file) else file.read_bytes()
    return gzip.compress(body, 6, mtime=0)


def _lasting(file: Path) -> str:
    """A bundle's name holds a hash of its content, so it may be cached for ever; the cut chart only for a day."""
    return "public, max-age=86400" if _is_chart(file) else "public, max-age=31536000, immutable"


def pack() -> None:
    """Compress the scripts of a first visit ahead of it: half a second of work."""
    page = (_STATIC / "index.html").read_text("utf-8")
    scripts = streamlit_bundles.needed((streamlit_bundles.CHART, *streamlit_bundles.WIDGETS))
    for path in (*re.findall(r'"\.(/static/(?:js|css)/[^"]+)"', page), *(f"/static/js/{name}" for name in scripts)):
        if file := _bundles().get(path):
            _packed(file)


def _is_chart(file: Path) -> bool:
    return file.suffix == ".js" and file.name.startswith(f"{streamlit_bundles.CHART}.")


MIDDLEWARE: Final = [Middleware(SecurityHeaders), Middleware(StaticGzip)]
