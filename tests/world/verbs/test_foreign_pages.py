"""Requests that other sites' pages make the victim's browser send."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from sessionlab.cookies.policy import CHROMIUM_156, with_settings
from sessionlab.world.verbs.foreign_pages import FIXED, KINDS, TARGETS
from tests.playbook import follow, played

TOP_LEVEL_GET = ("link", "form_get", "popup", "link_override")
EMBEDDED = ("img", "iframe", "fetch")
PLAIN = [kind for kind in KINDS if kind not in FIXED]
GETS = {"state_change_on_get": True}


def sent(kind: str, same_site: str, where: str = "cross_site_request", wait: str = "") -> bool:
    """Whether a foreign page's request of that kind carries the session cookie."""
    waited = f"wait={wait} → done\n" if wait else ""
    text = f"login → 200 marko\n {waited} {where}={kind}:/me → {{}}; sends: session_id"
    try:
        follow(text.format("200 marko"), same_site=same_site)
    except AssertionError:
        follow(text.format("401 nobody").replace("sends: session_id", "sends:"), same_site=same_site)
        return False
    return True


@pytest.mark.parametrize("kind", PLAIN)
def test_a_cookie_with_same_site_none_goes_with_everything(kind: str):
    """Ground truth R104, R107 (6265bis 5.8.3)."""
    assert sent(kind, "none")


@pytest.mark.parametrize("kind", PLAIN)
def test_a_strict_cookie_goes_with_nothing_from_another_site(kind: str):
    """Ground truth R098, R105, R129."""
    assert not sent(kind, "strict")


@pytest.mark.parametrize("kind", PLAIN)
def test_a_lax_cookie_goes_with_top_level_navigations_by_safe_methods_alone(kind: str):
    """Ground truth R106, R110, R114, R127."""
    assert sent(kind, "lax") == (kind in TOP_LEVEL_GET)


@pytest.mark.parametrize("kind", PLAIN)
def test_an_unset_cookie_goes_with_top_level_posts_too_while_it_is_young(kind: str):
    """Ground truth R101, R126; 6265bis 5.6.7.1 and Chromium 156: two minutes."""
    assert sent(kind, "unset") == (kind in (*TOP_LEVEL_GET, "form_post"))
    assert sent(kind, "unset", wait="121") == (kind in TOP_LEVEL_GET)


@pytest.mark.parametrize("same_site", ["strict", "lax", "unset", "none"])
@pytest.mark.parametrize("kind", PLAIN)
def test_a_sibling_host_is_the_same_site(kind: str, same_site: str):
    """Ground truth R117, R119: the initiator is another host of the same site."""
    assert sent(kind, same_site, "subdomain_request")


@pytest.mark.parametrize("kind", ["form_post", "fetch"])
def test_a_foreign_page_gets_the_act_done_where_its_request_carries_the_cookie(kind: str):
    """Ground truth R104: no defence, SameSite=None."""
    follow(f"login → 200 marko\n cross_site_request={kind} → 200 marko; deeds: evil.test", same_site="none")
    follow(f"login → 200 marko\n cross_site_request={kind} → 401 nobody; deeds:", same_site="strict")


def test_a_form_post_is_the_usual_request_and_the_act_its_usual_target():
    follow("login → 200 marko\n cross_site_request → 200 marko; deeds: evil.test", same_site="none")
    follow("login → 200 marko\n subdomain_request → 200 marko; deeds: sibling.example.test", same_site="strict")


@pytest.mark.parametrize("kind", [kind for kind in PLAIN if kind not in ("form_post", "fetch")])
def test_a_get_acts_only_where_gets_change_state(kind: str):
    """Ground truth R107; RFC 9110 9.2.1: GET is meant to be safe."""
    follow(f"login → 200 marko\n cross_site_request={kind} → 405 nobody; deeds:", same_site="none")
    follow(
        f"login → 200 marko\n cross_site_request={kind} → 200 marko (session_record)",
        same_site="none",
        state_change_on_get=True,
    )


