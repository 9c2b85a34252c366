"""Driving the server's logic by hand: a request in, its answer and the steps that it asked for out."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.routes import answer
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Request, Response
from sessionlab.http.url import Url
from sessionlab.servers.simulated import run
from sessionlab.servers.state import VICTIM, ServerState
from tests.playbook import under

NOW = 1_000_000
NUMBER = 7
APP = "app.example.test"
OWN_ORIGIN = f"https://{APP}"
RIGHT = (("user", VICTIM), ("password", "correct horse"))


def request(path: str, method: str = "GET", host: str = APP, **parts: Any) -> Request:
    """A request as it reaches the server."""
    return Request(method, Url("https", host, 443, path), **parts)


def driven(logic: Logic[Any], state: ServerState | None = None, now: int = NOW, design: Design | None = None) -> Any:
    """A `Run`: the logic driven to its end against the simulated server; `response` is what it comes to.

    `design`: that of the server which answers the steps, where it is not the plain one.
    """
    return run(logic, state or ServerState(), NUMBER, now, design or under())


def answered(asked: Request, state: ServerState | None = None, now: int = NOW, **switches: Any) -> Any:
    """The application's answer under a design."""
    design = under(**switches)
    return driven(answer(asked, design), state, now, design)


def response_to(asked: Request, state: ServerState | None = None, now: int = NOW, **switches: Any) -> Response:
    """The same, the response alone."""
    response = answered(asked, state, now, **switches).response
    assert isinstance(response, Response)
    return response


def asked_for(done: Any) -> list[str]:
    """The names of the steps that were asked for, notes left out."""
    return [type(step).__name__ for step, _ in done.steps if not isinstance(step, Note)]


def noted(done: Any) -> list[str]:
    """The codes of the notes."""
    return [step.code for step, _ in done.steps if isinstance(step, Note)]


def result(logic: Logic[Any], state: ServerState | None = None, now: int = NOW, design: Design | None = None) -> Any:
    """What a part of the logic comes to."""
    return driven(logic, state, now, design).response


def plain(**switches: Any) -> Design:
    """Another name for `under`, where nothing is played."""
    return under(**switches)
