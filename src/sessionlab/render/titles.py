"""Who does what: the title of an action."""

from __future__ import annotations

from sessionlab.render.cookie_words import duration
from sessionlab.render.edits import by_hand
from sessionlab.render.pen import Pen
from sessionlab.tokens.forgery import FORGERIES
from sessionlab.world.action import Action
from sessionlab.world.state import DEVICES
from sessionlab.world.verbs.foreign_pages import USUAL_PATH
from sessionlab.world.verbs.verb import OPERATOR

PLAIN = "usual"
VARIANTS = {
    "visit": ("link_with_id", "sibling", "other_port", "evil", "through_cache"),
    "login": ("wrong", "as_victim", "other_service", "remember", "through_attacker"),
    "action": ("admin", "through_attacker"),
    "logout": ("through_attacker",),
    "wait_past": ("token_end",),
    "copy_credential": ("remember", "id_token", "refresh", "with_proofs"),
    "replay": (
        "action",
        "logout",
        "other_agent",
        "same_bytes",
        "altered_body",
        "altered_target",
        "with_proof",
        "other_endpoint",
        "unsigned",
        "spoofed_header",
    ),
    "alter": ("user", "role", "exp", "aud", "iss", "character", "signature"),
    "plant_cookie": ("subdomain", "invented", "script", "network", "by_hand", "nameless", "flood"),
    "subdomain_request": ("known_token",),
    "revoke_credential": ("refresh",),
    "run_script": ("tokens", "act", "set_cookie", "silent_flow"),
    "observe_network": ("one_request",),
    "idp_login": ("same_browser",),
    "start_request": ("read",),
    "forge": FORGERIES,
    "read_log": ("headers",),
    "refresh": ("two_tabs",),
    "restart": ("one",),
    "other_instance": ("same", "first", "second"),
    "change_role": ("admin",),
}
"""The variants of an action that have a title of their own."""


NAMED = ("delete_cookie", "delete_record")
"""Verbs whose argument only says which one."""


def title(action: Action, pen: Pen) -> str:
    """One line that says who does what."""
    argument = action.argument
    variant = argument if argument in VARIANTS.get(action.verb, ()) else PLAIN
    if argument and action.verb in NAMED:
        variant = "named"
    who = pen.say(f"who.{action.actor}")
    return pen.say(f"title.{action.verb}.{variant}", who=who, **_particulars(action, pen))


def _particulars(action: Action, pen: Pen) -> dict[str, str]:
    argument = action.argument
    if action.verb in ("delete_cookie", "edit_cookie", "delete_record", "edit_record"):
        return by_hand(action, pen)
    if action.verb in ("wait", "slow_clock"):
        return {"time": duration(int(argument))}
    if action.verb in ("cross_site_request", "subdomain_request"):
        kind, _, path = (argument or "form_post").partition(":")
        return {"kind": pen.say(f"request_kind.{kind}"), "path": path or USUAL_PATH.get(kind, "/action")}
    if action.verb == "copy_credential":
        return {"whose": pen.say(f"whose.{argument if argument in DEVICES else DEVICES[0]}")}
    return {"path": argument if argument.startswith("/") else "/"}


PEOPLE = (*DEVICES, OPERATOR)
"""Everybody who can act, by the code of the catalogue (`who.*`)."""
