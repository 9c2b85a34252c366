"""What the demo application writes into its answers: small honest pages, and JSON where a script asked."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from sessionlab.engine.routes.logout import FORGET
from sessionlab.http.message import Response
from sessionlab.render.terms import Spelling, spell

HTML, JSON = "text/html; charset=utf-8", "application/json"

SAYS = {
    "page": "Hello, {user}.",
    "read": "This page read your session, {user}. Things in your cart: {kept}.",
    "cart": "Things in your cart, {user}: {kept}.",
    "logged_in": "Welcome, {user}. You are logged in.",
    "logged_out": "You are logged out.",
    "signed_out": "You were signed out, because this page was not used for long.",
    "login_failed": "Name and password do not fit.",
    "forged": "This request does not seem to come from our own page.",
    "wrong_method": "This address does not take {user}.",
    "action_done": "Done, {user}.",
    "action_refused": "You may not do that.",
    "password_changed": "Your password is changed, {user}.",
    "slow_done": "That took a while, {user}.",
    "slow_refused": "You may not do that.",
    "redirect": "Go on to {user}.",
    "not_found": "There is nothing at {user}.",
    "refreshed": "Here is a new token, {user}.",
    "refresh_refused": "You may not have a new token.",
    "socket_open": "",
    "socket_refused": "You may not open a socket here.",
    "password_needed": "Type your password again, {user}.",
    "idp_login_form": "Log in at the identity provider.",
    "idp_form_post": "Back to the application.",
    "idp_logged_out": "You are logged out at the identity provider.",
    "foreign_page": "This page is somebody else's.",
}
"""What an answer says, by its content. {user} is the answer's first particular, or a stranger; {kept} its second."""
LOGIN_FORM = '<form method="post" action="/login">{token}<input name="user"><input name="password" type="password">'
IDP_FORM = '<form method="post" action="/login"><input name="user"><input name="password" type="password">'
LOGOUT_FORM = '<form method="post" action="/logout">{token}'
BUTTON = "<button>{name}</button></form>"
BEFORE_LOGIN, AFTER_LOGIN = ("page", "read", "cart", "logged_out", "signed_out"), ("logged_in",)


def body_of(response: Response, how: Spelling) -> tuple[str, str]:
    """The media type and the text of an answer's body."""
    if response.content == "me":
        user, role = response.details
        told = {"user": None} if user is None else {"user": user, "role": role}
        return JSON, _json(told)
    if response.token is not None or response.refresh_token is not None or response.page_tokens:
        return JSON, _json(_for_script(response, how))
    return HTML, _page(response, how)


def _for_script(response: Response, how: Spelling) -> dict[str, Any]:
    """What the page's own script is told: a token to keep, or to forget the one it keeps."""
    token = {"forget_token": True} if response.token == FORGET else _spelt("token", response.token, how)
    token |= _spelt("refresh_token", response.refresh_token, how)
    token |= {f"api_{one.kind}_token": spell(one, how) for one in response.page_tokens}
    form = {} if response.form_token is None else {"csrf_token": spell(response.form_token, how)}
    return {"user": response.user, **token, **form}


def _spelt(name: str, value: Any, how: Spelling) -> dict[str, Any]:
    return {} if value is None else {name: spell(value, how)}


def _page(response: Response, how: Spelling) -> str:
    who = response.details[0] if response.details and response.details[0] is not None else "stranger"
    kept = response.details[1] if len(response.details) > 1 else 0
    said = SAYS[response.content].format(user=escape(str(who)), kept=kept)
    return f"<!doctype html>\n<title>Demo app</title>\n<p>{said}</p>\n{_form(response, how)}"


def _form(response: Response, how: Spelling) -> str:
    if response.content.startswith("idp_"):
        return _of_provider(response, how)
    known = response.user is not None and response.content in (*BEFORE_LOGIN, *AFTER_LOGIN)
    if not known and response.content not in BEFORE_LOGIN:
        return ""
    token = spell(response.form_token, how)
    hidden = f'<input type="hidden" name="csrf_token" value="{escape(token)}">' if token else ""
    form, name = (LOGOUT_FORM, "Log out") if known else (LOGIN_FORM, "Log in")
    return form.format(token=hidden) + BUTTON.format(name=name) + "\n"


def _of_provider(response: Response, how: Spelling) -> str:
    """The provider's login form, or the form that its page posts back by itself (OAuth Form Post 2)."""
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(spell(value, how))}">' for name, value in response.onward
    )
    if response.content == "idp_form_post":
        return f'<form method="post" action="https://app.example.test/callback">{hidden}</form>\n'
    return IDP_FORM + hidden + BUTTON.format(name="Log in") + "\n" if response.content == "idp_login_form" else ""


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told)
