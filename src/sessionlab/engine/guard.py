"""What stands before every change of state: the method, the forgery check, and sometimes the password again."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.csrf import SAFE_METHODS, refused_because
from sessionlab.engine.identity import Identity
from sessionlab.engine.steps import CheckPassword, Logic, Note
from sessionlab.http.message import Request, Response

OVERRIDE = "_method"


def method_of(request: Request, design: Design) -> str:
    """The method as the application takes it: some frameworks let `?_method=POST` turn GET into POST (ASVS 3.5.3)."""
    asked = next((value for name, value in request.query if name == OVERRIDE), None)
    if asked is not None and request.method in SAFE_METHODS and design.method_override_on_get:
        return str(asked)
    return request.method


def wrong_method(request: Request) -> Response:
    """405: this endpoint does not take that method."""
    return Response(405, "wrong_method", (request.method,), ground="wrong_method")


def stopped(request: Request, found: Identity, sensitive: bool, design: Design) -> Logic[Response | None]:
    """The refusal of a request that is forged, or that lacks the password which a sensitive action asks for again."""
    forged = refused_because(request, found.csrf, design, safe=method_of(request, design) in SAFE_METHODS)
    if forged:
        yield Note("forged_request", (forged,))
        return Response(403, "forged", (forged,), user=found.user, ground=forged)
    if not (sensitive and found.user is not None and design.possibly("reauthenticate_sensitive_actions", bool)):
        return None
    again = yield CheckPassword(found.user, request.field("current_password"))
    if again or not design.reauthenticate_sensitive_actions:
        return None
    return Response(403, "password_needed", (), user=found.user, ground="password_needed")
