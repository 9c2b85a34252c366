"""The server believed a value that somebody changed."""

from __future__ import annotations

from typing import Any

from sessionlab.rules.moments import carried, handed_out
from sessionlab.rules.rule import HIGH, Details, Moment, Rule
from sessionlab.tokens.forgery import NOBODY
from sessionlab.tokens.terms import StateCookie, Token


def _happened(moment: Moment) -> Details | None:
    response = moment.exchange.response
    if response is None or response.user is None:
        return None
    for value in carried(moment):
        if _was_changed(value, moment):
            return (("value", value),)
    return None


def _was_changed(value: Any, moment: Moment) -> bool:
    if isinstance(value, Token):
        return bool(value.signed_by == NOBODY)
    # Nothing in an unsigned cookie says who wrote it, but the lab saw what the server handed out.
    issued = (one for earlier in moment.before for one in handed_out(Moment(moment.design, earlier)))
    return isinstance(value, StateCookie) and value not in tuple(issued)


RULE = Rule("changed_value_believed", HIGH, "RFC 8725 3.2; OWASP SMCS", of_moment=_happened)
