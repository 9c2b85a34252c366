"""One colour and one shape for one credential."""

from __future__ import annotations

import io

from rich.console import Console

from sessionlab.terminal.ink import Ink
from tests.render.plays import told


def ink(choices: str = "", actions: str = "login", encoding: str = "utf-8") -> Ink:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return Ink(told(choices, actions), Console(file=file))


def test_a_credential_is_marked_wherever_it_stands():
    made = ink()
    made.live = frozenset({"t1"})
    id = told("", "login").credentials[0].text
    assert made.write(f"Cookie: session_id={id}; x=1").plain == f"Cookie: session_id=●{id}; x=1"


def test_what_opens_nothing_is_hollow():
    assert ink().mark("t1", live=True) == "●"
    assert ink().mark("t1", live=False) == "○"


def test_two_credentials_differ_in_shape_and_in_colour():
    made = ink("", "login device2:login")
    assert made.mark("t1", True) != made.mark("t2", True)
    assert made.colour("t1") != made.colour("t2")


def test_a_long_credential_is_shortened():
    made = ink("session_type=jwt")
    assert len(made.write(told("session_type=jwt", "login").credentials[0].text).plain) < 30


def test_a_credential_in_an_address_is_marked_though_it_is_encoded():
    assert (
        ink("session_type=unsigned_cookie").has_credential("x=user%3Dmarko%40example.test%26role%3Duser" + "") is False
    )
    assert ink().has_credential(told("", "login").credentials[0].text)


def test_a_terminal_that_knows_ascii_only_gets_letters():
    made = ink(encoding="ascii")
    assert (made.mark("t1", True), made.mark("t1", False)) == ("(A)", "(a)")
    assert made.plain("→ a … b") == "-> a ... b"
