"""The text of terms: the same number gives the same bytes, and a text says again what it was made of."""

from __future__ import annotations

import math
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionlab.design.space import SEED_LAB
from sessionlab.http.message import Client
from sessionlab.render.terms import Spelling, read, spell, spelling
from sessionlab.tokens.forgery import FORGERIES
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    Claims,
    Garbled,
    Record,
    Reference,
    Secret,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.value import replace
from sessionlab.world.state import START

GENERATORS = ("csprng_128", "csprng_64", "random_32", "counter", "timestamp")
COOKIE_TYPES = ("signed_cookie", "encrypted_cookie", "unsigned_cookie")

numbers = st.integers(1, 900)
seconds = st.integers(START, START + 10**7)
secrets = st.builds(Secret, numbers, st.just("csrf"), st.sampled_from((SERVER, ATTACKER)))
clients = st.builds(Client, *(st.sampled_from(("victim", "attacker")) for _ in range(3)))
records = st.builds(
    Record,
    user=st.sampled_from((None, "marko@example.test", "mallory@example.test")),
    created=seconds,
    seen=seconds,
    started=numbers,
    csrf=st.none() | secrets,
    role=st.sampled_from(("user", "admin")),
    enabled=st.booleans(),
    password=st.integers(0, 5),
    items=st.integers(0, 5),
    client=clients,
)
claims = st.builds(
    Claims,
    sub=st.sampled_from(("marko@example.test", "mallory@example.test")),
    uid=st.integers(1, 2),
    role=st.sampled_from(("user", "admin")),
    iat=seconds,
    exp=seconds | st.just(math.inf),
    iss=st.sampled_from(("https://app.example.test", "https://other.example.test")),
    aud=st.sampled_from(("https://app.example.test", "https://other.example.test")),
    jti=numbers,
    version=st.integers(0, 3),
    password=st.integers(0, 3),
    enabled=st.booleans(),
    csrf=st.none() | secrets,
    client=clients,
    typ=st.sampled_from(("access", "id")),
    family=numbers,
)
spellings = st.builds(
    Spelling,
    seed=st.integers(0, 10**6),
    generator=st.sampled_from(GENERATORS),
    signed_ids=st.booleans(),
    session_type=st.sampled_from(("server_session", "jwt", *COOKIE_TYPES)),
    octets=st.sampled_from((0, 4990)),
    versioned=st.booleans(),
    fingerprinted=st.booleans(),
    placed=st.booleans(),
    keys=st.just(()) | numbers.map(lambda made: ((made, "2"),)),
    times=st.just(()) | numbers.map(lambda made: ((made, START + 600),)),
)


def _shown(inside: Any, how: Spelling) -> Any:
    """What is inside without the client, where a text does not name it."""
    return inside if how.placed else replace(inside, client=Client())


@st.composite
def spelt(draw: st.DrawFn) -> tuple[object, Spelling]:
    """A term that the lab can make, with a spelling; what a text cannot show is as the server would have it."""
    how = draw(spellings)
    if how.session_type == "jwt":
        term: Any = Token(_shown(draw(claims), how), draw(st.sampled_from((SERVER, *FORGERIES, "nobody"))))
        term = replace(term, encoding=draw(st.integers(0, 2)))
    elif how.session_type in COOKIE_TYPES:
        sealed_by = SERVER if how.session_type == "unsigned_cookie" else draw(st.sampled_from((SERVER, "nobody")))
        term = StateCookie(_shown(draw(records), how), sealed_by)
    else:
        mistyped = st.builds(lambda made, place: SessionId(-100 * made - place, ATTACKER), numbers, st.integers(0, 7))
        id = draw(st.builds(SessionId, numbers) | st.just(SessionId(0, ATTACKER)) | mistyped)
        term = Reference(id, draw(st.booleans()) if how.signed_ids else id.maker == SERVER)
    for _ in range(draw(st.integers(0, 3) | st.integers(24, 60))):
        term = Garbled(term)
    return term, how


@settings(deadline=None)
@given(spelt())
def test_a_text_says_again_what_it_was_made_of(pair: tuple[object, Spelling]):
    term, how = pair
    assert read(spell(term, how), how) == term


@settings(deadline=None)
@given(secrets, spellings)
def test_a_secret_can_be_read_again(secret: Secret, how: Spelling):
    assert read(spell(secret, how), how) == secret


@settings(deadline=None)
@given(st.text(), spellings)
def test_reading_any_text_raises_nothing(text: str, how: Spelling):
    read(text, how)


@settings(deadline=None)
@given(spelt())
def test_a_credential_is_made_of_characters_that_a_cookie_may_have(pair: tuple[object, Spelling]):
    text = spell(*pair)
    assert text.isascii()
    assert not set(text) & set(' \t";,\\')


def test_a_session_id_has_the_lab_s_number_and_a_suffix_from_the_seed():
    text = spell(Reference(SessionId(1)), Spelling(seed=1))
    assert text.startswith("sid_1001_")
    assert len(text) == len("sid_1001_ab12cd")
    assert text != spell(Reference(SessionId(1)), Spelling(seed=2))


@pytest.mark.parametrize(
    ("generator", "shape"),
    [("csprng_128", 15), ("csprng_64", 13), ("random_32", 11), ("counter", 8), ("timestamp", 17)],
)
def test_a_weaker_generator_shows(generator: str, shape: int):
    assert len(spell(SessionId(1), Spelling(generator=generator))) == shape


def test_an_id_made_of_the_time_is_made_of_the_time_of_its_request():
    how = Spelling(generator="timestamp", times=((2, START + 600),))
    assert spell(SessionId(2), how) == f"sid_{START + 600}002"


def test_a_signed_id_carries_a_mac_that_says_it_is_a_demo():
    text = spell(Reference(SessionId(1)), Spelling(signed_ids=True))
    assert ".demo-mac-" in text
    assert text != spell(Reference(SessionId(1), genuine=False), Spelling(signed_ids=True))


def test_an_invented_id_has_the_shape_of_the_server_s():
    invented, genuine = (spell(Reference(id), Spelling()) for id in (SessionId(0, ATTACKER), SessionId(1)))
    assert [len(part) for part in invented.split("_")] == [len(part) for part in genuine.split("_")]


def test_a_token_has_three_parts_and_its_signature_says_that_it_is_a_demo():
    header, body, signature = spell(Token(Claims("u", 1, "user", 0, 1, "i", "a", 1)), Spelling()).split(".")
    assert header.startswith("eyJ")
    assert body.startswith("eyJ")
    assert signature.startswith("demo-signature-")


def test_a_state_cookie_is_legible_unless_it_is_encrypted():
    record = Record("marko@example.test", 0, 0, 1)
    plain, sealed = (
        spell(StateCookie(record), Spelling(session_type=kind)) for kind in ("unsigned_cookie", "encrypted_cookie")
    )
    assert "user=marko@example.test" in plain
    assert "marko" not in sealed


def test_a_large_cookie_really_is_too_large():
    design = replace(SEED_LAB, cookie_size="over_4096_bytes")
    assert len(spell(Reference(SessionId(1)), spelling(design, 1))) > 4096
    assert len(spell(Reference(SessionId(1)), spelling(SEED_LAB, 1))) < 100


def test_another_process_writes_the_same_bytes():
    program = (
        "from sessionlab.render.terms import *; from sessionlab.tokens.terms import *;"
        "print(spell(Reference(SessionId(7)), Spelling(seed=5)), spell(Secret(3), Spelling(seed=5)))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(told) == 1
