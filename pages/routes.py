"""What is served beside the pages: the filtered events as files, and a word on the server's health."""

import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pages.shared.load import Shelf, reading, shelf
from pipeline.exports.as_csv import to_csv
from pipeline.exports.as_json import to_json
from pipeline.query import apply, read_filter, to_query
from pipeline.tables import Tables

Export = Callable[[pd.DataFrame, Tables], bytes]


@asynccontextmanager
async def warm(app: Any) -> AsyncIterator[None]:
    """Read the tables before the first reader comes."""
    await run_in_threadpool(shelf)
    await run_in_threadpool(reading)
    yield


async def healthz(request: Request) -> JSONResponse:
    """Whether there is something to show: 200 with the counts, 503 without tables."""
    now = await run_in_threadpool(shelf)
    events = 0 if now.tables is None else len(now.tables.events)
    status = "ok" if now.tables is not None and not now.problem else "stale" if now.tables is not None else "no tables"
    body = {"status": status, "events": events, "version": now.version, "problem": now.problem}
    return JSONResponse(body, 503 if now.tables is None else 200, {"Cache-Control": "no-store"})


def export(kind: str, media: str, write: Export) -> Route:
    """A route that serves the events of the address's filter as a file, with an ETag."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, request, kind, media, write)

    return Route(f"/events.{kind}", endpoint)


def _answer(request: Request, kind: str, media: str, write: Export) -> Response:
    now = shelf()
    if now.tables is None:
        return Response(f"{now.problem}\n", 503, media_type="text/plain")
    chosen, notices = read_filter(request.query_params.multi_items(), now.tables)
    headers = {
        "ETag": _tag(now, kind, to_query(chosen)),
        "Cache-Control": "no-cache",
        "Access-Control-Allow-Origin": "*",
    }
    if notices:
        headers["X-Notice"] = " ".join(notices).encode("ascii", "replace").decode()
    if _known(headers["ETag"], request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="broken-ranks-events.{kind}"'
    return Response(write(apply(chosen, now.tables), now.tables), media_type=media, headers=headers)


def _tag(now: Shelf, kind: str, query: str) -> str:
    """Weak, because the server may compress the same content."""
    return f'W/"{hashlib.sha256(f"{now.version} {kind} {query}".encode()).hexdigest()[:20]}"'


def _known(tag: str, held: str) -> bool:
    return held.strip() == "*" or tag.removeprefix("W/") in (one.strip().removeprefix("W/") for one in held.split(","))


ROUTES = [
    Route("/healthz", healthz),
    export("csv", "text/csv; charset=utf-8", lambda events, tables: to_csv(events)),
    export("json", "application/json", lambda events, tables: to_json(events, tables.evidence)),
]
