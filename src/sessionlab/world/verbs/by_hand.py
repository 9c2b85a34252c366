"""What a person does in DevTools: delete a cookie from the jar, put it back, edit its value and its attributes."""

from __future__ import annotations

import math
from typing import Any

from sessionlab.browser.context import request_context
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.prefixes import NONE
from sessionlab.cookies.store import first_refusal, insert
from sessionlab.design.design import Design
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import ATTACKER as BY_SOMEBODY_ELSE
from sessionlab.tokens.terms import Garbled, Reference, Secret, SessionId
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.places import app
from sessionlab.world.state import World
from sessionlab.world.verbs.altering import altered
from sessionlab.world.verbs.edits import (
    ALTERED,
    COOKIE,
    COOKIE_FIELDS,
    HOLDERS,
    KNOWN,
    Edit,
    read_edit,
    read_target,
    written,
)
from sessionlab.world.verbs.verb import PEOPLE, YOU, Form, Senseless, Verb

NAMED = "NAME[@DOMAIN/PATH]"


def delete_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Delete one cookie, or all login cookies, from this browser. Nothing else happens: the server is not told."""
    device = world.device(action.actor)
    if action.argument:
        place = _place(device.jar, action.argument, design)
        if isinstance(place, Senseless):
            return place
        gone: Jar = (device.jar[place],)
    else:
        gone = tuple(cookie for cookie in device.jar if is_credential(cookie.value))
    if not gone:
        return Senseless("no_cookie_to_delete")
    jar = tuple(cookie for cookie in device.jar if cookie not in gone)
    return world.with_device(replace(device, jar=jar, deleted=gone))


def restore_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Put back what was deleted by hand, as it was."""
    device = world.device(action.actor)
    if not device.deleted:
        return Senseless("nothing_deleted")
    names = tuple(cookie.name for cookie in device.deleted)
    jar = (*(cookie for cookie in device.jar if cookie.name not in names), *device.deleted)
    return world.with_device(replace(device, jar=jar, deleted=()))


def edit_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Change one part of a cookie. The browser still minds its own rules for storing, as DevTools makes it do."""
    device = world.device(action.actor)
    edit = read_edit(action.argument or USUAL_EDIT, COOKIE, COOKIE_FIELDS)
    place = _place(device.jar, edit.target, design)
    if isinstance(place, Senseless):
        return place
    old = device.jar[place]
    new = _edited(old, edit, world, design)
    if isinstance(new, Senseless):
        return new
    if design.outcome(_same, old, new):
        return Senseless("as_it_is")
    # Where the name or the place changes, it is another cookie, and the old one goes.
    moved = edit.field in ("name", "domain", "path")
    jar = tuple(cookie for cookie in device.jar if cookie is not old) if moved else device.jar
    refused = design.outcome(first_refusal, new, jar, _own(world, design), world.policy, world.clock)
    if refused is not None:
        return Senseless("browser_refuses_edit", (refused,))
    stored = insert(jar, new, world.policy, world.clock, design.view)
    return world.with_device(replace(device, jar=stored.jar))


def _own(world: World, design: Design) -> StoreContext:
    return request_context(app("/", design), "visit", world.policy).store


def _place(jar: Jar, target: str, design: Design) -> int | Senseless:
    """Where in the jar a cookie stands that is meant by `NAME` or `NAME@DOMAIN/PATH`."""
    name, _, place = target.partition("@")
    found: tuple[int, ...] = design.outcome(places_of, jar, name, place)
    if not found:
        return Senseless("no_such_cookie", (target,))
    return found[0] if len(found) == 1 else Senseless("several_cookies", (name,))


def places_of(jar: Jar, name: str, place: str) -> tuple[int, ...]:
    """Where cookies of that name stand in a jar; a prefix of the name may be left out, since designs differ in it."""
    return tuple(
        index
        for index, cookie in enumerate(jar)
        if name in (cookie.name, _without_prefix(cookie)) and place in ("", place_text(cookie))
    )


def _without_prefix(cookie: Cookie) -> str:
    return cookie.name if cookie.prefix == NONE else cookie.name[len(cookie.prefix) :]


def place_text(cookie: Cookie) -> str:
    """A cookie's place as it is written: domain cookies with a dot before the domain."""
    return f"{'' if cookie.host_only else '.'}{cookie.domain}{cookie.path}"


