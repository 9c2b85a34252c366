"""What surprises people about how an application behaves, found in the observations alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Observations = Mapping[str, Any]

SURPRISES: tuple[tuple[str, Callable[[Observations], bool]], ...] = (
    ("copy_survives_logout", lambda seen: seen["copy_after_logout"] == "alive"),
    ("browser_stays_logged_in", lambda seen: seen["own_browser_after_logout"] == "alive"),
    ("planted_id_logged_in", lambda seen: seen["fixation_by_planted_id"] == "attacker_in"),
    ("invented_id_logged_in", lambda seen: seen["invented_id"] == "attacker_in"),
    ("invented_id_adopted", lambda seen: seen["invented_id"] == "adopted_while_anonymous"),
    ("late_write_undoes_logout", lambda seen: "alive" in seen["inflight_write_over_logout"].values()),
    ("late_read_undoes_logout", lambda seen: "alive" in seen["inflight_read_over_logout"].values()),
    (
        "copy_survives_password",
        lambda seen: seen["copy_of_same_session_after_password_change"] == "alive",
    ),
    ("first_login_survives_second", lambda seen: seen["old_credential_after_second_login"] == "alive"),
    ("restart_logs_out", lambda seen: seen["after_restart"] == "dead"),
    ("foreign_post_accepted", lambda seen: seen["cross_site_post_without_token"] == "accepted"),
    ("user_legible", lambda seen: bool(seen["user_readable_in_cookie"])),
    ("lifetime_is_the_browsers", lambda seen: not seen["lifetime_enforced_by_server"]),
)
"""Each by its code in the catalogue (`surprise.*`), with how it is seen."""


def surprises(seen: Observations) -> tuple[str, ...]:
    """The codes of what is surprising about these observations."""
    return tuple(code for code, holds in SURPRISES if holds(seen))
