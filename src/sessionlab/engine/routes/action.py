"""`/action`: something that changes state in the user's name."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.csrf import SAFE_METHODS
from sessionlab.engine.guard import method_of, stopped, wrong_method
from sessionlab.engine.remember import recognise
from sessionlab.engine.sessions import keep
from sessionlab.engine.steps import Logic, Perform
from sessionlab.http.message import Request, Response


def answer(request: Request, design: Design) -> Logic[Response]:
    """200 when done, 401 for nobody, 403 for a forged request or a missing role, 405 for GET where GET is safe."""
    if method_of(request, design) in SAFE_METHODS and not design.state_change_on_get:
        return wrong_method(request)
    found = yield from recognise(request, design)
    if found.user is None:
        return Response(401, "action_refused", (), ground=found.ground)
    refused = yield from stopped(request, found, True, design)
    if refused is not None:
        return refused
    role = found.record.role if found.record is not None else "user"
    if request.field("kind") == "admin" and role != "admin":
        return Response(403, "action_refused", ("admin",), user=found.user, ground="role_missing")
    yield Perform(found.user, request.header("Origin"), role, request.field("kind"))
    response = Response(200, "action_done", (found.user,), user=found.user, ground=found.ground)
    return (yield from keep(found, False, response, design))
