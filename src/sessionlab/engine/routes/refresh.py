"""`POST /refresh`: the token endpoint, where a refresh token is exchanged for a new access token."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import self_contained
from sessionlab.engine.refresh import COOKIE, FIELD, delivered, refused_because, rotates
from sessionlab.engine.sessions import csrf_secret, deliver
from sessionlab.engine.steps import (
    FindAccount,
    FindRefresh,
    KeepRefresh,
    Logic,
    NewJti,
    Note,
    Now,
    RevokeFamily,
    UseRefresh,
)
from sessionlab.http.message import Request, Response
from sessionlab.tokens.terms import RefreshToken
from sessionlab.value import replace


def answer(request: Request, design: Design) -> Logic[Response]:
    """200 with a new access token (and, where they rotate, a new refresh token), or 401."""
    token = design.settle(_shown(request))
    if not isinstance(token, RefreshToken):
        return Response(401, "refresh_refused", (), ground="no_refresh_token")
    known = yield FindRefresh(token)
    refused = refused_because(known, token, request.client, (yield Now()), design)
    if refused is not None:
        if refused == "refresh_used" and design.refresh_tokens == "rotating_with_reuse_detection":
            yield Note("refresh_reuse_detected")
            yield RevokeFamily(token.family)
        return Response(401, "refresh_refused", (), ground=refused)
    account = yield FindAccount(token.user)
    if account is None or not account.enabled:
        return Response(401, "refresh_refused", (), ground="account_disabled")
    secret = yield from csrf_secret(design)
    access = yield from self_contained.issue(account, (yield Now()), secret, token.client, design, token.family)
    response = deliver(access, Response(200, "refreshed", (), user=token.user, ground="refresh_token"), design)
    if not design.decide("refresh_tokens", rotates):
        return response
    yield UseRefresh(token)
    following = replace(token, made=(yield NewJti()))
    yield KeepRefresh(following)
    return delivered(following, response, design)


def _shown(request: Request) -> Any:
    in_cookie = request.cookie(COOKIE)
    return request.field(FIELD) if in_cookie is None else in_cookie
