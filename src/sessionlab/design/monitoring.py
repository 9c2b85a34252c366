"""Noticing that a session is not what it was."""

from __future__ import annotations

from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "monitoring",
    Switch(
        id="risk_based_invalidation",
        tier=2,
        values=("none", "step_up", "revoke"),
        safe="step_up",
        seed_lab="none",
        meaning="What happens when a credential shows up from a new address or device.",
        source="ASVS 6.3.5; OWASP SMCS",
    ),
    Switch(
        id="session_list",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="People see their sessions and can end them; administrators can end anyone's.",
        source="ASVS 7.4.5, 7.5.2",
    ),
)
