"""Whoever reads what lies about: stores, logs, caches, the Referer."""

from __future__ import annotations

import pytest

from tests.playbook import follow

IN_URL = {"credential_transport": "url_query"}


@pytest.mark.parametrize(
    ("switches", "answer"),
    [
        ({}, "read_store → done\n replay → 200 marko"),
        ({"store_key_form": "hashed"}, "read_store → refused ids_are_digests"),
        ({"store_key_form": "hashed", "session_id_generator": "counter"}, "read_store → done\n replay → 200 marko"),
        ({"sign_session_id": True}, "read_store → done\n replay → 401 nobody (not_a_session_id)"),
    ],
)
def test_what_a_dump_of_the_store_is_good_for(switches: dict, answer: str):
    """Ground truth R209, R210."""
    follow(f"login → 200 marko\n {answer}", **switches)


def test_addresses_are_logged_and_headers_only_by_who_logs_them_raw():
    """Ground truth R196, R201; ASVS 14.2.1, 16.2.5."""
    follow("login → 200 marko\n me → 200 marko\n read_log → done\n replay → 200 marko", **IN_URL)
    follow("login → 200 marko\n me → 200 marko\n read_log → refused nothing_logged")
    follow("login → 200 marko\n me → 200 marko\n read_log=headers → refused log_redacted")
    follow(
        "login → 200 marko\n me → 200 marko\n read_log=headers → done\n replay → 200 marko", credential_logging="raw"
    )


@pytest.mark.parametrize(("policy", "known"), [("unsafe_url", 1), ("browser_default", 0), ("no_referrer", 0)])
def test_another_site_reads_an_address_that_the_referer_tells(policy: str, known: int):
    """Ground truth R192; Referrer Policy 3."""
    follow(f"login → 200 marko\n visit=evil → 200 nobody; known: {known}", referrer_policy=policy, **IN_URL)
    follow("login → 200 marko\n visit=evil → 200 nobody; known: 0", referrer_policy=policy)


@pytest.mark.parametrize(
    ("control", "answer"), [("cacheable", "done; known: 1"), ("no_store", "refused nothing_cached")]
)
def test_a_shared_cache_keeps_an_answer_with_its_cookie(control: str, answer: str):
    """Ground truth R203; ASVS 14.3.2."""
    follow(
        f"visit → 200 nobody\n attacker:visit=through_cache → {answer}",
        session_created="at_visit",
        cache_control=control,
    )


def test_nobody_else_asks_the_cache_for_other_peoples_pages():
    follow("visit → 200 nobody\n visit=through_cache → refused attackers_alone", session_created="at_visit")


def test_an_empty_store_has_nothing_to_read():
    follow("read_store → refused store_empty\n read_log → refused nothing_logged")
