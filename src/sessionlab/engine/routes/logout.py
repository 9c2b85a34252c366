"""`/logout`: two sides, the browser's copy and the server's state; each is ended only if the design ends it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import client_side, server_side
from sessionlab.engine.cookie_out import deletion
from sessionlab.engine.csrf import SAFE_METHODS
from sessionlab.engine.guard import method_of, stopped, wrong_method
from sessionlab.engine.identity import Identity
from sessionlab.engine.refresh import in_use
from sessionlab.engine.remember import forgotten
from sessionlab.engine.revocation import is_listed, revoke
from sessionlab.engine.sessions import TOKENS, has_others, identify, kind_of
from sessionlab.engine.steps import Delete, DeleteAll, Deny, Logic, Note, RevokeFamily, Update
from sessionlab.http.message import Request, Response
from sessionlab.tokens.terms import Token
from sessionlab.value import replace


def answer(request: Request, design: Design) -> Logic[Response]:
    """End the session that this request belongs to. A link or an image can do it only if the endpoint takes GET."""
    if method_of(request, design) in SAFE_METHODS and design.logout_method != "GET":
        return wrong_method(request)
    found = yield from identify(request, design)
    refused = yield from stopped(request, found, False, design)
    if refused is not None:
        return refused
    if found.user is not None:
        yield from end(found, design)
    response = Response(200, "logged_out", (), ground="logged_out" if found.user is not None else found.ground)
    return (yield from forgotten(request, found, forget_in_client(response, design), design))


def end(found: Identity, design: Design) -> Logic[None]:
    """The server's side of a logout."""
    kind = kind_of(design)
    if kind in TOKENS and isinstance(found.credential, Token):
        yield from revoke(found.credential, design)
        if design.possibly("refresh_tokens", in_use) and design.logout_revokes_refresh_token:
            yield RevokeFamily(found.credential.claims.family)
    elif kind is client_side and found.record is not None and design.decide("token_revocation", is_listed):
        if design.invalidate_on_logout:
            yield Deny(found.record.started, client_side.FOREVER)
        else:
            yield Note("server_side_untouched")
    elif kind is not server_side:
        yield Note("nothing_to_invalidate")
    elif not design.invalidate_on_logout:
        yield Note("server_side_untouched")
    elif found.id is not None and found.record is not None:
        if design.logout_deletes == "record":
            yield Delete(found.id)
        else:
            yield Update(found.id, replace(found.record, user=None))
        if found.user is not None:
            others = yield from has_others(found.user, "logout_scope", found.id, design)
            if others and design.logout_scope == "all_sessions":
                yield DeleteAll(found.user)


def forget_in_client(response: Response, design: Design) -> Response:
    """The browser's side of a logout: the cookie's deletion, or the page's word to its script to forget the token."""
    if design.possibly("clear_client_on_logout", bool):
        if design.credential_transport == "cookie":
            cookie = replace(deletion(design), sent=design.later("clear_client_on_logout"))
            response = replace(response, set_cookies=(cookie,))
        else:
            response = replace(response, token=design.later("clear_client_on_logout", _forget_or_keep))
    if design.possibly("clear_site_data_on_logout", bool):
        header = design.later("clear_site_data_on_logout", _clear_site_data)
        response = replace(response, headers=(*response.headers, ("Clear-Site-Data", header)))
    return response


FORGET = "forget"
"""In place of a token in the body: the page's script is to forget the one it keeps."""


def _forget_or_keep(forgets: bool) -> str | None:
    return FORGET if forgets else None


def _clear_site_data(wanted: bool) -> str | None:
    return '"cookies", "storage"' if wanted else None
