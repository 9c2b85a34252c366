"""What the cookie algorithms need to know about a request. Browsers compute it; cookies know no documents."""

from __future__ import annotations

from sessionlab.value import Value


class RetrieveContext(Value):
    """A request, or a script, that wants cookies (6265bis 5.8, "retrieval").

    `level`: the strictest SameSite attribute that may still be sent: "strict", "lax" or "none".
    `unsafe_top_level`: a cross-site top-level navigation with an unsafe method, for which young *unset* cookies may go.
    `credentials`: False where the request was made without any (Fetch, "credentials mode").
    `partition_key`: the site at the top of the page; only partitioned cookies of that partition are seen.
    """

    host: str
    path: str
    secure: bool
    http_api: bool = True
    level: str = "strict"
    unsafe_top_level: bool = False
    third_party: bool = False
    credentials: bool = True
    partition_key: str | None = None


class StoreContext(Value):
    """A response, or a script, that wants to store a cookie (6265bis 5.7).

    `same_site_allowed`: whether SameSite cookies may be stored: a same-site request, or a top-level navigation.
    The other fields are those of `RetrieveContext`.
    """

    host: str
    path: str
    secure: bool
    http_api: bool = True
    same_site_allowed: bool = True
    third_party: bool = False
    credentials: bool = True
    partition_key: str | None = None
