from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.design.space import design_from
from sessionlab.http.message import Request
from sessionlab.servers.asgi import application
from sessionlab.servers.reading import MOST_FIELDS, Unreadable, cookie_pairs, pairs_of, read_request
from sessionlab.tokens.terms import Garbled, Proof, Reference, Secret, SessionId

ABC = Reference(SessionId("abc"), Proof("abc"))
FORM = (b"content-type", b"application/x-www-form-urlencoded; charset=utf-8")


def read(*headers: tuple[bytes, bytes], body: bytes = b"", query: bytes = b"", **choices: object) -> Request:
    scope: dict[str, Any] = {
        "method": "POST",
        "scheme": "https",
        "path": "/login",
        "query_string": query,
        "headers": [(b"host", b"App.Example.Test"), *headers],
    }
    return read_request(scope, body, application(design_from(choices)).cluster.next())


def test_the_url_is_made_of_host_and_path():
    request = read()
    assert request.url.text == "https://app.example.test/login"
    assert request.method == "POST"


def test_a_request_for_no_host_cannot_be_read():
    scope = {"method": "GET", "scheme": "https", "path": "/", "headers": []}
    with pytest.raises(Unreadable) as problem:
        read_request(scope, b"", application(design_from({})).cluster.next())
    assert problem.value.status == 400


def test_the_session_cookie_is_read_as_a_credential_and_the_csrf_cookie_as_a_secret():
    request = read((b"cookie", b"a=1; session_id=abc; csrf_token=x"))
    assert request.cookies == (("a", "1"), ("session_id", ABC), ("csrf_token", Secret("x", maker="attacker")))


def test_the_cookie_of_a_prefixed_name_is_the_credential():
    request = read((b"cookie", b"session_id=abc; __Host-session_id=abc"), cookie_prefix="__Host-")
    assert request.cookies == (("session_id", "abc"), ("__Host-session_id", ABC))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("a=1;b=2", (("a", "1"), ("b", "2"))),
        ("a=1; a=2", (("a", "1"), ("a", "2"))),
        (" a = 1 ;; b=x=y ", (("a", "1"), ("b", "x=y"))),
        ("bare; a=", (("", "bare"), ("a", ""))),
        ("", ()),
    ],
)
def test_a_cookie_header_is_cut_as_servers_cut_it(text: str, pairs: tuple[tuple[str, str], ...]):
    assert cookie_pairs((("cookie", text),)) == pairs


def test_several_cookie_headers_count_as_one():
    assert cookie_pairs((("cookie", "a=1"), ("x", "y"), ("cookie", "b=2"))) == (("a", "1"), ("b", "2"))


@pytest.mark.parametrize("value", [b"Bearer abc", b"bearer abc", b"BEARER  abc"])
def test_a_bearer_credential_is_read(value: bytes):
    assert read((b"authorization", value)).header("Authorization") == ABC


def test_another_scheme_is_no_credential():
    assert read((b"authorization", b"Basic YTpi")).header("Authorization") is None


def test_credentials_elsewhere_are_read():
    request = read((b"x-session-token", b"abc"), FORM, body=b"access_token=abc", query=b"session_id=abc&a=b")
    assert request.header("X-Session-Token") == ABC
    assert request.fields == (("access_token", ABC),)
    assert request.query == (("session_id", ABC), ("a", "b"))


def test_what_csrf_defences_look_at_is_read_under_its_usual_spelling():
    request = read(
        (b"ORIGIN".lower(), b"https://evil.test"), (b"sec-fetch-site", b"cross-site"), (b"x-csrf-token", b"t")
    )
    assert request.header("Origin") == "https://evil.test"
    assert request.header("Sec-Fetch-Site") == "cross-site"
    assert request.header("X-CSRF-Token") == Secret("t", maker="attacker")


def test_only_a_form_has_fields():
    assert read((b"content-type", b"text/plain"), body=b"user=marko").fields == ()
    assert read(FORM, body=b"user=marko%40example.test&password=a+b").fields == (
        ("user", "marko@example.test"),
        ("password", "a b"),
    )


def test_too_many_fields_cannot_be_read():
    with pytest.raises(Unreadable):
        pairs_of(b"&".join(b"a=b" for _ in range(MOST_FIELDS + 1)))


@given(st.binary(max_size=200), st.binary(max_size=200), st.sampled_from(["jwt", "signed_cookie", "server_session"]))
def test_no_octets_raise(cookie: bytes, body: bytes, session_type: str):
    request = read(
        (b"cookie", b"session_id=" + cookie), (b"authorization", b"Bearer " + cookie), FORM,
        body=body, query=body, session_type=session_type,
    )  # fmt: skip
    assert all(isinstance(value, str | Reference | Secret | Garbled) for _, value in request.cookies)
