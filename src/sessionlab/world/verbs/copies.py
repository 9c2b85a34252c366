"""What somebody does with a copied credential: copy it, replay it, alter it."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import cookie_name
from sessionlab.http.message import Pairs
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.terms import Garbled, StateCookie, Token
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import Carried, carry, held
from sessionlab.world.places import app
from sessionlab.world.state import ATTACKER, DEVICES, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

NOBODY = "nobody"


def copy_credential(world: World, action: Action, design: Design) -> World | Senseless:
    """Get a copy of the credential that a browser holds, by whatever way; nothing changes there."""
    credential = held(world.device(action.argument or DEVICES[0]))
    return Senseless("nothing_to_copy") if credential is None else world.learns(credential)


def replay(world: World, action: Action, design: Design) -> World | Senseless:
    """Send the newest known value from a bare tool, exactly as a genuine client would carry it."""
    if not world.known:
        return Senseless("nothing_known")
    path = "/" + (action.argument or "me")
    return replace(world, agenda=(bare(world.known[-1], path, design),))


def bare(credential: Any, path: str, design: Design) -> Send:
    """A request of a tool that stores nothing: with this credential in the place that the design uses."""
    in_cookie = design.credential_transport == "cookie"
    carried = Carried() if in_cookie else carry(credential, design)
    cookies: Pairs = ((cookie_name(design), credential),) if in_cookie else ()
    method = "GET" if path == "/me" and not carried.fields else "POST"
    return Send(
        ATTACKER,
        method,
        app(path, design),
        "visit",
        cookies=cookies,
        headers=carried.headers,
        fields=carried.fields,
        query=carried.query,
        bare=True,
    )


def alter(world: World, action: Action, design: Design) -> World | Senseless:
    """Change the newest known value: another user, a role, a later expiry, or just one character."""
    own = held(world.device(ATTACKER))
    if not world.known and own is None:
        return Senseless("nothing_known")
    value = world.known[-1] if world.known else own
    altered = _altered(value, action.argument or "user", design)
    return Senseless("no_such_part", (action.argument or "user",)) if altered is None else world.learns(altered)


def _altered(value: Any, part: str, design: Design) -> Any:
    if part == "character" or isinstance(value, Garbled):
        return Garbled(value)
    if isinstance(value, Token):
        return _altered_token(value, part)
    if isinstance(value, StateCookie):
        return Garbled(value) if design.session_type == "encrypted_cookie" else _altered_state(value, part)
    return None


def _altered_token(token: Token, part: str) -> Token | None:
    changes: dict[str, dict[str, Any]] = {
        "user": {"sub": VICTIMS_ACCOUNT, "uid": 1},
        "role": {"role": "admin"},
        "exp": {"exp": token.claims.iat + 10**9},
        "aud": {"aud": "https://other.example.test"},
        "iss": {"iss": "https://other.example.test"},
    }
    if part not in changes:
        return None
    return Token(replace(token.claims, **changes[part]), signed_by=NOBODY)


def _altered_state(cookie: StateCookie, part: str) -> StateCookie | None:
    changes: dict[str, dict[str, Any]] = {"user": {"user": VICTIMS_ACCOUNT}, "role": {"role": "admin"}}
    if part not in changes:
        return None
    return StateCookie(replace(cookie.record, **changes[part]), sealed_by=NOBODY)


VERBS = (
    Verb("copy_credential", ADVERSARY, (ATTACKER,), copy_credential, ("", *DEVICES), "c"),
    Verb("replay", ADVERSARY, (ATTACKER,), replay, ("", "action", "logout"), "r"),
    Verb("alter", ADVERSARY, (ATTACKER,), alter, ("", "user", "role", "exp", "aud", "iss", "character")),
)
