"""A link or an image can log the user out."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import asks_for
from sessionlab.rules.rule import LOW, Moment, Rule


def _is_so(design: Design) -> bool:
    return design.logout_method == "GET"


def _shows(moment: Moment) -> bool:
    return asks_for(moment, "/logout")


RULE = Rule("logout_by_get", LOW, "ASVS 3.5.3; OIDC RP-Initiated Logout", of_design=_is_so, shows=_shows)
