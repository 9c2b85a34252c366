"""Parsing a Set-Cookie line (6265bis 5.6, layered-cookies 5.4.2).

A line is a text of octets: each character stands for one octet (latin-1). A `ParsedCookie` is the cookie as it is
written; what it means for a URL, at a time, under a policy, is decided later.
"""

from __future__ import annotations

import re

from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.reasons import Reason, Refused, reason
from sessionlab.http.message import SetCookie
from sessionlab.value import Value

_WHITE = " \t"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_CONTROLS_BUT_TAB = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class Attribute(Value):
    """One attribute as it is written; a name without "=" has the value ""."""

    name: str
    value: str = ""


class ParsedCookie(Value):
    """A cookie as it is written: name, value and all attributes in their order, known or not."""

    name: str
    value: str
    attributes: tuple[Attribute, ...] = ()

    @property
    def octets(self) -> int:
        """The size that browsers limit: name and value together."""
        return len(self.name) + len(self.value)


def parse(line: str, policy: BrowserPolicy) -> ParsedCookie | Refused:
    """Read a Set-Cookie line, or say why it must be ignored. Raises nothing, whatever the text."""
    pair, *rest = line.split(";")
    name, equals, value = pair.partition("=")
    if not equals:
        name, value = "", name
    attributes = tuple(one for one in map(_attribute, rest) if one.name or one.value)
    parsed = ParsedCookie(name.strip(_WHITE), value.strip(_WHITE), attributes)
    found = tuple(_unacceptable(parsed, line, policy))
    return Refused(found) if found else parsed


def _attribute(text: str) -> Attribute:
    name, _, value = text.partition("=")
    return Attribute(name.strip(_WHITE), value.strip(_WHITE))


def _unacceptable(parsed: ParsedCookie, line: str, policy: BrowserPolicy) -> list[Reason]:
    found = []
    if _has_controls(parsed, line, policy):
        found.append(reason("control_character", "6265bis 5.6 step 1"))
    if policy.most_octets is not None and parsed.octets > policy.most_octets:
        found.append(reason("too_long", "6265bis 5.6 step 5", octets=parsed.octets, most=policy.most_octets))
    if not parsed.name and not parsed.value:
        found.append(reason("empty", "6265bis 5.7 step 2"))
    elif not parsed.name and policy.nameless_cookies == "dropped":
        found.append(reason("nameless", "RFC 6265 5.2 step 5"))
    return found


def _has_controls(parsed: ParsedCookie, line: str, policy: BrowserPolicy) -> bool:
    if policy.control_characters == "kept" or not _CONTROLS.search(line):
        return False
    if policy.control_characters == "refused_but_tab":
        return _CONTROLS_BUT_TAB.search(line) is not None
    # A tab around a name or a value is white space and was trimmed; one inside counts.
    texts = [parsed.name, parsed.value]
    for attribute in parsed.attributes:
        texts += [attribute.name, attribute.value]
    return any(_CONTROLS.search(text) for text in texts)


def render(parsed: ParsedCookie) -> str:
    """The Set-Cookie line of a parsed cookie: `parse(render(p))` is `p` again."""
    pieces = [f"{parsed.name}={parsed.value}"]
    for attribute in parsed.attributes:
        bare = not attribute.value and attribute.name
        pieces.append(attribute.name if bare else f"{attribute.name}={attribute.value}")
    return "; ".join(pieces)


def compose(
    name: str,
    value: str,
    *,
    path: str | None = None,
    domain: str | None = None,
    max_age: int | None = None,
    expires: str | None = None,
    http_only: bool = False,
    secure: bool = False,
    same_site: str = "unset",
    partitioned: bool = False,
) -> ParsedCookie:
    """A cookie as the lab writes it: `Path; Domain; Max-Age; Expires; HttpOnly; Secure; SameSite; Partitioned`."""
    given = (
        ("Path", path),
        ("Domain", domain),
        ("Max-Age", None if max_age is None else str(max_age)),
        ("Expires", expires),
        ("HttpOnly", "" if http_only else None),
        ("Secure", "" if secure else None),
        ("SameSite", None if same_site == "unset" else same_site.capitalize()),
        ("Partitioned", "" if partitioned else None),
    )
    return ParsedCookie(name, value, tuple(Attribute(key, text) for key, text in given if text is not None))


def line_of(cookie: SetCookie, value: str) -> str:
    """The value of the Set-Cookie field that a server means, with the cookie's value as text."""
    return render(
        compose(
            cookie.name,
            value,
            path=cookie.path,
            domain=cookie.domain,
            max_age=cookie.max_age,
            http_only=cookie.http_only,
            secure=cookie.secure,
            same_site=cookie.same_site,
        )
    )
