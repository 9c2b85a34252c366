"""The kinds of request a page can cause, and what each is to the Fetch standard."""

from __future__ import annotations

from sessionlab.errors import Trouble, nearest
from sessionlab.value import Value


class Kind(Value):
    """One kind of request.

    `mode` and `dest` are the values of Sec-Fetch-Mode and Sec-Fetch-Dest, `target` is "top" or "frame" for a
    navigation and "" for anything else, `credentials` is the credentials mode (Fetch 2.2.5).
    """

    name: str
    method: str
    mode: str
    dest: str
    target: str = ""
    credentials: str = "include"


KINDS: tuple[Kind, ...] = (
    Kind("visit", "GET", "navigate", "document", "top"),
    Kind("link", "GET", "navigate", "document", "top"),
    Kind("form-get", "GET", "navigate", "document", "top"),
    Kind("form-post", "POST", "navigate", "document", "top"),
    Kind("popup", "GET", "navigate", "document", "top"),
    Kind("reload", "GET", "navigate", "document", "top"),
    Kind("fetch", "GET", "cors", "empty"),
    Kind("fetch-post", "POST", "cors", "empty"),
    Kind("fetch-same-origin", "GET", "cors", "empty", credentials="same-origin"),
    Kind("fetch-omit", "GET", "cors", "empty", credentials="omit"),
    Kind("websocket", "GET", "websocket", "empty"),
    Kind("img", "GET", "no-cors", "image"),
    Kind("iframe", "GET", "navigate", "iframe", "frame"),
    Kind("iframe-form-get", "GET", "navigate", "iframe", "frame"),
    Kind("iframe-form-post", "POST", "navigate", "iframe", "frame"),
)
REDIRECTED = "-redirect"
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """The kind of that name; `X-redirect` is X after a redirect, `top-level` a typed address.

    Raises `Trouble("unknown_name")` with the nearest names.
    """
    plain = "visit" if name == "top-level" else name.removesuffix(REDIRECTED)
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    known = tuple(_BY_NAME)
    raise Trouble("unknown_name", kind="request", name=name, known=", ".join(nearest(plain, known) or known))
