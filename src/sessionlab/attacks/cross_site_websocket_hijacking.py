"""Cross-site WebSocket hijacking."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.attacks.goals import socket_opened_as_the_victim

ATTACK = Attack(
    id="cross_site_websocket_hijacking",
    name="Cross-site WebSocket hijacking",
    kind="attack",
    family="cross-site",
    capability="cross_site_page",
    actions=recipe("login", "wait=5", "cross_site_request=websocket", "cross_site_request=websocket"),
    goal=socket_opened_as_the_victim,
    success="handshake done as V",
    weakness="CWE-352",
    test_guide="WSTG-SESS-05",
    source="ASVS 4.4.2",
)
