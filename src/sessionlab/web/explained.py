"""A `Set-Cookie` line explained, for the page `/cookie`."""

from __future__ import annotations

import re
from typing import Any

from sessionlab.browser.explain import explain
from sessionlab.errors import Trouble
from sessionlab.http.url import Url, parse_url
from sessionlab.render.cookie_words import explanation_data
from sessionlab.web.asked import CookieAsked, policy_asked
from sessionlab.web.problem import located

_FIELD = re.compile(r"(?i)set-cookie:[ \t]*")


def explained(asked: CookieAsked, now: float) -> dict[str, Any]:
    """The explanation with all its sentences, as it is at that second."""
    line = _FIELD.sub("", asked.line.strip(), count=1)
    if not line:
        raise Trouble("no_set_cookie", pointer="/line")
    page = None if asked.page is None else _url(asked.page, "/page")
    octets = line.encode().decode("latin-1")
    return explanation_data(explain(octets, _url(asked.url, "/url"), policy_asked(asked), now, page))


def _url(text: str, pointer: str) -> Url:
    try:
        return parse_url(text.strip())
    except Trouble as trouble:
        raise located(trouble, pointer) from trouble
