"""The time of a delivery is not looked at."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import presents
from sessionlab.rules.rule import LOW, Rule


def _is_so(design: Design) -> bool:
    return design.session_type == "webhook_signature" and not design.webhook_timestamp_check


RULE = Rule("webhook_of_any_age", LOW, "Standard Webhooks", of_design=_is_so, shows=presents)