def test_a_post_that_is_redirected_to_get_takes_lax_cookies_along():
    """Ground truth R133: safeness is judged per hop."""
    follow(
        "login → 200 marko\n cross_site_request=form_post:/redirect → 200 marko; sends: session_id",
        same_site="lax",
        **GETS,
    )
    follow("login → 200 marko\n cross_site_request=form_post:/redirect → 401 nobody", same_site="strict", **GETS)


@pytest.mark.parametrize("same_site", ["strict", "lax"])
def test_a_foreign_form_logs_the_victim_in_to_the_attackers_account(same_site: str):
    """Ground truth R167, R169: a top-level navigation may create any SameSite cookie (6265bis 5.7 step 18)."""
    follow("cross_site_request=form_post:/login → 200 mallory; jar: session_id\n me → 200 mallory", same_site=same_site)


def test_a_foreign_fetch_cannot_make_lax_cookies():
    """Ground truth R170 (6265bis 5.7 step 18)."""
    follow("cross_site_request=fetch:/login → 200 mallory; jar:\n me → 401 nobody", same_site="lax")


def test_a_defence_that_covers_login_refuses_the_foreign_form():
    """Ground truth R171."""
    follow(
        "cross_site_request=form_post:/login → 403 nobody (origin_foreign); jar:\n me → 401 nobody",
        csrf_defence="origin_check",
        csrf_protects_login=True,
    )


def test_a_foreign_image_logs_nobody_out_of_a_lax_session():
    """Ground truth R176: the id is not sent, and the deletion in a foreign subresource is ignored."""
    text = "login → 200 marko\n cross_site_request=img:/logout → 200 nobody; jar: {}\n me → {}"
    follow(text.format("session_id", "200 marko"), logout_method="GET", same_site="lax")
    follow(text.format("", "401 nobody"), logout_method="GET", same_site="none")


def test_a_foreign_link_logs_out_where_logout_takes_get():
    """Ground truth R178."""
    text = "login → 200 marko\n cross_site_request=link:/logout → {}"
    follow(text.format("405 nobody; jar: session_id"), logout_method="POST")
    follow(text.format("200 nobody; jar: ; store:"), logout_method="GET")


def test_blocked_third_party_cookies_leave_top_level_navigations_alone():
    """Ground truth N042, N043, measured in Chromium 156."""
    blocked = with_settings(
        CHROMIUM_156, third_party_cookies="blocked", default_same_site="lax_with_2_minute_post_window"
    )
    follow("login → 200 marko\n cross_site_request=fetch → 401 nobody; sends:", policy=blocked, same_site="none")
    follow("login → 200 marko\n cross_site_request=form_post → 200 marko", policy=blocked, same_site="none")


@pytest.mark.parametrize("path", TARGETS)
def test_every_target_is_answered_by_the_application(path: str):
    answer = {"/action": 405, "/logout": 405, "/me": 401, "/login": 405, "/": 200, "/redirect": 405}[path]
    follow(f"cross_site_request=link:{path} → {answer} nobody; deeds:")
    follow(f"subdomain_request=link:{path} → {answer} nobody; deeds:")


@pytest.mark.parametrize(("same_site", "answer"), [("lax", "200 marko; deeds: tool"), ("strict", "401 nobody; deeds:")])
def test_a_link_posts_where_the_query_may_name_the_method(same_site: str, answer: str):
    """Ground truth R134, R135."""
    follow(
        f"login → 200 marko\n cross_site_request=link_override → {answer}",
        same_site=same_site,
        method_override_on_get=True,
    )


def test_without_override_the_query_says_nothing():
    follow("login → 200 marko\n cross_site_request=link_override → 405 nobody; deeds:")


@pytest.mark.parametrize(
    ("same_site", "checked", "answer"),
    [
        ("none", False, "101 marko (session_record)"),
        ("none", True, "403 nobody (origin_foreign)"),
        ("lax", False, "401 nobody (no_credential)"),
        ("unset", False, "401 nobody (no_credential)"),
    ],
)
def test_a_foreign_page_opens_a_socket_in_the_users_name(same_site: str, checked: bool, answer: str):
    """Ground truth R124, R182; RFC 6455 10.2."""
    follow(
        f"login → 200 marko\n cross_site_request=websocket → {answer}",
        same_site=same_site,
        websocket_origin_check=checked,
    )


