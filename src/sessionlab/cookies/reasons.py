"""Why a cookie is refused or withheld: a code, the rule it comes from, and the particulars."""

from __future__ import annotations

from typing import Any

from sessionlab.value import Value


class Reason(Value):
    """One reason against storing or sending a cookie.

    `code` names a sentence of the catalogue (`cookie.refused.CODE` or `cookie.withheld.CODE`), `source` begins with
    the key of a document in `citation.DOCUMENTS`, `details` are the pairs that fill the sentence. A detail may be an
    undecided attribute of the cookie: it is carried along and never looked at here.
    """

    code: str
    source: str
    details: tuple[tuple[str, Any], ...] = ()


class Refused(Value):
    """The browser ignores the cookie, for these reasons, in the specification's order."""

    reasons: tuple[Reason, ...]


def reason(code: str, source: str, **details: Any) -> Reason:
    """A reason with its particulars given by name."""
    return Reason(code, source, tuple(details.items()))
