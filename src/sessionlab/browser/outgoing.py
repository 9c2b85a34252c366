"""A request that a browser (or a bare tool) is about to make."""

from __future__ import annotations

from typing import Any

from sessionlab.http.message import Pairs
from sessionlab.http.url import Url
from sessionlab.value import Value


class Send(Value):
    """`device` asks for `url` in the way `kind` (a kind of `browser.context`), because the page `initiator` asked.

    `via`: the URLs that redirected here, in order. `bare`: a tool sends exactly `cookies`, `headers`, `fields` and
    `query`; no jar is used and nothing is stored. `replaces_page`: the answer becomes the page in the window.
    `halts`: the request is to wait at the server's pause. `agent`, `key`: what a tool shows in place of its own.
    `around`: the documents around a frame that asks, outermost first. `reads`: the asking page wants to read the
    answer. `learns`: who asks keeps the credentials in the answer. `keeps`: a program of the user's own that keeps the
    tokens it is given. `drops`: parameters that whoever sits there edits out of addresses. `takes_code`: a script that
    exchanges the code in the answer for tokens by itself.
    `referrer_policy`: what the asking page says about its Referer.
    """

    device: str
    method: str
    url: Url
    kind: str
    initiator: Url | None = None
    via: tuple[Url, ...] = ()
    headers: Pairs = ()
    fields: Pairs = ()
    query: Pairs = ()
    cookies: Pairs = ()
    bare: bool = False
    replaces_page: bool = False
    halts: bool = False
    agent: str = ""
    key: str = ""
    around: tuple[Url, ...] = ()
    reads: bool = False
    learns: bool = False
    keeps: bool = False
    drops: tuple[str, ...] = ()
    takes_code: bool = False
    referrer_policy: Any = "browser_default"


class FromPage(Value):
    """A form that the application's own page will send to `path`, made when its turn comes, from the page as it is.

    `changed`: what somebody who ends its encryption on the way writes into it. `moved`: where that one sends it.
    """

    device: str
    path: str
    fields: Pairs = ()
    halts: bool = False
    changed: Pairs = ()
    moved: str = ""


class FramedClick(Value):
    """A click of the user's on the application's page inside a frame of `page`, if it was shown there at all."""

    page: Url


class ProviderForm(Value):
    """The identity provider's login form, if it will be shown, filled in by somebody who knows the password."""

    device: str
    fields: Pairs


def with_value(pairs: tuple[tuple[str, Any], ...]) -> Pairs:
    """The pairs whose value is not None: a header or field that is not used is not sent."""
    return tuple([pair for pair in pairs if pair[1] is not None]) if pairs else pairs
