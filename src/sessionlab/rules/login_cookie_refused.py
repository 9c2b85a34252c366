"""The browser did not take the login cookie."""

from __future__ import annotations

from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Details, Moment, Rule
from sessionlab.world.cookie_fates import fates


def _happened(moment: Moment) -> Details | None:
    if not hands_out_credential(moment):
        return None
    refused = fates(moment.exchange, moment.design).refused
    return (("name", refused[0].cookie.name),) if refused else None


RULE = Rule("login_cookie_refused", MEDIUM, "6265bis 5.7", of_moment=_happened)
