"""What the design does not decide: three settings of the victim's browser and network."""

from __future__ import annotations

from typing import Literal

from sessionlab.design.switch import Switch, of_component
from sessionlab.value import Value

SETTINGS = of_component(
    "environment",
    Switch(
        id="third_party_cookies",
        tier=2,
        values=("allowed", "blocked"),
        safe="allowed",
        seed_lab="allowed",
        meaning="Whether cookies go with cross-site subresources and frames. A fresh Chromium 156 blocks them.",
        source="Chromium",
    ),
    Switch(
        id="default_same_site",
        tier=2,
        values=("lax_with_2_minute_post_window", "none"),
        safe="lax_with_2_minute_post_window",
        seed_lab="lax_with_2_minute_post_window",
        meaning="What the browser makes of a cookie without SameSite. Chromium: Lax, but young ones go with POSTs.",
        source="6265bis 5.6.7.1; Chromium",
    ),
    Switch(
        id="plaintext_reachable",
        tier=2,
        safe=True,
        seed_lab=True,
        meaning="An attacker in the network can answer for the http:// names of the application.",
        source="6265bis 8.3",
    ),
)


class Environment(Value):
    """The settings as chosen. `None` leaves the setting to the browser policy; a choice beats the policy."""

    third_party_cookies: Literal["allowed", "blocked"] = "allowed"
    default_same_site: Literal["lax_with_2_minute_post_window", "none"] | None = None
    plaintext_reachable: bool = True


USUAL = Environment()
