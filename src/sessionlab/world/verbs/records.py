"""What somebody with access to the session store does by hand: delete one record, edit one."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.servers.session_store import rewritten, without
from sessionlab.servers.simulated import At
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.servers.state import Entry
from sessionlab.tokens.terms import Record, Reference
from sessionlab.value import replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held
from sessionlab.world.state import DEVICES, VICTIM, World
from sessionlab.world.verbs.edits import RECORD, RECORD_FIELDS, Edit, read_edit, read_target, written
from sessionlab.world.verbs.verb import OPERATOR, TIME, Form, Senseless, Verb

WHICH = "victim|device2|attacker|NUMBER"
ACCOUNTS = {"marko": VICTIMS_ACCOUNT, "mallory": ATTACKERS_ACCOUNT, "nobody": None}
OF_ANOTHER = -1
"""The fingerprint of no password of this account: a session that was given to another user never saw it."""


def delete_record(world: World, action: Action, design: Design) -> World | Senseless:
    """Delete one record from the session store. No browser is told."""
    entry = _entry(world, action.argument or VICTIM)
    if isinstance(entry, Senseless):
        return entry
    return replace(world, server=without(world.server, entry, _at(world, design)))


def edit_record(world: World, action: Action, design: Design) -> World | Senseless:
    """Change one part of a record in the session store. No browser is told."""
    edit = read_edit(action.argument or USUAL_EDIT, RECORD, RECORD_FIELDS)
    entry = _entry(world, edit.target)
    if isinstance(entry, Senseless):
        return entry
    record = _edited(entry.record, edit, world.clock)
    if record == entry.record:
        return Senseless("as_it_is")
    return replace(world, server=rewritten(entry, record, world.server, _at(world, design)))


def _at(world: World, design: Design) -> At:
    return At(world.server.requests, world.clock, design)


def _entry(world: World, which: str) -> Entry | Senseless:
    """The record with that number, or the one that a browser's session id points to."""
    entries = world.server.entries
    if not entries:
        return Senseless("store_empty")
    if which in DEVICES:
        credential = held(world.device(which))
        id = credential.id if isinstance(credential, Reference) else None
        found = next((entry for entry in reversed(entries) if entry.id == id), None)
        return Senseless("no_record_of_browser") if found is None else found
    return entries[int(which) - 1] if int(which) <= len(entries) else Senseless("no_such_record", (which,))


def _edited(record: Record, edit: Edit, now: int) -> Record:
    if edit.field == "user":
        return _given_to(ACCOUNTS[edit.value], record)
    if edit.field == "authenticated":
        logged_in = edit.value == "true"
        return _given_to((record.user or VICTIMS_ACCOUNT) if logged_in else None, record)
    if edit.field in ("created", "seen"):
        return _aged(record, edit.field, now - int(edit.value))
    value: Any = int(edit.value) if edit.field == "items" else edit.value
    return replace(record, **{edit.field: value})


def _given_to(user: str | None, record: Record) -> Record:
    return record if user == record.user else replace(record, user=user, password=OF_ANOTHER)


def _aged(record: Record, field: str, at: int) -> Record:
    """The record as if it had been made, or last used, at that second; it cannot have been used before it was made."""
    if field == "created":
        return replace(record, created=at, seen=max(record.seen, at))
    return replace(record, seen=at, created=min(record.created, at))


def _read_record(argument: str) -> str:
    return read_target(argument, RECORD, WHICH)


def _read_edit(argument: str) -> str:
    return written(read_edit(argument, RECORD, RECORD_FIELDS))


USUAL_EDIT = "victim.authenticated:false"
EDITS = (
    USUAL_EDIT,
    "victim.user:mallory",
    "victim.role:admin",
    "victim.created:43200",
    "victim.seen:3600",
    "victim.items:3",
    "attacker.user:marko",
    "1.authenticated:true",
)
DELETING, EDITING = Form(WHICH, _read_record), Form(f"{WHICH}.FIELD:VALUE", _read_edit, RECORD_FIELDS)
VERBS = (
    Verb("delete_record", TIME, (OPERATOR,), delete_record, ("", *DEVICES, "1", "2"), "", DELETING),
    Verb("edit_record", TIME, (OPERATOR,), edit_record, EDITS, "", EDITING),
)
