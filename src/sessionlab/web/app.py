"""The web application: the page's files and a few answers, all of them functions of the request alone.

Nothing is kept between two requests. The page holds the design, the actions and the branches; a restart loses nothing.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sessionlab.errors import Trouble
from sessionlab.value import to_json
from sessionlab.web.asked import CookieAsked, DesignAsked, FixAsked, NextAsked, PlayAsked, read_body
from sessionlab.web.attacked import attacked
from sessionlab.web.carded import carded
from sessionlab.web.explained import explained
from sessionlab.web.fixed import fixed
from sessionlab.web.guard import App, Guard
from sessionlab.web.limits import MOST_OCTETS, MOST_WAITING
from sessionlab.web.model import model
from sessionlab.web.next import what_next
from sessionlab.web.played import played
from sessionlab.web.presets import presets
from sessionlab.web.problem import problem_response
from sessionlab.web.statics import File, file_response, fresh_response, read_files

log = logging.getLogger(__name__)

JSON = "application/json"
MOST_KEPT = 128
"""So many answers are kept, some megabytes at most, whoever asked."""
PAGES = {"/": "index.html", "/cookie": "cookie.html"}


def make_app(host: str = "127.0.0.1") -> App:
    """The application for a server that listens at `host`."""
    files = read_files()
    routes = [
        *(Route(path, _serving(files[name]), methods=["GET"]) for path, name in PAGES.items()),
        *(Route(f"/static/{path}", _serving(file), methods=["GET"]) for path, file in files.items()),
        Route("/api/model", _answering_once(_model), methods=["GET"]),
        Route("/api/presets", _answering_once(_presets), methods=["GET"]),
        Route("/api/play", _answering(_at_once(_play)), methods=["POST"]),
        Route("/api/next", _answering(_at_once(_next)), methods=["POST"]),
        Route("/api/card", _answering(_at_once(_card)), methods=["POST"]),
        Route("/api/attacks", _answering(_at_once(_attacks)), methods=["POST"]),
        Route("/api/fix", _answering(_in_turn(_fix)), methods=["POST"]),
        Route("/api/cookie/explain", _answering(_at_once(_explain)), methods=["POST"]),
    ]
    app = Starlette(routes=routes, exception_handlers={404: _nowhere, 405: _wrong_method})
    return Guard(app, host)


@functools.lru_cache(maxsize=MOST_KEPT)
def _play(body: bytes) -> bytes:
    """The answer is a function of the question, so a class that follows one story is answered from memory."""
    return to_json(played(read_body(body, PlayAsked)))


@functools.lru_cache(maxsize=MOST_KEPT)
def _next(body: bytes) -> bytes:
    return to_json(what_next(read_body(body, NextAsked)))


@functools.lru_cache(maxsize=MOST_KEPT)
def _card(body: bytes) -> bytes:
    return to_json(carded(read_body(body, DesignAsked)))


@functools.lru_cache(maxsize=MOST_KEPT)
def _attacks(body: bytes) -> bytes:
    return to_json(attacked(read_body(body, DesignAsked)))


@functools.lru_cache(maxsize=MOST_KEPT)
def _fix(body: bytes) -> bytes:
    return to_json(fixed(read_body(body, FixAsked)))


def _explain(body: bytes) -> bytes:
    return to_json(explained(read_body(body, CookieAsked), time.time()))


Answer = Callable[[bytes], Awaitable[bytes]]


def _at_once(answer: Callable[[bytes], bytes]) -> Answer:
    async def answering(body: bytes) -> bytes:
        return answer(body)

    return answering


def _in_turn(answer: Callable[[bytes], bytes]) -> Answer:
    """For what takes seconds: one at a time, in a thread of its own, while all else goes on being answered."""
    limiter = CapacityLimiter(1)

    async def answering(body: bytes) -> bytes:
        if limiter.statistics().tasks_waiting >= MOST_WAITING:
            raise Trouble("too_busy")
        return await to_thread.run_sync(answer, body, limiter=limiter)

    return answering


def _answering(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
            return Response(await answer(body), media_type=JSON, headers={"cache-control": "no-store"})
        except Trouble as trouble:
            return problem_response(trouble)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            # The one place where a mistake of the lab's own ends: the page says so, and the server goes on.
            log.exception("a request could not be answered")
            return problem_response(Trouble("own_mistake", kind=type(error).__name__, detail=str(error)), 500)

    return endpoint


async def _body(request: Request) -> bytes:
    """The body, as far as it is JSON and of a bearable size."""
    kind = request.headers.get("content-type", "")
    if kind.partition(";")[0].strip().lower() != JSON:
        raise Trouble("not_json_body", kind=kind or "nothing")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_OCTETS:
            raise Trouble("body_too_large", most=MOST_OCTETS // 1024)
    return bytes(body)


@functools.cache
def _model() -> tuple[bytes, str]:
    return _fingerprinted(to_json(model()))


@functools.cache
def _presets() -> tuple[bytes, str]:
    return _fingerprinted(to_json(presets()))


def _fingerprinted(content: bytes) -> tuple[bytes, str]:
    return content, f'"{hashlib.sha256(content).hexdigest()[:16]}"'


def _answering_once(answer: Callable[[], tuple[bytes, str]]) -> Callable[[Request], Awaitable[Response]]:
    """An answer that is the same for everybody, as long as the server runs."""

    async def endpoint(request: Request) -> Response:
        content, fingerprint = answer()
        return fresh_response(request, content, JSON, fingerprint)

    return endpoint


def _serving(file: File) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return file_response(request, file)

    return endpoint


async def _nowhere(request: Request, error: Exception) -> Response:
    return problem_response(Trouble("no_such_page", path=request.url.path))


async def _wrong_method(request: Request, error: Exception) -> Response:
    response = problem_response(Trouble("wrong_method_here", method=request.method, path=request.url.path))
    response.headers.update(getattr(error, "headers", None) or {})
    return response
