"""Client certificates: the handshake proves the key, and a header may claim what no handshake proved."""

from __future__ import annotations

from sessionlab.design.space import design_from
from sessionlab.engine.machine.certificate import is_kind
from tests.playbook import follow_under

DESIGN = design_from({"session_type": "client_certificate"})
CLAIMS = design_from({"session_type": "client_certificate", "proxy_strips_identity_headers": False})


def test_whoever_proves_the_enrolled_key_is_its_user():
    """RFC 8705 2: nothing but the handshake identifies the client."""
    follow_under(
        DESIGN,
        """
        login        → 200 marko; jar: ; store:
        me           → 200 marko (certificate); sends: ; asks: FindKey
        attacker:me  → 401 nobody (no_credential); notes: certificate_unknown
        copy_credential → done
        logout       → 200 nobody (logged_out); keeps: nothing
        replay       → 200 marko (certificate)
        """,
    )


def test_a_request_that_was_seen_is_worth_nothing_without_the_key():
    follow_under(DESIGN, "login → 200 marko\nme → 200 marko\nobserve_network=one_request → refused nothing_passed")


def test_a_copied_key_is_as_good_as_its_owner():
    follow_under(DESIGN, "login → 200 marko\ncopy_credential → done\nreplay → 200 marko (certificate)")


def test_a_header_that_vouches_for_somebody_is_believed_where_nothing_removes_it():
    """RFC 9700 4.13: a proxy must drop such headers from what clients send."""
    follow_under(DESIGN, "login → 200 marko\nreplay=spoofed_header → 401 nobody")
    follow_under(CLAIMS, "login → 200 marko\nreplay=spoofed_header → 200 marko; notes: identity_header_believed")


def test_it_is_the_kind_of_session_that_certificates_have():
    assert is_kind("client_certificate")
    assert not is_kind("server_session")
