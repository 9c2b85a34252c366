from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.crypto.keys import fresh_keys
from sessionlab.design.space import design_from
from sessionlab.http.message import Request, Response
from sessionlab.http.url import parse_url
from sessionlab.render.app_page import SCRIPT, STYLE, AppPages
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.database import Database
from sessionlab.servers.writing import as_json
from sessionlab.tokens.terms import Proof, Reference, Secret, SessionId
from sessionlab.world.own_page import PAGES

REQUEST = Request("GET", parse_url("https://localhost:8800/"))


def page(response: Response, findings: int = 0, **choices: object) -> str:
    design = design_from(choices)
    content = as_json(response, Credentials(design, fresh_keys(), Database(lambda: 0.0)))
    return AppPages(design, findings).html(REQUEST, response, content)


@pytest.mark.parametrize("content", PAGES)
def test_a_page_of_the_application_has_its_script_and_its_forms(content: str):
    html = page(Response(200, content, (None,)))
    assert f'<script src="{SCRIPT}" defer></script>' in html
    for path in ("/login", "/me", "/logout", "/action", "/password", "/slow/write"):
        assert f'action="{path}"' in html


def test_data_shown_as_it_is_has_no_script():
    html = page(Response(401, "me", (None, None)))
    assert "<script" not in html
    assert 'href="/"' in html


def test_both_users_and_their_passwords_are_shown():
    html = page(Response(200, "page", (None,)))
    for text in ("marko@example.test", "correct horse", "mallory@example.test", "open sesame"):
        assert text in html


def test_the_script_is_told_what_the_design_wants_of_it():
    html = page(
        Response(200, "page", token=Reference(SessionId("abc"), Proof("abc")), form_token=Secret("secret")),
        credential_transport="custom_header", client_storage="local_storage", csrf_defence="custom_header",
        idle_timeout="client_side",
    )  # fmt: skip
    for text in (
        'data-transport="custom_header"', 'data-storage="local_storage"', 'data-own-header="session-lab"',
        'data-idle="1800"', 'data-token="abc"', 'data-form-token="secret"',
    ):  # fmt: skip
        assert text in html
    assert "data-absolute" not in html


def test_a_form_carries_the_csrf_token_even_without_the_script():
    html = page(Response(200, "page", form_token=Secret("secret")))
    posted = re.findall(r'<form[^>]*method="post".*?</form>', html)
    assert len(posted) == 6
    assert all('name="csrf_token" value="secret"' in form for form in posted)


def test_serious_findings_are_counted_on_the_page():
    assert "3 serious findings" in page(Response(200, "page"), findings=3)
    assert "serious findings" not in page(Response(200, "page"))


def test_the_page_says_where_its_design_differs():
    assert "<code>http_only=false</code>" in page(Response(200, "page"), http_only=False)


@given(st.text())
def test_nothing_that_came_in_a_request_becomes_markup(text: str):
    evil = f"<script>{text}</script>\"'"
    html = page(Response(200, "page", (evil,), form_token=Secret(evil), token=evil, user=evil, ground=evil))
    assert html.count("<script") == 1
    assert "<script>" not in html
    assert f'"{evil}' not in html


def test_what_the_page_shows_is_the_json_that_a_script_would_get():
    html = page(Response(200, "page", ("<b>",), user="marko@example.test"))
    shown = html.partition('id="told"')[2].partition(">")[2].partition("</pre>")[0]
    assert json.loads(shown[shown.index("{") :].replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">"))[
        "details"
    ] == ["<b>"]


def test_script_and_style_are_there():
    files = AppPages(design_from({})).files
    assert files[SCRIPT][0].startswith("text/javascript")
    assert files[STYLE][0].startswith("text/css")
    assert b"use strict" in files[SCRIPT][1]
