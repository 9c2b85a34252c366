"""An edit by hand as it is written: what is edited, which part of it, and what that becomes.

    session_id.value:abc          session_id@app.example.test/.http_only:false          victim.user:mallory

Words, digits and `@ . : / -` only, so that it can stand in a link and on a command line without quotes.
"""

from __future__ import annotations

import re

from sessionlab.errors import Trouble
from sessionlab.value import Value
from sessionlab.world.state import DEVICES


class Field(Value):
    """A part that can be edited. `values`: words that it takes; `pattern`, `takes`: what else, and how that is called.

    `most`: the highest number, where it takes numbers.
    """

    name: str
    values: tuple[str, ...] = ()
    pattern: str = ""
    takes: str = ""
    most: int | None = None


class Edit(Value):
    """What is edited, which part, and what that becomes."""

    target: str
    field: str
    value: str


YES_NO = ("true", "false")
SECONDS = 400 * 86_400
WHOLE = r"\d{1,9}"
HOLDERS = DEVICES
"""A browser's name as a value: what that browser has in the same place."""
KNOWN, ALTERED = "known", "altered"
ALTERED_PARTS = ("altered_user", "altered_role", "altered_exp")

COOKIE_FIELDS = (
    # Without `_` and `.`, so that no text can be taken for one of the lab's own values.
    Field("value", (ALTERED, *ALTERED_PARTS, *HOLDERS, KNOWN), r"[A-Za-z0-9-]{1,40}", "TEXT"),
    Field("name", (), r"[A-Za-z0-9_-]{1,40}", "NAME"),
    Field("domain", (), r"\.?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,6}", "HOST|.DOMAIN"),
    Field("path", (), r"/[\w/.-]{0,80}", "/PATH"),
    Field("expires", ("session",), WHOLE, "SECONDS", SECONDS),
    Field("http_only", YES_NO),
    Field("secure", YES_NO),
    Field("same_site", ("strict", "lax", "none", "unset")),
)
RECORD_FIELDS = (
    Field("user", ("marko", "mallory", "nobody")),
    Field("authenticated", YES_NO),
    Field("role", ("user", "admin")),
    Field("created", (), WHOLE, "SECONDS", SECONDS),
    Field("seen", (), WHOLE, "SECONDS", SECONDS),
    Field("items", (), WHOLE, "NUMBER", 999),
)
COOKIE = r"[A-Za-z0-9_-]{1,80}(@\.?[a-z0-9.-]{1,253}/[\w/.-]{0,80})?"
"""A cookie: its name, and its place where two have the same name."""
RECORD = rf"{'|'.join(HOLDERS)}|[1-9]\d{{0,2}}"
"""A record: the one that a browser's session id points to, or its number, counted from the oldest."""


def read_edit(argument: str, target: str, fields: tuple[Field, ...]) -> Edit:
    """Read `TARGET.FIELD:VALUE`. Raises `Trouble` that says which part is wrong and what would be right."""
    known = {field.name: field for field in fields}
    # The first part of that name counts: a host may look like one, but no part is followed by a colon in it.
    found = re.fullmatch(rf"(?P<target>{target})\.(?P<field>[a-z_]+):(?P<value>.*)", argument, re.ASCII)
    if found is None:
        raise Trouble("wrong_edit", argument=argument, known=", ".join(known))
    field = known.get(found["field"])
    if field is None:
        raise Trouble("wrong_edit_field", field=found["field"], known=", ".join(known))
    return Edit(found["target"], field.name, _value(field, found["value"]))


def _value(field: Field, value: str) -> str:
    if value in field.values:
        return value
    if not field.pattern or re.fullmatch(field.pattern, value, re.ASCII) is None:
        raise _wrong(field, value)
    if field.most is None:
        return value
    if int(value) > field.most:
        raise _wrong(field, value)
    return str(int(value))


def _wrong(field: Field, value: str) -> Trouble:
    most = f"0–{field.most}" if field.most is not None else ""
    known = (*field.values, *((f"{field.takes} {most}".strip(),) if field.takes else ()))
    return Trouble("wrong_edit_value", field=field.name, value=value, known=", ".join(known))


def read_target(argument: str, target: str, known: str) -> str:
    """Read what is to be deleted. Raises `Trouble("wrong_target")`; `known`: how it is written."""
    if re.fullmatch(target, argument, re.ASCII) is None:
        raise Trouble("wrong_target", argument=argument, known=known)
    return argument


def written(edit: Edit) -> str:
    """The edit as it is written."""
    return f"{edit.target}.{edit.field}:{edit.value}"
