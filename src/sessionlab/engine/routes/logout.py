"""`/logout`: two sides, the browser's copy and the server's state; each is ended only if the design ends it."""

from __future__ import annotations

from sessionlab.engine import self_contained, server_side
from sessionlab.engine.cookie_out import deletion
from sessionlab.engine.csrf import SAFE_METHODS, refused_because
from sessionlab.engine.design_port import AnyDesign
from sessionlab.engine.identity import Identity
from sessionlab.engine.revocation import revoke
from sessionlab.engine.sessions import identify, kind_of
from sessionlab.engine.steps import Delete, DeleteAll, Logic, Note, Update
from sessionlab.http.message import Request, Response
from sessionlab.tokens.terms import Token
from sessionlab.value import replace


def answer(request: Request, design: AnyDesign) -> Logic[Response]:
    """End the session that this request belongs to. A link or an image can do it only if the endpoint takes GET."""
    if request.method in SAFE_METHODS and design.logout_method != "GET":
        return Response(405, "wrong_method", (request.method,), ground="wrong_method")
    found = yield from identify(request, design)
    forged = refused_because(request, found.csrf, design)
    if forged:
        yield Note("forged_request", (forged,))
        return Response(403, "forged", (forged,), user=found.user, ground=forged)
    if found.user is not None:
        yield from end(found, design)
    response = Response(200, "logged_out", (), ground="logged_out" if found.user is not None else found.ground)
    return forget_in_client(response, design)


def end(found: Identity, design: AnyDesign) -> Logic[None]:
    """The server's side of a logout."""
    if not design.invalidate_on_logout:
        yield Note("server_side_untouched")
        return
    kind = kind_of(design)
    if kind is server_side and found.id is not None and found.record is not None:
        if design.logout_deletes == "record":
            yield Delete(found.id)
        else:
            yield Update(found.id, replace(found.record, user=None))
        if found.user is not None and design.logout_scope == "all_sessions":
            yield DeleteAll(found.user)
    elif kind is self_contained and isinstance(found.credential, Token):
        yield from revoke(found.credential.claims, design)
    else:
        yield Note("nothing_to_invalidate")


def forget_in_client(response: Response, design: AnyDesign) -> Response:
    """The browser's side of a logout: the cookie's deletion, or the page's word to its script to forget the token."""
    if design.clear_client_on_logout:
        if design.credential_transport == "cookie":
            response = replace(response, set_cookies=(deletion(design),))
        else:
            response = replace(response, token=FORGET)
    if design.possibly("clear_site_data_on_logout", bool):
        header = design.later("clear_site_data_on_logout", _clear_site_data)
        response = replace(response, headers=(*response.headers, ("Clear-Site-Data", header)))
    return response


FORGET = "forget"
"""In place of a token in the body: the page's script is to forget the one it keeps."""


def _clear_site_data(wanted: bool) -> str | None:
    return '"cookies", "storage"' if wanted else None
