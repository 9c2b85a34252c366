"""A client's half of the wire: from a request value to the bytes that leave, and from those that come back."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from sessionlab.engine.cors import ALLOW_CREDENTIALS, ALLOW_ORIGIN
from sessionlab.engine.routes.logout import FORGET
from sessionlab.engine.routes.page import FRAMING
from sessionlab.http.message import Request, Response
from sessionlab.http.raw import RawRequest, RawResponse, raw_request
from sessionlab.servers.asgi import POLICY
from sessionlab.servers.credentials import Credentials
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import RefreshToken, Secret
from tests.agreement.reader import Reader

Writer = Reader | Credentials

READ_BY_THE_BROWSER = ("Location", "Clear-Site-Data", FRAMING, ALLOW_ORIGIN, ALLOW_CREDENTIALS)


Exchange = Callable[[RawRequest], Coroutine[Any, Any, RawResponse]]


def text_of(value: Any, reader: Writer) -> str:
    return reader.write(value) if is_credential(value) or isinstance(value, Secret | RefreshToken) else str(value)


def encoded(request: Request, reader: Writer) -> RawRequest:
    """The request in bytes."""
    return raw_request(request, lambda value: text_of(value, reader))


def decoded(raw: RawResponse, reader: Writer) -> Response:
    """The response value that these bytes tell, without its cookies."""
    told = json.loads(raw.body)
    token, form_token, refresh = told["token"], told["form_token"], told["refresh_token"]
    return Response(
        status=raw.status,
        content=told["content"],
        details=tuple(told["details"]),
        headers=tuple((name, value) for name in READ_BY_THE_BROWSER for value in raw.all(name) if value != POLICY),
        token=token if token is None or token == FORGET else reader.read(token),
        refresh_token=None if refresh is None else reader.read_refresh(refresh),
        form_token=None if form_token is None else reader.read_secret(form_token),
        user=told["user"],
        ground=told["ground"],
    )
