"""Visit, reload, close the browser."""

from __future__ import annotations

import pytest

from tests.playbook import follow, played


def test_the_first_visit_shows_absence():
    """Lesson, section 2: no cookie, no server session, anonymous result."""
    follow("visit → 200 nobody (no_credential); sends: ; jar: ; store: ", session_created="at_login")


@pytest.mark.parametrize(
    ("created", "path"), [("at_visit", "/"), ("at_session_read", "/read"), ("at_first_write", "/cart")]
)
def test_a_session_begins_at_the_first_request_that_the_design_names(created: str, path: str):
    """Vocabulary, `session_created`."""
    pages = ["/", "/read", "/cart"]
    early = pages[: pages.index(path)]
    lines = [f"visit={page} → 200 nobody; jar: ; store:" for page in early]
    follow(
        "\n".join([*lines, f"visit={path} → 200 nobody (anonymous_session); jar: session_id; store: anonymous"]),
        session_created=created,
    )


def test_me_can_be_typed_as_an_address_even_with_a_strict_cookie():
    """Ground truth R131: a typed address is a same-site request (6265bis 5.2)."""
    follow("login → 200 marko\n visit=/me → 200 marko", same_site="strict")


def test_the_page_for_signing_out_forgets_the_cookie_and_not_the_record():
    follow("login → 200 marko\n visit=/signed-out → 200 nobody (client_timer); jar: ; store: marko")


def test_a_link_with_an_id_brings_its_session_where_the_server_takes_ids_from_urls():
    """Vocabulary, `accept_session_id_in_url`; OWASP SMCS: the id goes on with the page."""
    text = """
        attacker:visit            → 200 nobody; attacker jar: session_id
        copy_credential=attacker  → done; known: 1
        visit=link_with_id        → 200 nobody ({ground}); store: {store}; jar: session_id
    """
    accepted = follow(
        text.format(ground="anonymous_session", store="anonymous"),
        session_created="at_visit",
        accept_session_id_in_url=True,
    )
    assert accepted.device("victim").jar[0].value == accepted.known[0]
    refused = follow(text.format(ground="anonymous_session", store="anonymous anonymous"), session_created="at_visit")
    assert refused.device("victim").jar[0].value != refused.known[0]


def test_a_link_with_an_id_needs_an_id():
    follow("visit=link_with_id → refused nothing_known")


@pytest.mark.parametrize(("domain", "known"), [("parent_domain", 1), ("host_only", 0)])
def test_a_sibling_host_is_sent_the_cookies_of_the_whole_domain(domain: str, known: int):
    """Ground truth R055, R057: the attacker runs a sibling host, which gets a Domain cookie with each visit."""
    follow(
        f"""
        login         → 200 marko; known: 0
        visit=sibling → 200 nobody (another_host); known: {known}; store: marko; asks:
        """,
        cookie_domain=domain,
    )


def test_reload_asks_for_the_same_page_again():
    follow("visit → 200 nobody\n login → 200 marko\n reload → 200 marko; sends: session_id")


def test_a_page_reached_from_another_site_stays_without_strict_cookies_after_a_reload():
    """Observed in Chromium 156 (DESIGN.md section 6); the typed address sends them again (6265bis 5.2)."""
    follow(
        """
        login                     → 200 marko
        cross_site_request=link:/ → 200 nobody; sends:
        reload                    → 200 nobody; sends:
        visit                     → 200 marko; sends: session_id
        """,
        same_site="strict",
    )


def test_there_is_nothing_to_reload_without_a_page():
    follow("reload → refused no_page")


@pytest.mark.parametrize(("lifetime", "left"), [("browser_session", ""), ("persistent", "session_id")])
def test_closing_the_browser_ends_cookies_without_a_lifetime(lifetime: str, left: str):
    """6265bis 5.7: session cookies go when the session ends; the server is not told."""
    follow(
        f"""
        login         → 200 marko; jar: session_id
        close_browser → done; jar: {left}; store: marko
        """,
        cookie_lifetime=lifetime,
    )


@pytest.mark.parametrize(
    ("storage", "left"), [("local_storage", "local_storage"), ("session_storage", "nothing"), ("js_memory", "nothing")]
)
def test_closing_the_browser_keeps_local_storage_alone(storage: str, left: str):
    """HTML 12.2: sessionStorage lives as long as its tab, localStorage outlives it."""
    follow(
        f"""
        login         → 200 marko; keeps: {storage}; jar:
        close_browser → done; keeps: {left}
        """,
        session_type="jwt",
        credential_transport="authorization_header",
        client_storage=storage,
    )


def test_a_closed_browser_shows_no_page():
    assert played("visit close_browser").device("victim").page is None


def test_a_service_on_another_port_of_the_host_receives_every_cookie_of_it():
    """Ground truth R061; RFC 6265bis 8.5: cookies do not provide isolation by port."""
    world = follow("login → 200 marko\n visit=other_port → 200 nobody; known: 1", cookie_prefix="__Host-")
    assert world.known == (world.device("victim").jar[0].value,)
