"""An API key lasts until somebody thinks of it."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "api_key" and design.api_key_expiry == "none"


RULE = Rule("api_key_without_end", MEDIUM, "ASVS 13.3.4", of_design=_is_so, shows=presents)
