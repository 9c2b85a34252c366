"""What the demo application writes into its answers."""

from __future__ import annotations

import json

from hypothesis import given, settings

from sessionlab.design.design import Design
from sessionlab.http.message import Response
from sessionlab.render.bodies import HTML, JSON, SAYS, body_of
from sessionlab.render.pen import pen_for
from sessionlab.render.terms import Spelling
from sessionlab.world.action import Action
from sessionlab.world.play import play
from tests.agreement.plays import plays

HOW = Spelling()


def test_me_is_json():
    kind, body = body_of(Response(200, "me", ("marko@example.test", "user")), HOW)
    assert (kind, json.loads(body)) == (JSON, {"user": "marko@example.test", "role": "user"})


def test_a_script_is_told_to_forget():
    kind, body = body_of(Response(200, "logged_out", token="forget"), HOW)
    assert (kind, json.loads(body)["forget_token"]) == (JSON, True)


def test_a_name_in_a_page_is_text_and_no_markup():
    kind, body = body_of(Response(401, "login_failed", ("<b>",)), HOW)
    assert kind == HTML
    assert "<b>" not in body


def test_a_stranger_sees_the_login_form_and_a_user_the_logout_button():
    assert "/login" in body_of(Response(200, "page", (None,)), HOW)[1]
    assert "/logout" in body_of(Response(200, "page", ("u",), user="u"), HOW)[1]


@settings(max_examples=30, deadline=None)
@given(plays())
def test_every_answer_of_the_application_has_a_body(made_up: tuple[Design, tuple[Action, ...]]):
    design, actions = made_up
    done = play(design, actions)
    how = pen_for(done).how
    for exchange in done.exchanges:
        if exchange.response is not None:
            assert exchange.response.content == "me" or exchange.response.content in SAYS
            assert body_of(exchange.response, how)[1]
