"""Browser, wire and server as lines."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from sessionlab.render.form import Exchange
from sessionlab.terminal.ink import Ink
from sessionlab.terminal.sides import browser_side, server_side, store_side, wire_side
from tests.render.plays import told


def text(side: Callable[..., object], choices: str, actions: str, *more: object) -> str:
    trace = told(choices, actions)
    made = Ink(trace, Console(file=io.TextIOWrapper(io.BytesIO(), encoding="utf-8")))
    exchange: Exchange = trace.exchanges[-1]
    made.live = frozenset(one.id for one in exchange.live)
    lines = side(exchange, made, *more)
    return "\n".join(f"{line.mark} {line.text.plain}" for line in lines)  # type: ignore[attr-defined]


def test_the_cookie_is_never_cut_away():
    assert "Cookie: session_id=●sid_1002_" in text(wire_side, "", "login me")
    assert "Set-Cookie: session_id=●sid_1002_" in text(wire_side, "", "login")


def test_the_wire_says_that_a_request_without_a_credential_names_nobody():
    assert "nothing here says who is asking" in text(wire_side, "", "me")
    assert "nothing here says who is asking" not in text(wire_side, "", "login me")


def test_a_withheld_cookie_stands_there_with_reason_and_source():
    shown = text(wire_side, "", "login cross_site_request")
    assert "withheld: session_id. It is SameSite=Lax" in shown
    assert "[6265bis" in shown


def test_a_refused_cookie_stands_there_with_reason_and_source():
    assert "refused by the browser: session_id." in text(wire_side, "same_site=none secure=false", "login")


def test_the_server_says_who_it_is_and_how_often_it_looked():
    assert "= marko@example.test" in text(server_side, "", "login me")
    assert "(1 look-up)" in text(server_side, "", "login me")
    assert "(0 look-ups)" in text(server_side, "session_type=jwt", "login me")


def test_what_is_new_and_what_is_gone_is_marked():
    assert "+ session_id=●sid_1002_" in text(browser_side, "", "login")
    assert "− session_id=○sid_1002_" in text(browser_side, "", "login logout")
    assert "+ ●sid_1002_" in text(store_side, "", "login", True)
    assert "− ○sid_1002_" in text(store_side, "", "login logout", True)


def test_what_the_attacker_holds_is_shown_with_its_worth():
    assert "●sid_1002_da45c0  answered as marko@example.test" in text(browser_side, "", "login copy_credential")
    assert "○sid_1002_da45c0  answered as nobody" in text(browser_side, "", "login copy_credential logout")


def test_a_server_without_a_store_says_so():
    assert "no session store" in text(store_side, "session_type=jwt", "login", False)


def test_the_step_that_decided_is_lit():
    assert "▶ Delete the record" in text(server_side, "", "login logout", "delete.done")


def test_what_a_script_keeps_is_shown():
    choices = "session_type=jwt credential_transport=authorization_header client_storage=local_storage"
    assert "local_storage" in text(browser_side, choices, "login")
    assert "− ○" in text(browser_side, f"{choices} token_revocation=denylist", "login logout")


def test_a_changed_user_record_and_a_denied_token_are_shown():
    assert "enabled=false" in text(server_side, "", "disable_account") + text(store_side, "", "disable_account", True)
    shown = text(store_side, "session_type=jwt token_revocation=denylist", "login logout", False)
    assert "denylist: token number 2" in shown
