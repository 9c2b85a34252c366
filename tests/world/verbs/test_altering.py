"""Alter a credential: who notices?"""

from __future__ import annotations

import pytest

from sessionlab.tokens.terms import Garbled, StateCookie, Token
from tests.playbook import follow, played


@pytest.mark.parametrize(("part", "ground"), [("user", "signature_invalid"), ("role", "signature_invalid")])
def test_an_altered_token_fails_the_check_of_its_signature(part: str, ground: str):
    """Ground truth R231 (RFC 8725 3.1)."""
    text = f"attacker:login → 200 mallory\n copy_credential=attacker → done\n alter={part} → done\n replay → "
    follow(text + f"401 nobody ({ground})", session_type="jwt")


def test_an_altered_token_is_believed_where_nobody_checks_the_signature():
    text = "attacker:login → 200 mallory\n copy_credential=attacker → done\n alter=user → done\n replay → 200 marko"
    follow(text, session_type="jwt", verify_signature=False)


@pytest.mark.parametrize(("part", "ground"), [("aud", "audience_wrong"), ("iss", "issuer_wrong")])
def test_other_claims_of_a_token_can_be_altered_too(part: str, ground: str):
    """RFC 7519 4.1.1, 4.1.3."""
    text = f"login → 200 marko\n copy_credential → done\n alter={part} → done\n replay → 401 nobody ({ground})"
    follow(text, session_type="jwt", verify_signature=False)


def test_a_later_expiry_is_believed_with_an_unchecked_signature():
    text = """
        login           → 200 marko
        copy_credential → done
        wait=3600       → done
        replay          → 401 nobody (token_expired)
        alter=exp       → done
        replay          → {answer}
    """
    follow(text.format(answer="200 marko"), session_type="jwt", verify_signature=False)
    follow(text.format(answer="401 nobody (signature_invalid)"), session_type="jwt")


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("signed_cookie", "401 nobody (seal_broken)"),
        ("encrypted_cookie", "401 nobody (seal_broken)"),
        ("unsigned_cookie", "200 marko"),
    ],
)
def test_a_state_cookie_can_be_altered_only_where_nothing_protects_it(kind: str, answer: str):
    """Ground truth R222, R223 (MAC, AEAD)."""
    text = f"attacker:login → 200 mallory\n alter=user → done\n replay → {answer}"
    follow(text, session_type=kind)


def test_what_is_altered_is_the_newest_known_value_or_else_the_attackers_own():
    world = played("attacker:login alter=role", session_type="unsigned_cookie")
    assert isinstance(world.known[-1], StateCookie)
    assert (world.known[-1].record.role, world.known[-1].record.user) == ("admin", "mallory@example.test")
    assert isinstance(played("login copy_credential alter=exp", session_type="jwt").known[-1], Token)


@pytest.mark.parametrize("kind", ["server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_one_changed_character_makes_any_credential_worthless(kind: str):
    follow(
        "login → 200 marko\n copy_credential → done\n alter=character → done; known: 2\n replay → 401 nobody",
        session_type=kind,
    )
    follow("alter=character → refused nothing_known", session_type=kind)


def test_a_garbled_value_stays_garbled():
    world = played("login copy_credential alter=character alter=user", session_type="jwt")
    assert isinstance(world.known[-1], Garbled)


@pytest.mark.parametrize("part", ["role", "exp", "aud", "iss"])
def test_a_session_id_has_no_parts(part: str):
    """6265bis 8.4: a session identifier means nothing by itself."""
    follow(f"login → 200 marko\n copy_credential → done\n alter={part} → refused no_such_part")


@pytest.mark.parametrize("part", ["exp", "aud", "iss"])
def test_a_state_cookie_has_no_claims(part: str):
    follow(
        f"login → 200 marko\n copy_credential → done\n alter={part} → refused no_such_part",
        session_type="signed_cookie",
    )


@pytest.mark.parametrize(
    ("generator", "signed", "outcome"),
    [
        ("counter", False, "alter → done\n replay → 200 marko"),
        ("counter", True, "alter → done\n replay → 401 nobody (not_a_session_id)"),
        ("csprng_128", False, "alter → refused no_such_part"),
    ],
)
def test_a_counted_id_leads_to_the_neighbours_unless_it_is_signed(generator: str, signed: bool, outcome: str):
    """Ground truth N037: the neighbour's number is a valid value."""
    follow(
        f"login → 200 marko\n attacker:login → 200 mallory\n copy_credential=attacker → done\n {outcome}",
        session_id_generator=generator,
        sign_session_id=signed,
    )
