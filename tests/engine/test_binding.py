"""What else must be shown with a credential (RFC 9449, RFC 8705; OWASP SMCS, session anomalies)."""

from __future__ import annotations

import pytest

from sessionlab.engine.binding import refused_because
from sessionlab.http.message import Client
from tests.playbook import follow

HOME, THIEF = Client("home", "browser", "own key"), Client("elsewhere", "browser", "no key")
BEARER = {"session_type": "jwt", "credential_transport": "authorization_header"}
COPIED = "login → 200 marko\n copy_credential → done\n replay → {}"


def ground(constraint: str, here: Client, checked=True, extractable=False, unbound=False, risk="none") -> str | None:
    return refused_because(constraint, checked, extractable, unbound, risk, HOME, here)


@pytest.mark.parametrize("constraint", ["none", "dpop", "mtls", "dbsc", "ip_address", "user_agent"])
def test_at_home_nothing_is_refused(constraint: str):
    assert ground(constraint, HOME) is None


@pytest.mark.parametrize(
    ("constraint", "why"),
    [
        ("none", None),
        ("dpop", "key_not_proven"),
        ("mtls", "key_not_proven"),
        ("dbsc", "key_not_proven"),
        ("ip_address", "address_changed"),
        ("user_agent", None),
    ],
)
def test_a_thief_lacks_the_key_and_the_address_but_copies_the_user_agent(constraint: str, why: str | None):
    """Ground truth R340, R344, R346."""
    assert ground(constraint, THIEF) == why


def test_another_user_agent_is_noticed_where_it_is_compared():
    assert ground("user_agent", Client("home", "tool", "own key")) == "agent_changed"


@pytest.mark.parametrize(("checked", "extractable"), [(False, False), (True, True)])
def test_a_key_binds_only_where_it_is_checked_and_cannot_be_copied(checked: bool, extractable: bool):
    """Ground truth R342; RFC 9449 11.4."""
    assert ground("dpop", THIEF, checked, extractable) is None


def test_the_old_unbound_cookie_makes_the_bound_one_useless():
    """DBSC explainer."""
    assert ground("dbsc", THIEF, unbound=True) is None


@pytest.mark.parametrize("constraint", ["dpop", "mtls"])
def test_a_bound_token_is_no_use_to_another(constraint: str):
    """Ground truth R344."""
    follow(COPIED.format("401 nobody (key_not_proven)"), sender_constraint=constraint, **BEARER)


def test_a_risky_place_asks_again_or_ends_the_session_for_all():
    """ASVS 6.3.5; OWASP SMCS."""
    text = COPIED + "\n me → {}"
    follow(text.format("401 nobody (step_up_required)", "200 marko"), risk_based_invalidation="step_up")
    follow(text.format("401 nobody (device_changed_revoked)", "401 nobody"), risk_based_invalidation="revoke")


def test_a_token_is_revoked_on_sight_only_where_tokens_can_be():
    text = COPIED + "\n me → {}"
    refused = "401 nobody (device_changed_revoked)"
    follow(text.format(refused, "200 marko"), risk_based_invalidation="revoke", **BEARER)
    follow(text.format(refused, "401 nobody"), risk_based_invalidation="revoke", token_revocation="denylist", **BEARER)
