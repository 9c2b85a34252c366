"""Planting a cookie of the attacker's choice in the victim's browser."""

from __future__ import annotations

import pytest

from sessionlab.cookies.policy import CHROMIUM_156, policy_named
from sessionlab.world.state import World
from sessionlab.world.verbs.planting import INVENTED, planted
from tests.playbook import follow, played, under

FETCH_AN_ID = "attacker:visit → 200 nobody; attacker jar: session_id"
PERMISSIVE = {"rotate_after_login": False, "session_created": "at_visit"}


@pytest.mark.parametrize("way", ["subdomain", "network", "script", "by_hand"])
def test_a_planted_id_that_login_keeps_lets_the_attacker_in(way: str):
    """Ground truth R063, R047, R083; README of the model, `fixation_by_planted_id`."""
    follow(
        f"""
        {FETCH_AN_ID}
        plant_cookie={way} → done; known: 1; jar: session_id
        login              → 200 marko; sets:
        replay             → 200 marko (session_record)
        """,
        **PERMISSIVE,
    )


@pytest.mark.parametrize("way", ["subdomain", "network", "script", "by_hand"])
def test_rotation_at_login_makes_a_planted_id_worthless(way: str):
    """Ground truth R069, R081 (ASVS 7.2.4)."""
    follow(
        f"""
        {FETCH_AN_ID}
        plant_cookie={way} → done; known: 1
        login              → 200 marko; sets: session_id
        replay             → 401 nobody (unknown_session_id)
        """,
        session_created="at_visit",
    )


@pytest.mark.parametrize(
    ("accepts", "rotates", "answer"), [(True, False, 200), (True, True, 401), (False, False, 401), (False, True, 401)]
)
def test_an_invented_id_works_only_if_it_is_accepted_and_kept(accepts: bool, rotates: bool, answer: int):
    """Ground truth N020, N021; measured with starsessions (attacker_in) and PHP (strict: refused)."""
    follow(
        f"""
        plant_cookie=invented → done; known: 1; jar: session_id
        login                 → 200 marko
        replay                → {answer} {"marko" if answer == 200 else "nobody"}
        """,
        accept_unknown_session_id=accepts,
        rotate_after_login=rotates,
    )


def test_without_a_way_the_attacker_makes_up_an_id_if_he_has_none():
    assert played("plant_cookie").known == (INVENTED,)
    world = played("attacker:visit plant_cookie", session_created="at_visit")
    assert world.known == (world.device("attacker").jar[0].value,)


@pytest.mark.parametrize("way", ["subdomain", "network", "script", "by_hand"])
def test_a_named_way_needs_a_real_id(way: str):
    follow(f"plant_cookie={way} → refused nothing_known")


def test_no_cookie_is_planted_where_none_is_used():
    follow(
        """
        plant_cookie          → refused no_cookie_in_use
        visit                 → 200 nobody
        run_script=set_cookie → refused no_cookie_in_use
        """,
        session_type="jwt",
        credential_transport="authorization_header",
    )


@pytest.mark.parametrize(("prefix", "jar"), [("none", "session_id"), ("__Secure-", "__Secure-session_id")])
def test_a_sibling_host_can_set_cookies_for_the_whole_domain(prefix: str, jar: str):
    """Ground truth R063, R073 (6265bis 8.6, weak integrity)."""
    follow(f"plant_cookie → done; jar: {jar}", cookie_prefix=prefix)


@pytest.mark.parametrize("prefix", ["__Host-", "__Host-Http-"])
def test_a_host_prefix_keeps_sibling_hosts_out(prefix: str):
    """Ground truth R085 (6265bis 5.7 step 21)."""
    follow("plant_cookie → done; jar:", cookie_prefix=prefix)


def test_plain_http_cannot_lay_a_cookie_over_a_secure_one():
    """Ground truth R093 (6265bis 5.7 step 16, "leave secure cookies alone")."""
    follow(
        """
        attacker:login       → 200 mallory
        login                → 200 marko; jar: session_id
        plant_cookie=network → done; jar: session_id
        me                   → 200 marko
        """
    )


@pytest.mark.parametrize(("hsts", "answer"), [("none", "done"), ("host", "done")])
def test_a_network_attacker_answers_for_another_name_of_the_site(hsts: str, answer: str):
    """Ground truth R051: HSTS for the host alone leaves the other names in the clear."""
    follow(f"{FETCH_AN_ID}\n plant_cookie=network → {answer}; jar: session_id", hsts=hsts, session_created="at_visit")


def test_hsts_for_the_whole_domain_leaves_no_name_in_the_clear():
    """RFC 6797 6.1.2, includeSubDomains."""
    follow(
        f"{FETCH_AN_ID}\n plant_cookie=network → refused no_plaintext_to_answer",
        hsts="include_subdomains",
        session_created="at_visit",
    )
    follow("plant_cookie=network → refused no_plaintext_to_answer", start=World(plaintext_reachable=False))


def test_a_script_puts_a_cookie_with_a_longer_path_beside_an_http_only_one():
    """Ground truth R080 (Cookie Crumbles 4.1.2: HttpOnly gives no integrity)."""
    world = follow(
        f"""
        {FETCH_AN_ID}
        visit                 → 200 nobody; jar: session_id
        run_script=set_cookie → done; jar: session_id session_id
        login                 → 200 marko
        replay                → 200 marko
        """,
        **PERMISSIVE,
    )
    assert [cookie.path for cookie in world.device("victim").jar] == ["/", "/login"]


def test_an_attempt_shows_from_where_it_was_made():
    design = under()
    attempt = planted(INVENTED, "network", World(), design)
    assert (attempt.url.scheme, attempt.header.domain, attempt.header.secure) == ("http", "example.test", False)
    by_hand = planted(INVENTED, "by_hand", World(), design)
    assert (by_hand.url.host, by_hand.header.domain, by_hand.header.http_only) == ("app.example.test", None, True)


LATER = (
    "attacker:login → 200 mallory\n wait=5 → done\n login → 200 marko\n wait=5 → done\n plant_cookie=nameless → done"
)


@pytest.mark.parametrize("prefix", ["none", "__Host-"])
def test_a_nameless_cookie_that_looks_named_is_refused_by_todays_browsers(prefix: str):
    """Ground truth R094; 6265bis 5.7 step 22; Chromium probe nameless-value-with-equals."""
    follow(f"{LATER}\n me → 200 marko", cookie_prefix=prefix, duplicate_cookie_policy="last")


def test_an_old_browser_sends_it_as_if_it_had_that_name():
    """Cookie Crumbles 4.2.1 and table 2."""
    follow(
        f"{LATER}\n me → 200 mallory",
        policy=policy_named("2019-none-by-default"),
        cookie_prefix="__Host-",
        duplicate_cookie_policy="last",
    )


@pytest.mark.parametrize(("secure", "then"), [(False, "401 nobody"), (True, "200 marko")])
def test_two_hundred_plaintext_cookies_displace_a_login_cookie_unless_it_is_secure(secure: bool, then: str):
    """Ground truth R097; Cookie Crumbles 4.1.2; Chromium probe count-181: Secure ones go last."""
    follow(f"login → 200 marko\n wait=5 → done\n plant_cookie=flood → done\n me → {then}", secure=secure)


def test_a_flood_leaves_as_many_cookies_as_the_browser_keeps():
    jar = played("login plant_cookie=flood").device("victim").jar
    assert CHROMIUM_156.purged_to_per_site <= len(jar) <= (CHROMIUM_156.most_per_site or 0)
