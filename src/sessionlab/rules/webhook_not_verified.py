"""Deliveries are believed without looking at their signature."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import HIGH, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "webhook_signature" and not design.webhook_verification


RULE = Rule("webhook_not_verified", HIGH, "Standard Webhooks", of_design=_is_so, shows=presents)
