"""One browser: its cookie jar, what its page's script keeps, and the page it shows."""

from __future__ import annotations

from typing import Any

from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.http.message import Pairs
from sessionlab.http.url import Url
from sessionlab.value import Value, replace


class Page(Value):
    """The document in the window. `initiator`: the page whose link or form led here, which a reload repeats.

    `form_token`: the CSRF token in its forms. `content`: what it shows (a code of the catalogue). `query`: what its
    address carries beyond `url`.
    """

    url: Url
    initiator: Url | None = None
    form_token: Any = None
    content: str = "page"
    query: Pairs = ()


class Device(Value):
    """A browser. `kept`: the credential that the page's script keeps, and in which storage.

    `kept_refresh`: the refresh token beside it. `page_tokens`: tokens for an API that the page's script holds.
    `signed_in`, `used`: seconds at which the app's page here saw a login and was last used; its own timers count from
    them. `deleted`: cookies removed by hand, which can be put back.
    """

    name: str
    jar: Jar = ()
    kept: Any = None
    kept_in: Any = None
    kept_refresh: Any = None
    page_tokens: Any = ()
    page: Page | None = None
    signed_in: int | None = None
    used: int = 0
    deleted: tuple[Cookie, ...] = ()

    def without_kept(self) -> Device:
        """The same browser once its storage has lost what the page's script kept there."""
        return replace(self, kept=None, kept_in=None, kept_refresh=None)
