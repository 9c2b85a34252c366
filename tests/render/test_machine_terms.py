"""What programs show, as text: the shapes of their standards, the same for the same seed number, visibly a demo."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from sessionlab.design.space import design_from
from sessionlab.design.switch import SwitchValue
from sessionlab.http.message import Request
from sessionlab.http.url import parse_url
from sessionlab.render.machine_terms import in_one_value, machine_text, opaque_text, signature_headers
from sessionlab.render.spelling import Spelling, spelling
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import ApiToken, Claims, Code, Token
from sessionlab.value import replace

KEY = SigningKey(1, "marko@example.test")
FIELDS = (("kind", "transfer"),)
SIGNED = Signed("signed_request", KEY, "POST", "/action", FIELDS, 1000, 5)
REQUEST = Request("POST", parse_url("https://app.example.test/action"), fields=FIELDS)


def how(**switches: SwitchValue) -> Spelling:
    return spelling(design_from({"session_type": "signed_request", **switches}), 1)


def headers(term: object, spelled: Spelling, request: Request = REQUEST) -> dict[str, str]:
    return dict(signature_headers("X-Session-Token", term, request, spelled))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "term",
    [ApiKey(1), KEY, Certificate("victim"), ApiToken(1, "m"), Code(1, "m"), DpopProof(1, "GET", "/", 0, "v"), SIGNED],
)
def test_one_seed_number_always_gives_the_same_text_and_another_one_another(term: object):
    assert machine_text(term, Spelling(1)) == machine_text(term, Spelling(1))
    assert machine_text(term, Spelling(1)) != machine_text(term, Spelling(2))


def test_a_signature_names_what_it_covers():
    """RFC 9421 4.1, 4.2: Signature-Input and Signature; RFC 9530 for the digest of the content."""
    found = headers(SIGNED, how(signature_nonce_memory="shared"))
    assert found["Signature-Input"].startswith('sig1=("@method" "@path" "content-digest");created=1000;keyid=')
    assert ';nonce="' in found["Signature-Input"]
    assert found["Signature"] == f"sig1=:{machine_text(SIGNED, how(signature_nonce_memory='shared'))}:"
    digest = base64.b64encode(hashlib.sha256(b"kind=transfer").digest()).decode()
    assert found["Content-Digest"] == f"sha-256=:{digest}:"


def test_what_is_not_covered_is_not_named_and_may_change_without_another_signature():
    bare = how(signature_covers_body=False, signature_covers_target=False)
    found = headers(SIGNED, bare)
    assert found["Signature-Input"].startswith("sig1=();created=1000")
    assert "Content-Digest" not in found
    assert machine_text(replace(SIGNED, path="/logout", fields=()), bare) == machine_text(SIGNED, bare)
    assert machine_text(replace(SIGNED, path="/logout"), how()) != machine_text(SIGNED, how())


def test_a_delivery_has_the_three_headers_of_standard_webhooks():
    delivery = how(session_type="webhook_signature")
    found = headers(SIGNED, delivery)
    assert list(found) == ["webhook-id", "webhook-timestamp", "webhook-signature"]
    assert found["webhook-timestamp"] == "1000"
    assert found["webhook-signature"].startswith("v1,demo-signature-")
    assert headers(Unsigned("marko"), delivery) == {"webhook-from": "marko"}


def test_where_there_is_one_place_only_a_signature_is_one_value():
    assert dict(signature_headers("Authorization", SIGNED, REQUEST, how())).keys() == {"Authorization"}
    assert in_one_value(SIGNED, how()).startswith("created=1000;keyid=")
    assert in_one_value(Unsigned("marko"), how()) == 'keyid="marko"'


def test_a_proof_is_a_jwt_about_one_request():
    """RFC 9449 4.2."""
    header, claims, _ = machine_text(DpopProof(1, "GET", "/me", 7, "victim"), Spelling()).split(".")
    head, body = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in (header, claims))
    assert (head["typ"], head["jwk"]) == ("dpop+jwt", "victim")
    assert (body["htm"], body["htu"], body["iat"]) == ("GET", "/me", 7)


def test_an_opaque_token_says_nothing_and_changes_with_what_it_stands_for():
    token = Token(Claims("marko", 1, "user", 0, 3600, "i", "a", 4))
    text = opaque_text(token, Spelling())
    assert text.startswith("opaque_1004_")
    assert "marko" not in text
    assert opaque_text(replace(token, signed_by="nobody"), Spelling()) != text
