"""What others learn from requests on their way."""

from __future__ import annotations

from sessionlab.http.message import Request
from sessionlab.http.url import parse_url
from sessionlab.tokens.machine import ApiKey, DpopProof, Unsigned
from sessionlab.tokens.terms import RememberToken, Secret
from sessionlab.world.observing import credentials_in, in_logs, joined, overheard, shown_in
from sessionlab.world.state import World

URL = parse_url("https://app.example.test/me")
KEY, OTHER = ApiKey(1), ApiKey(2)
PROOF = DpopProof(1, "GET", "/me", 0, "victim")


def test_a_credential_is_seen_wherever_it_stands_and_other_secrets_are_none():
    request = Request("POST", URL, (("a", KEY),), (("b", OTHER),), (("csrf", Secret(1)),), (("c", KEY),))
    assert credentials_in(request) == (KEY, OTHER, KEY)


def test_whoever_sees_a_whole_request_sees_proofs_and_bare_claims_too():
    request = Request("GET", URL, (("r", RememberToken("marko", 1)),), (("X", Unsigned("marko")), ("DPoP", PROOF)))
    assert shown_in(request) == (PROOF, RememberToken("marko", 1), Unsigned("marko"))


def test_addresses_go_to_one_log_and_headers_to_another():
    world = in_logs(World(), Request("GET", URL, headers=(("Authorization", KEY),), query=(("t", OTHER),)))
    assert (world.logged_urls, world.logged) == ((OTHER,), (KEY,))
    assert in_logs(World(), Request("GET", URL)) == World()


def test_what_is_heard_again_stands_last_and_once():
    assert joined((KEY, OTHER), (KEY,)) == (OTHER, KEY)
    assert overheard(overheard(World(), (KEY,)), (KEY,)).in_clear == (KEY,)
