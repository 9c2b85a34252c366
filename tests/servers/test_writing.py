from __future__ import annotations

import json
from typing import Any

import pytest

from sessionlab.crypto.keys import fresh_keys
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.engine.cookie_out import deletion, session_cookie
from sessionlab.http.message import Request, Response, SetCookie
from sessionlab.http.url import parse_url
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.database import Database
from sessionlab.servers.writing import as_json, headers_of, set_cookie_line
from sessionlab.tokens.terms import Proof, Reference, Secret, SessionId
from sessionlab.value import replace

ABC = Reference(SessionId("abc"), Proof("abc"))
REQUEST = Request("GET", parse_url("https://app.example.test/me"))


def credentials(design: Design) -> Credentials:
    return Credentials(design, fresh_keys(), Database(lambda: 0.0))


def line(cookie: SetCookie | None = None, **choices: object) -> str:
    design = design_from(choices)
    return set_cookie_line(cookie or session_cookie(design, ABC), credentials(design))


def headers(response: Response, request: Request = REQUEST, **choices: Any) -> list[tuple[str, str]]:
    design = design_from(choices)
    return list(headers_of(request, response, design, credentials(design)))


def test_attributes_stand_in_their_usual_order():
    assert line() == "session_id=abc; Path=/; HttpOnly; Secure; SameSite=Lax"


def test_every_attribute_is_as_the_design_says():
    written = line(
        cookie_domain="parent_domain", cookie_path="narrow", cookie_lifetime="persistent", http_only=False,
        secure=False, same_site="unset", cookie_prefix="__Secure-",
    )  # fmt: skip
    assert written == "__Secure-session_id=abc; Path=/me; Domain=example.test; Max-Age=2592000"


def test_a_deletion_has_no_value_and_no_time():
    assert line(deletion(design_from({}))) == "session_id=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax"


def test_a_cookie_that_is_to_be_too_large_is():
    name, _, value = line(cookie_size="over_4096_bytes").partition(";")[0].partition("=")
    assert len(name) + len(value) == 5000


def test_only_what_is_sent_is_sent():
    design = design_from({})
    cookie = session_cookie(design, ABC)
    response = Response(200, "me", set_cookies=(replace(cookie, sent=False),), headers=(("Clear-Site-Data", None),))
    assert headers(response) == []


@pytest.mark.parametrize(
    ("choices", "challenge"),
    [
        ({}, 'Cookie realm="session-lab"'),
        ({"credential_transport": "authorization_header", "client_storage": "js_memory"}, 'Bearer realm="session-lab"'),
    ],
)
def test_a_401_says_how_one_would_be_known(choices: dict[str, Any], challenge: str):
    assert headers(Response(401, "me"), **choices) == [("WWW-Authenticate", challenge)]


def test_a_presented_bearer_credential_that_does_not_count_is_called_invalid():
    request = replace(REQUEST, headers=(("Authorization", ABC),))
    found = dict(headers(Response(401, "me"), request, credential_transport="authorization_header"))
    assert found["WWW-Authenticate"].endswith('error="invalid_token"')


def test_hsts_is_said_over_tls_only():
    plain = replace(REQUEST, url=parse_url("http://app.example.test/me"))
    assert headers(Response(200, "me"), hsts="include_subdomains") == [
        ("Strict-Transport-Security", "max-age=60; includeSubDomains")
    ]
    assert headers(Response(200, "me"), plain, hsts="host") == []


def test_the_body_tells_what_the_server_believed():
    response = Response(
        200, "me", ("marko@example.test", None), token=ABC, form_token=Secret("t"), user="marko@x", ground="g"
    )
    assert json.loads(as_json(response, credentials(design_from({})))) == {
        "content": "me",
        "user": "marko@x",
        "ground": "g",
        "details": ["marko@example.test", None],
        "token": "abc",
        "refresh_token": None,
        "form_token": "t",
    }
