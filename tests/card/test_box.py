"""What an answer of the lab's own applications says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sessionlab.card.box import Profile, Said, said
from sessionlab.http.raw import RawResponse


def answer(status: int = 200, **told: Any) -> RawResponse:
    return RawResponse(status, (), json.dumps(told).encode())


def test_who_somebody_is_and_in_which_role():
    assert said(answer(user="marko", details=["marko", "admin"])) == Said(user="marko", role="admin")
    assert said(answer(401, user="marko", details=[])).user is None


def test_how_many_things_the_session_keeps_and_what_the_page_hands_out():
    told = said(answer(user=None, details=[None, 2], form_token="f", token="t"))
    assert (told.kept, told.form_token, told.token) == (2, "f", "t")
    assert said(answer(token="forget")).token == ""


@pytest.mark.parametrize("body", [b"", b"<!doctype html>", b"[]", b"7", b'{"details": null}'])
def test_whatever_is_not_of_their_kind_says_nothing(body: bytes):
    assert said(RawResponse(200, (), body)) == Said()


def test_the_usual_profile_is_that_of_the_lab_s_own_application():
    assert Profile().origin.text == "https://app.example.test/"
    assert dict(Profile().slow)["write"] == "/slow/write"
