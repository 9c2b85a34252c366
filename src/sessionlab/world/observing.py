"""What others learn from requests on their way: who listens, who reads logs, who asks a shared cache."""

from __future__ import annotations

from typing import Any

from sessionlab.engine.proofs import HEADER as PROOF_HEADER
from sessionlab.http.message import Pairs, Request
from sessionlab.tokens.credentials import CREDENTIALS, PRESENTABLE
from sessionlab.value import replace
from sessionlab.world.state import World


def credentials_in(request: Request) -> tuple[Any, ...]:
    """The login credentials that a request carries, wherever they stand."""
    return tuple([value for _, value in _pairs(request) if type(value) in CREDENTIALS])


def shown_in(request: Request) -> tuple[Any, ...]:
    """What whoever sees one request in the clear learns from it; a proof comes before what it proves."""
    shown = tuple([value for _, value in _pairs(request) if type(value) in PRESENTABLE])
    proof = request.header(PROOF_HEADER)
    return shown if proof is None else (proof, *shown)


def _pairs(request: Request) -> Pairs:
    return request.cookies + request.headers + request.fields + request.query


def in_logs(world: World, request: Request) -> World:
    """The world after a request may have been written to the logs: its URL to one, its headers to the other."""
    urls = tuple([value for _, value in request.query if type(value) in CREDENTIALS])
    heads = tuple([value for _, value in request.cookies + request.headers if type(value) in CREDENTIALS])
    if not (urls or heads):
        return world
    return replace(world, logged_urls=joined(world.logged_urls, urls), logged=joined(world.logged, heads))


def joined(known: tuple[Any, ...], fresh: tuple[Any, ...]) -> tuple[Any, ...]:
    """The known values with fresh ones behind them, each once."""
    return (*[value for value in known if value not in fresh], *fresh) if fresh else known


def overheard(world: World, credentials: tuple[Any, ...]) -> World:
    """The world after these credentials crossed the network unencrypted."""
    fresh = tuple(value for value in credentials if value not in world.in_clear)
    return replace(world, in_clear=(*world.in_clear, *fresh)) if fresh else world