def _same(one: Cookie, other: Cookie) -> bool:
    names = (name for name in Cookie.__struct_fields__ if name not in ("creation", "last_access"))
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _edited(cookie: Cookie, edit: Edit, world: World, design: Design) -> Cookie | Senseless:
    fresh = replace(cookie, creation=world.clock, last_access=world.clock)
    if edit.field == "value":
        value = _value(cookie, edit.value, world, design)
        return value if isinstance(value, Senseless) else replace(fresh, value=value)
    return replace(fresh, **_attributes(edit, world.clock))


def _attributes(edit: Edit, now: int) -> dict[str, Any]:
    """What an edit makes of the attributes that it is about."""
    if edit.field == "expires":
        return {"expiry": math.inf if edit.value == "session" else now + int(edit.value)}
    if edit.field == "domain":
        return {"domain": edit.value.removeprefix("."), "host_only": not edit.value.startswith(".")}
    if edit.field in ("http_only", "secure"):
        return {edit.field: edit.value == "true"}
    return {edit.field: edit.value}


def _value(cookie: Cookie, text: str, world: World, design: Design) -> Any:
    """The value that a word stands for, or a text that somebody typed."""
    if text in HOLDERS:
        jar = world.device(text).jar
        found = [one.value for one in jar if design.outcome(Cookie.shares_name_with, one, cookie)]
        return found[-1] if found else Senseless("nothing_to_copy")
    if text == KNOWN:
        return world.usable if world.usable is not None else Senseless("nothing_known")
    if text.startswith(ALTERED) and not is_credential(cookie.value):
        return Senseless("no_such_part", (text.partition("_")[2] or "character",))
    if text == ALTERED:
        return altered(cookie.value, "character", design)
    if text.startswith(f"{ALTERED}_"):
        part = text.partition("_")[2]
        changed = altered(cookie.value, part, design)
        return Senseless("no_such_part", (part,)) if changed is None else changed
    return _typed(cookie.value, text)


def _typed(old: Any, text: str) -> Any:
    """A text in the place of a value: an id that no server issued, a secret of somebody else's, or just a text.

    What the text can be taken for follows from what stood there, so no switch need be read.
    """
    if isinstance(old, Reference):
        return Reference(SessionId(text, BY_SOMEBODY_ELSE), genuine=False)
    if is_credential(old):
        return Garbled(text)
    return Secret(text, old.use, BY_SOMEBODY_ELSE) if isinstance(old, Secret) else text


def _read_cookie(argument: str) -> str:
    return read_target(argument, COOKIE, NAMED)


def _read_edit(argument: str) -> str:
    return written(read_edit(argument, COOKIE, COOKIE_FIELDS))


USUAL_EDIT = "session_id.value:altered"
EDITS = (
    USUAL_EDIT,
    "session_id.value:altered_role",
    "session_id.value:attacker",
    "session_id.value:known",
    "session_id.value:abc",
    "session_id.http_only:false",
    "session_id.secure:false",
    "session_id.same_site:none",
    "session_id.path:/login",
    "session_id.domain:.example.test",
    "session_id.expires:60",
    "session_id.name:other",
    "csrf_token.value:abc",
)
DELETING, EDITING = Form(NAMED, _read_cookie), Form(f"{NAMED}.FIELD:VALUE", _read_edit, COOKIE_FIELDS)
VERBS = (
    Verb("delete_cookie", YOU, PEOPLE, delete_cookie, ("", "session_id", "csrf_token"), "d", DELETING),
    Verb("restore_cookie", YOU, PEOPLE, restore_cookie),
    Verb("edit_cookie", YOU, PEOPLE, edit_cookie, EDITS, "", EDITING),
)
