"""A copied value was answered as the user after his logout."""

from __future__ import annotations

from typing import Any

from sessionlab.rules.moments import answered_as_victim, by_attackers_tool, carried, logs_out, names_victim
from sessionlab.rules.rule import HIGH, Details, Moment, Rule
from sessionlab.world.state import VICTIM


def _happened(moment: Moment) -> Details | None:
    if not (by_attackers_tool(moment) and answered_as_victim(moment)):
        return None
    for value in carried(moment):
        if any(_ended(Moment(moment.design, earlier), value) for earlier in moment.before):
            return (("value", value),)
    return None


def _ended(earlier: Moment, value: Any) -> bool:
    """Did the user log out while this value was good? One from a later login has outlived nothing."""
    send = earlier.exchange.send
    by_user = send is not None and (send.keeps or not send.bare) and send.device == VICTIM
    return by_user and logs_out(earlier) and names_victim(value, earlier.exchange.before, earlier.design)


RULE = Rule("copy_outlives_logout", HIGH, "ASVS 7.4.1; WSTG-SESS-06", of_moment=_happened)
