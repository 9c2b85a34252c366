"""Credentials of programs are values: equal if they mean the same, and told apart by what they are about."""

from __future__ import annotations

from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.value import replace

KEY = SigningKey(1, "marko")
SIGNED = Signed("signed_request", KEY, "POST", "/action", (("kind", "transfer"),), 100, 3)


def test_a_signature_is_about_one_request_and_no_other():
    assert replace(SIGNED, path="/logout") != SIGNED
    assert replace(SIGNED, fields=()) != SIGNED
    assert Signed(SIGNED.kind, KEY, "POST", "/action", (("kind", "transfer"),), 100, 3) == SIGNED


def test_a_key_is_told_by_its_number_and_a_certificate_by_its_key():
    assert ApiKey(1) != ApiKey(2)
    assert Certificate("victim") == Certificate("victim")
    assert SigningKey(1, "marko") != SigningKey(2, "marko")


def test_a_claim_and_a_proof_are_no_keys():
    claim: object = Unsigned("marko")
    assert claim != KEY
    assert DpopProof(1, "GET", "/me", 0, "victim") != DpopProof(2, "GET", "/me", 0, "victim")
