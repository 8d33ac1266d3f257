"""Routes beside the pages: the filtered events in every format, the pages' HTML with link previews, /healthz."""

import hashlib
from asyncio import create_task
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from pages.server import memory
from pages.server.link_preview import shell
from pages.server.middleware import pack
from pages.state.tables_on_disk import CurrentTables, current_articles, current_tables
from pipeline.exports import FORMATS, Format, select
from pipeline.query.facets import facets
from pipeline.query.filter import Filter, apply, read_filter, to_query
from pipeline.tables.files import Tables

AT_ONCE: Final = 64 * 1024
"""Bytes sent at a time, because every piece costs a switch between threads."""
DOCUMENT_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For our HTML documents: text and style, no script. The offline file has a script but is only ever downloaded."""


@asynccontextmanager
async def warm(app: Any) -> AsyncIterator[None]:
    """At the start of the server, read and index the tables, and compress the scripts of a first visit meanwhile."""
    packing = create_task(run_in_threadpool(pack))
    try:
        now = await run_in_threadpool(current_tables)
        await run_in_threadpool(current_articles)
        if now.tables is not None:
            await run_in_threadpool(_index, now.tables)
        memory.freeze_loaded_objects()
        yield
    finally:
        await packing


def _index(tables: Tables) -> None:
    """Build the search index: with 100,000 events the first search would take 1.5 s, and all pages would wait."""
    apply(Filter(q="war"), tables)
    facets(Filter(), tables)


async def healthz(request: Request) -> JSONResponse:
    """The state of the server: 200 with counts, 503 without tables."""
    now = await run_in_threadpool(current_tables)
    events = 0 if now.tables is None else len(now.tables.events)
    status = "ok" if now.tables is not None and not now.problem else "stale" if now.tables is not None else "no tables"
    body = {"status": status, "events": events, "version": now.version, "problem": now.problem}
    return JSONResponse(body, 503 if now.tables is None else 200, {"Cache-Control": "no-store"})


def export_route(name: str, kind: Format) -> Route:
    """A route that streams the events of the address's filter, with an ETag; `?download` sends it as an attachment."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, request, name, kind)

    return Route(f"/{name}", endpoint)


def page_route(path: str) -> Route:
    """A route for a page's HTML with title and description, for chats and search engines that run no script."""

    async def endpoint(request: Request) -> Response:
        own = await run_in_threadpool(shell, path, request.query_params, _base(request))
        return HTMLResponse(own, headers={"Cache-Control": "no-cache"})

    return Route(path, endpoint)


def _answer(request: Request, name: str, kind: Format) -> Response:
    now = current_tables()
    if now.tables is None:
        return Response(f"{now.problem}\n", 503, media_type="text/plain")
    chosen, notices = read_filter(request.query_params.multi_items(), now.tables)
    headers = _headers(name, kind, now, chosen, request)
    if notices:
        headers["X-Notice"] = " ".join(notices).encode("ascii", "replace").decode()
    if _known(headers["ETag"], request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        return Response(media_type=kind.media_type, headers=headers)
    chunks = kind.stream(select(chosen, now.tables, current_articles().articles, _base(request)))
    return StreamingResponse(_gathered(chunks), media_type=kind.media_type, headers=headers)


def _headers(name: str, kind: Format, now: CurrentTables, chosen: Filter, request: Request) -> dict[str, str]:
    shown = "attachment" if kind.download or "download" in request.query_params else "inline"
    policy = {"Content-Security-Policy": DOCUMENT_POLICY} if name.endswith(".html") else {}
    return {
        # Weak, because the server may compress the same content.
        "ETag": f'W/"{_hash(f"{now.version} {name} {to_query(chosen)} {_base(request)}")}"',
        "Cache-Control": "no-cache",
        "Access-Control-Allow-Origin": "*",
        "Content-Disposition": f'{shown}; filename="broken-ranks-{name}"',
        **policy,
    }


def _gathered(chunks: Iterator[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) >= AT_ONCE:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def _base(request: Request) -> str:
    """The address at which the reader reached this server, for links back to it."""
    return str(request.base_url).rstrip("/")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20]


def _known(tag: str, held: str) -> bool:
    return held.strip() == "*" or tag.removeprefix("W/") in (one.strip().removeprefix("W/") for one in held.split(","))


EXPORTS: Final = [Route("/healthz", healthz), *(export_route(name, kind) for name, kind in FORMATS.items())]
PAGES: Final = [page_route(path) for path in ("/", "/event", "/person")]
