"""SameSite: three notions that must not be mixed.

The *attribute* says what the server asked for: "strict", "lax", "none", or "unset" where it said nothing that counts.
The *enforcement* is what a policy makes of it: unset may mean Lax, or Lax that spares young cookies.
The *level* is what a request permits: the strictest attribute that may still be sent with it.
"""

from __future__ import annotations

from sessionlab.cookies.context import RetrieveContext
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.policy import LAX_WITH_WINDOW, NO_DEFAULT, BrowserPolicy

ATTRIBUTES = ("strict", "lax", "none", "unset")
LEVELS = ("strict", "lax", "none")
YOUNG = 120
"""Seconds during which an unset cookie may go with an unsafe top-level request (6265bis 5.6.7.2)."""


def attribute_of(text: str) -> str:
    """The attribute that the text after `SameSite=` means (6265bis 5.6.7); unknown text means "unset"."""
    lowered = text.lower()
    return lowered if lowered in ("strict", "lax", "none") else "unset"


def enforcement(attribute: str, policy: BrowserPolicy, age: float) -> str:
    """What a policy makes of an attribute: "strict", "lax", "lax_allowing_unsafe" or "none" (6265bis 5.6.7)."""
    if policy.same_site == "ignored":
        return "none"
    if attribute != "unset":
        return attribute
    if policy.default_same_site == NO_DEFAULT:
        return "none"
    return "lax_allowing_unsafe" if policy.default_same_site == LAX_WITH_WINDOW and age < YOUNG else "lax"


def withholds(cookie: Cookie, context: RetrieveContext, policy: BrowserPolicy, now: float) -> bool:
    """Whether SameSite keeps this cookie from this request (6265bis 5.8.3 step 3).

    Says the same as `enforcement` and `level` put together, but asks for no more of the cookie than it must.
    """
    if policy.same_site == "ignored" or context.level == "strict":
        return False
    if context.level == "lax":
        return bool(cookie.same_site == "strict")
    if cookie.same_site == "none":
        return False
    if policy.default_same_site == NO_DEFAULT:
        return bool(cookie.same_site != "unset")
    if policy.default_same_site == LAX_WITH_WINDOW and context.unsafe_top_level and now - cookie.creation < YOUNG:
        return bool(cookie.same_site != "unset")
    return True


def forbids_storing(cookie: Cookie, policy: BrowserPolicy) -> bool:
    """Whether SameSite keeps this cookie from being stored by a cross-site response (6265bis 5.7 step 18)."""
    if policy.same_site == "ignored" or cookie.same_site == "none":
        return False
    return bool(policy.default_same_site != NO_DEFAULT or cookie.same_site != "unset")
