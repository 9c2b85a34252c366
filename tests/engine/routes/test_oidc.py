"""Logging in through an identity provider, and logouts that come from there."""

from __future__ import annotations

from typing import Any

import pytest

from sessionlab.engine.routes.oidc import AUTHORIZE, STATE_COOKIE, STATE_LIFETIME
from tests.engine.driving import request, response_to
from tests.playbook import follow

IDP: dict[str, Any] = {"identity_provider": "oidc_code_flow"}


def test_the_way_there_ties_what_comes_back_to_this_browser():
    """RFC 9700 4.7: `state` in a cookie and in the request."""
    response = response_to(request("/login/start"), **IDP)
    (cookie,) = response.set_cookies
    assert (response.status, dict(response.headers)["Location"]) == (302, AUTHORIZE)
    assert (cookie.name, cookie.http_only, cookie.max_age) == (STATE_COOKIE, True, STATE_LIFETIME)
    assert response.onward == (("state", cookie.value),)


def test_without_a_provider_there_is_no_such_way():
    assert response_to(request("/login/start")).status == 404


def test_a_login_there_is_a_login_here():
    follow("idp_login → 200 marko (provider_says); store: marko\nme → 200 marko (session_record)", **IDP)


def test_logging_out_here_leaves_the_session_there_so_the_next_login_is_silent():
    """The lesson, section 7: the app's session and the provider's are two."""
    follow(
        """
        idp_login              → 200 marko
        logout                 → 200 nobody (logged_out)
        me                     → 401 nobody
        idp_login=same_browser → 200 marko (provider_says)
        """,
        **IDP,
    )


@pytest.mark.parametrize("reauthentication", ["requested_by_client", "enforced_by_provider"])
def test_only_the_provider_can_keep_somebody_else_at_the_same_browser_out(reauthentication: str):
    """A parameter that the application adds can be taken out of the address (switch `idp_reauthentication`)."""
    left = "idp_login → 200 marko\nlogout → 200 nobody\nidp_login=same_browser → "
    outcome = "200 marko (provider_says)" if reauthentication == "requested_by_client" else "200 nobody (idp_asks)"
    follow(left + outcome, idp_reauthentication=reauthentication, **IDP)


@pytest.mark.parametrize(
    ("way", "switches", "after"),
    [
        ("local_only", {}, "200 marko"),
        ("rp_initiated", {}, "200 marko"),
        # Front-channel logout counts on a cookie in a cross-site frame: SameSite=Lax keeps it at home.
        ("front_channel", {}, "200 marko"),
        ("front_channel", {"same_site": "none"}, "401 nobody (unknown_session_id)"),
        ("back_channel", {}, "401 nobody (unknown_session_id)"),
    ],
)
def test_a_logout_there_reaches_a_copy_here_only_by_a_channel(way: str, switches: dict[str, str], after: str):
    """OIDC Front-Channel Logout 4; Back-Channel Logout 2."""
    follow(
        f"idp_login → 200 marko\ncopy_credential → done\nidp_logout → 200 nobody\nreplay → {after}",
        idp_logout=way,
        **switches,
        **IDP,
    )


def test_a_back_channel_reaches_tokens_only_where_something_can_call_them_back():
    text = "idp_login → 200 marko\ncopy_credential → done\nidp_logout → 200 nobody\nreplay → "
    token = {"session_type": "jwt", "idp_logout": "back_channel"}
    follow(text + "200 marko (verified_claims)", **token, **IDP)
    follow(text + "401 nobody (token_denied)", token_revocation="denylist", **token, **IDP)


def test_a_logout_here_goes_on_there_where_the_application_starts_it():
    """OIDC RP-Initiated Logout 2."""
    follow(
        """
        idp_login              → 200 marko
        logout                 → 200 nobody (idp_logged_out)
        idp_login=same_browser → 200 nobody (idp_asks)
        """,
        idp_logout="rp_initiated",
        **IDP,
    )


def test_a_code_that_another_browser_began_is_refused_unless_nothing_binds_it():
    """RFC 9700 4.7.1: CSRF against the callback logs the victim in as the attacker."""
    follow("cross_site_request=oauth_callback → 403 nobody (state_wrong); notes: state_wrong", **IDP)
    follow("cross_site_request=oauth_callback → 200 mallory", oauth_request_binding=False, **IDP)


@pytest.mark.parametrize(
    ("same_site", "outcome"),
    [
        ("none", "200 marko"),
        ("unset", "200 marko"),
        ("lax", "403 nobody (state_wrong)"),
        ("strict", "403 nobody (state_wrong)"),
    ],
)
def test_a_form_post_is_a_cross_site_post_and_leaves_a_lax_state_cookie_behind(same_site: str, outcome: str):
    """6265bis 5.8.3; a young cookie without SameSite still goes (Chromium's two minutes)."""
    follow(f"idp_login → {outcome}", oauth_response_mode="form_post", same_site=same_site, **IDP)


def test_what_is_no_code_is_refused():
    """RFC 6749 4.1.2, 5.2."""
    made_up = request("/callback", query=(("code", "code_1"),))
    response = response_to(made_up, oauth_request_binding=False, **IDP)
    assert (response.status, response.ground) == (401, "code_refused")
