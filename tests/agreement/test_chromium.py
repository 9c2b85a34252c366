"""The simulation against a real Chromium that faces the real server: statuses, who was answered, and every cookie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, sync_playwright

from sessionlab.cookies.policy import CHROMIUM_156, with_settings
from sessionlab.design.space import design_from
from sessionlab.world.apply import apply
from sessionlab.world.state import DEVICES, World
from tests.agreement.chromium import CLOCK_TOLERANCE, RealBrowser, holds_the_same, told_by
from tests.agreement.on_loopback import Loopback, loopback
from tests.agreement.plays import parsed
from tests.agreement.told_jar import simulated_jar

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# A fresh profile sends no cookies with third-party subresources.
POLICY = with_settings(CHROMIUM_156, third_party_cookies="blocked")
STORY = "visit login me copy_credential logout me replay"
FORGED = (
    "login action cross_site_request cross_site_request=link:/me cross_site_request=form_get cross_site_request=fetch "
    "cross_site_request=img:/me cross_site_request=iframe:/me subdomain_request subdomain_request=fetch "
    "subdomain_request=link:/me cross_site_request=form_post:/redirect me logout"
)
BY_SCRIPT = "visit login me run_script replay action copy_credential logout me replay reload me"
JWT: Mapping[str, object] = {"session_type": "jwt"}
PLAYS: tuple[tuple[Mapping[str, object], str], ...] = (
    ({}, STORY),
    (JWT, STORY),
    ({"session_type": "signed_cookie"}, STORY),
    ({"session_type": "encrypted_cookie"}, STORY),
    ({"session_type": "unsigned_cookie"}, STORY),
    ({"clear_client_on_logout": False}, STORY),
    ({"logout_method": "GET"}, "login cross_site_request=link:/logout me"),
    ({"clear_site_data_on_logout": True, "clear_client_on_logout": False}, STORY),
    ({"http_only": True}, "login run_script me"),
    ({"http_only": False}, "login run_script replay"),
    ({"same_site": "lax"}, FORGED),
    ({"same_site": "strict"}, FORGED),
    ({"same_site": "none"}, FORGED),
    ({"same_site": "unset"}, FORGED),
    ({"same_site": "none", "secure": False}, "login me"),
    ({"same_site": "none", "csrf_defence": "synchronizer_token"}, FORGED),
    ({"same_site": "none", "csrf_defence": "double_submit_naive"}, FORGED),
    ({"same_site": "none", "csrf_defence": "double_submit_signed", "csrf_protects_login": True}, FORGED),
    ({"same_site": "none", "csrf_defence": "origin_check"}, FORGED),
    ({"same_site": "none", "csrf_defence": "fetch_metadata_reject_cross_site"}, FORGED),
    ({"same_site": "none", "csrf_defence": "fetch_metadata_same_origin_only"}, FORGED),
    ({"same_site": "none", "csrf_defence": "custom_header"}, FORGED),
    ({"same_site": "none"}, "cross_site_request=form_post:/login me action"),
    ({"cookie_prefix": "__Host-"}, STORY),
    ({"cookie_prefix": "__Host-", "cookie_domain": "parent_domain"}, "login me"),
    ({"cookie_prefix": "__Secure-", "secure": False}, "login me"),
    ({"cookie_prefix": "__Http-", "http_only": False}, "login me"),
    ({"cookie_prefix": "__Host-Http-"}, STORY),
    ({"cookie_domain": "parent_domain"}, STORY),
    ({"cookie_path": "narrow"}, "login me action logout me"),
    ({"cookie_lifetime": "persistent"}, STORY),
    ({"cookie_size": "over_4096_bytes"}, "login me"),
    ({"tls": "http_only", "secure": False}, STORY),
    ({"tls": "http_only", "secure": True}, "login me"),
    ({"session_created": "at_visit", "rotate_after_login": False}, "attacker:visit plant_cookie visit login replay"),
    ({"session_created": "at_visit", "rotate_after_login": True}, "attacker:visit plant_cookie visit login replay me"),
    ({"cookie_prefix": "__Host-", "session_created": "at_visit"}, "attacker:visit plant_cookie visit login replay"),
    (
        {"duplicate_cookie_policy": "last", "session_created": "at_visit"},
        "visit attacker:visit plant_cookie me login me",
    ),
    ({"logout_scope": "all_sessions"}, "login device2:login logout device2:me"),
    ({"password_change_revokes": "other_sessions"}, "login device2:login change_password device2:me me"),
    ({"rotate_after_password_change": True}, "login copy_credential change_password replay me"),
    ({}, "login delete_cookie me visit"),
    *(
        ({**JWT, "credential_transport": transport, "client_storage": storage}, BY_SCRIPT)
        for transport, storage in (
            ("authorization_header", "local_storage"),
            ("custom_header", "session_storage"),
            ("url_query", "local_storage"),
            ("request_body", "session_storage"),
        )
    ),
    (
        {**JWT, "credential_transport": "authorization_header", "client_storage": "js_memory"},
        "visit login me action reload me",
    ),
)


@pytest.fixture(scope="module")
def machine() -> Iterator[Loopback]:
    with loopback() as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: str, machine: Loopback) -> Iterator[Browser]:
    rules = ", ".join(
        f"MAP *:{port} 127.0.0.1:{machine.ports[scheme]}" for scheme, port in (("https", 443), ("http", 80))
    )
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", f"--host-resolver-rules={rules}"]
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield found
        found.close()


@pytest.mark.parametrize(("choices", "actions"), PLAYS)
def test_a_play_goes_the_same_way_in_chromium(
    browser: Browser, machine: Loopback, choices: Mapping[str, object], actions: str
):
    design = design_from(choices)
    real = RealBrowser(design, browser, machine)
    world = World(policy=POLICY)
    try:
        for action in parsed(actions):
            transition = apply(world, action, design)
            assert transition.refusal is None, action
            real.do_at_once(action, world)
            expected = told_by(transition)
            while expected:
                seen = real.make(expected[0][0])
                for (_, told), one in zip(expected, seen, strict=False):
                    assert one.status == told.status, action
                    assert one.content in (told.content, None), action
                    assert one.user in (told.user, None) or one.content is None, action
                expected = expected[len(seen) :]
            world = transition.world
            for device in DEVICES:
                assert real.jar(device) == simulated_jar(world, device), (action, device)
                assert holds_the_same(design, world, real, device), (action, device)
                for cookie in world.device(device).jar:
                    if cookie.persistent:
                        left = real.expiries(device)[cookie.name]
                        assert left == pytest.approx(cookie.expiry - world.clock, abs=CLOCK_TOLERANCE)
    finally:
        real.close()
