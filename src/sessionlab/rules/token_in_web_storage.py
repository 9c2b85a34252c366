"""Every script of the page can read the credential."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import WEB_STORAGE, hands_out_credential
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.client_storage in WEB_STORAGE


RULE = Rule(
    "token_in_web_storage",
    MEDIUM,
    "OWASP HTML5 CS; oauth-browser-based-apps",
    of_design=_is_so,
    shows=hands_out_credential,
)
