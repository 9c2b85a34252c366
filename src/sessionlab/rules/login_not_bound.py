"""What the provider sends back is taken from any browser."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import comes_back
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.identity_provider == "oidc_code_flow" and not design.oauth_request_binding


RULE = Rule("login_not_bound", HIGH, "RFC 9700 2.1, 4.7", of_design=_is_so, shows=comes_back)
