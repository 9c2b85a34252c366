"""The page holds the tokens for an API."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import comes_back
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.identity_provider == "oidc_code_flow" and design.oauth_client_pattern == "browser_client"


RULE = Rule("api_tokens_in_page", MEDIUM, "oauth-browser-based-apps 6.3", of_design=_is_so, shows=comes_back)
