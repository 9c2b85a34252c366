"""`/slow/read`, `/slow/write`: requests that load the session, wait, and only then answer."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.remember import recognise
from sessionlab.engine.sessions import keep
from sessionlab.engine.steps import Logic, Note, Pause
from sessionlab.http.message import Request, Response
from sessionlab.value import replace


def read(request: Request, design: Design) -> Logic[Response]:
    """Load, wait, answer; the session is written back only where every request writes it back."""
    return (yield from _slow(request, design, writes=False))


def write(request: Request, design: Design) -> Logic[Response]:
    """Load, wait, change the session as it was loaded, save it."""
    return (yield from _slow(request, design, writes=True))


def _slow(request: Request, design: Design, writes: bool) -> Logic[Response]:
    found = yield from recognise(request, design)
    if found.user is None:
        return Response(401, "slow_refused", (), ground=found.ground)
    yield Pause()
    yield Note("goes_on_after_pause")
    if writes and found.record is not None:
        found = replace(found, record=replace(found.record, items=found.record.items + 1))
    response = Response(200, "slow_done", (found.user,), user=found.user, ground=found.ground)
    return (yield from keep(found, writes, response, design, paused=True))
