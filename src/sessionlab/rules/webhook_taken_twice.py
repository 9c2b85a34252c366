"""A delivery can be sent twice."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import MEDIUM, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "webhook_signature" and not design.webhook_id_deduplication


RULE = Rule("webhook_taken_twice", MEDIUM, "Standard Webhooks", of_design=_is_so, shows=presents)
