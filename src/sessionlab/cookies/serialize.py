"""The cookie-string of a Cookie header (6265bis 5.8.3 step 6, layered-cookies 5.4.6)."""

from __future__ import annotations

from sessionlab.cookies.jar import Jar


def cookie_string(cookies: Jar) -> str:
    """The value of the Cookie header for these cookies, in this order; "" for none. Values must be text by now."""
    return "; ".join(f"{cookie.name}={cookie.value}" if cookie.name else str(cookie.value) for cookie in cookies)
