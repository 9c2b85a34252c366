"""Somebody on the network path."""

from __future__ import annotations

import pytest

from sessionlab.world.state import World
from tests.playbook import follow


@pytest.mark.parametrize("kind", ["server_session", "signed_cookie", "encrypted_cookie", "jwt"])
def test_whoever_listens_reads_credentials_in_the_clear(kind: str):
    """Ground truth R036, R037, R038: signing and encryption do not prevent a cookie from being taken over."""
    follow(
        """
        login           → 200 marko; clear: 1
        me              → 200 marko; clear: 1
        observe_network → done; known: 1
        replay          → 200 marko
        """,
        session_type=kind,
        tls="http_only",
        secure=False,
    )


def test_over_https_there_is_nothing_to_hear():
    """Lesson, section 15."""
    follow("login → 200 marko\n me → 200 marko; clear: 0\n observe_network → refused nothing_in_clear")


@pytest.mark.parametrize("tls", ["https_only", "https_with_http_port_open"])
def test_a_forced_plain_request_gives_a_cookie_away_even_if_nobody_listens_for_it(tls: str):
    """Ground truth R040, R041 (6265bis 8.3)."""
    answer = "unanswered" if tls == "https_only" else "200 marko"
    follow(
        f"""
        login           → 200 marko
        force_plaintext → {answer}; sends: session_id; clear: 1
        observe_network → done; known: 1
        """,
        tls=tls,
        secure=False,
    )


def test_a_secure_cookie_is_withheld_from_plain_http():
    """Lesson, section 15; 6265bis 5.8.3."""
    follow("login → 200 marko\n force_plaintext → unanswered; sends: ; clear: 0", secure=True)


@pytest.mark.parametrize("hsts", ["host", "include_subdomains"])
def test_hsts_turns_the_forced_request_into_https(hsts: str):
    """RFC 6797 8.3."""
    follow("login → 200 marko\n force_plaintext → 200 marko; clear: 0", secure=False, hsts=hsts)


def test_nobody_can_force_what_no_network_carries():
    follow("force_plaintext → refused no_plaintext_to_answer", start=World(plaintext_reachable=False))