def test_a_socket_is_opened_for_a_neighbour_too_unless_the_origin_is_compared():
    text = "login → 200 marko\n subdomain_request=websocket → {}"
    follow(text.format("101 marko"), same_site="strict")
    follow(text.format("403 nobody (origin_foreign)"), same_site="strict", websocket_origin_check=True)


@pytest.mark.parametrize(
    ("policy", "same_site", "where", "known"),
    [
        ("reflect_any_with_credentials", "none", "cross_site_request", 1),
        ("reflect_any_with_credentials", "lax", "cross_site_request", 0),
        ("reflect_any_with_credentials", "strict", "subdomain_request", 1),
        ("any_without_credentials", "none", "cross_site_request", 0),
        ("allowlist", "none", "cross_site_request", 0),
        ("none", "none", "cross_site_request", 0),
    ],
)
def test_a_foreign_page_reads_answers_only_where_cors_lets_it(policy: str, same_site: str, where: str, known: int):
    """Ground truth R187, R188, R190; Fetch 4.9 (CORS check)."""
    follow(
        f"login → 200 marko\n {where}=read → {'200 marko' if known or same_site == 'none' else '401 nobody'};"
        f" known: {known}",
        same_site=same_site,
        cors_policy=policy,
    )


@pytest.mark.parametrize(
    ("denied", "same_site", "deeds"), [(False, "none", "app.example.test"), (True, "none", ""), (False, "lax", "")]
)
def test_a_click_in_a_frame_is_the_users_own(denied: bool, same_site: str, deeds: str):
    """Ground truth R180, R181."""
    world = follow("login → 200 marko", same_site=same_site, framing_denied=denied)
    world = played("cross_site_request=frame_click", world, same_site=same_site, framing_denied=denied)
    assert [urlsplit(deed.asked_from).hostname for deed in world.server.deeds] == ([deeds] if deeds else [])


def test_a_sibling_host_brings_cookie_and_token_of_its_own():
    """Ground truth R156; Cookie Crumbles 5.1: a naive double submit believes any pair, a signed one does not."""
    text = "login → 200 marko\n subdomain_request → {}"
    follow(text.format("200 marko; deeds: sibling.example.test"), csrf_defence="double_submit_naive")
    follow(text.format("403 marko (csrf_token_not_the_cookie); deeds:"), csrf_defence="double_submit_signed")
    follow(text.format("403 marko (csrf_token_wrong); deeds:"), csrf_defence="synchronizer_token")


def test_a_sibling_hosts_own_genuine_secret_belongs_to_another_session():
    """OWASP CSRF CS: the signed pair is bound to the session."""
    follow(
        """
        attacker:visit    → 200 nobody; attacker jar: csrf_token
        login             → 200 marko
        subdomain_request → 403 marko (csrf_token_of_another_session); deeds:
        """,
        csrf_defence="double_submit_signed",
    )


def test_a_page_of_another_site_can_write_no_cookie_for_this_one():
    """Ground truth R139."""
    follow(
        "login → 200 marko\n cross_site_request → 403 marko (csrf_token_not_the_cookie); deeds:",
        same_site="none",
        csrf_defence="double_submit_naive",
    )


def test_a_sibling_host_leaves_no_cookie_where_none_is_compared():
    follow("login → 200 marko\n subdomain_request → 200 marko; jar: session_id")
    follow(
        "login → 200 marko\n subdomain_request=link → 405 nobody; jar: session_id csrf_token",
        csrf_defence="double_submit_naive",
    )


def test_a_token_known_from_an_anonymous_session_is_good_after_a_login_that_keeps_its_secret():
    """Ground truth R162; Cookie Crumbles 5.1: renewing the id alone is not enough."""
    before = "attacker:visit plant_cookie=subdomain login subdomain_request=known_token"
    usual = {"csrf_defence": "synchronizer_token", "session_created": "at_visit", "same_site": "strict"}
    kept = played(before, rotate_csrf_secret_after_login=False, **usual)
    assert [deed.user for deed in kept.server.deeds] == ["marko@example.test"]
    assert not played(before, rotate_csrf_secret_after_login=True, **usual).server.deeds
