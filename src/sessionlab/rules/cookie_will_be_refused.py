"""Browsers refuse the login cookie of this design."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.design.validity import rejected_by_browser
from sessionlab.rules.moments import hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return bool(rejected_by_browser(design))


RULE = Rule("cookie_will_be_refused", MEDIUM, "6265bis 5.7", of_design=_is_so, shows=hands_out_credential)
