"""How a client shows what it holds."""

from __future__ import annotations

import pytest

from sessionlab.design.space import design_from
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey
from sessionlab.tokens.terms import RememberToken, Token
from sessionlab.world.presenting import About, Carried, assertion, place, present

ABOUT = About("POST", "/action", (("kind", "x"),), 1000, 5, "victim")
KEY = SigningKey(1, "marko")


@pytest.mark.parametrize(
    ("transport", "carried"),
    [
        ("authorization_header", Carried(headers=(("Authorization", ApiKey(1)),))),
        ("custom_header", Carried(headers=(("X-Session-Token", ApiKey(1)),))),
        ("url_query", Carried(query=(("access_token", ApiKey(1)),))),
        ("request_body", Carried(fields=(("access_token", ApiKey(1)),))),
        ("tls_handshake", Carried()),
        ("cookie", Carried()),
    ],
)
def test_a_value_goes_where_its_transport_says(transport: str, carried: Carried):
    """RFC 6750 2 for the places; a cookie is the browser's business, and a handshake carries no value."""
    assert place(transport, ApiKey(1)) == carried
    assert place(transport, RememberToken("marko", 1)) == Carried()


def test_a_signing_key_shows_a_signature_over_just_this_request_and_never_itself():
    ((_, shown),) = present(KEY, ABOUT, design_from({"session_type": "signed_request"})).headers
    assert shown == Signed("signed_request", KEY, "POST", "/action", (("kind", "x"),), 1000, 5)


def test_the_same_key_makes_an_assertion_where_the_design_wants_one():
    ((_, shown),) = present(KEY, ABOUT, design_from({"session_type": "jwt_assertion"})).fields
    assert shown == assertion(KEY, ABOUT)
    assert (shown.claims.sub, shown.claims.iat, shown.claims.exp, shown.claims.jti) == ("marko", 1000, 1300, 5)


def test_a_certificate_proves_its_key_in_the_handshake():
    assert present(Certificate("victim"), ABOUT, design_from({"session_type": "client_certificate"})).key == "victim"


def test_a_bound_token_comes_with_a_proof_of_the_clients_own_key():
    """RFC 9449 4.2: htm, htu, iat, jti."""
    design = design_from(
        {
            "session_type": "jwt",
            "credential_transport": "authorization_header",
            "client_storage": "js_memory",
            "sender_constraint": "dpop",
        }
    )
    token: Token = assertion(KEY, ABOUT)
    assert dict(present(token, ABOUT, design).headers)["DPoP"] == DpopProof(5, "POST", "/action", 1000, "victim")
