"""What is done by hand, in words: to which cookie or record, to which part of it, and what that becomes."""

from __future__ import annotations

from sessionlab.render.cookie_words import duration
from sessionlab.render.pen import Pen
from sessionlab.world.action import Action
from sessionlab.world.state import VICTIM
from sessionlab.world.verbs import by_hand as cookies
from sessionlab.world.verbs import records
from sessionlab.world.verbs.edits import COOKIE, COOKIE_FIELDS, RECORD, RECORD_FIELDS, Edit, Field, read_edit


def by_hand(action: Action, pen: Pen) -> dict[str, str]:
    """The particulars of the title of an action by hand."""
    if action.verb == "delete_cookie":
        return {"target": action.argument}
    if action.verb == "delete_record":
        return {"target": _record(action.argument or VICTIM, pen)}
    if action.verb == "edit_cookie":
        edit = read_edit(action.argument or cookies.USUAL_EDIT, COOKIE, COOKIE_FIELDS)
        return {"target": edit.target, **_becomes(edit, COOKIE_FIELDS, pen)}
    edit = read_edit(action.argument or records.USUAL_EDIT, RECORD, RECORD_FIELDS)
    return {"target": _record(edit.target, pen), **_becomes(edit, RECORD_FIELDS, pen)}


def _record(which: str, pen: Pen) -> str:
    return pen.say("edit.record.number", number=which) if which.isdigit() else pen.say(f"edit.record.{which}")


def _becomes(edit: Edit, fields: tuple[Field, ...], pen: Pen) -> dict[str, str]:
    field = next(one for one in fields if one.name == edit.field)
    return {"field": field_text(field, pen), "value": value_text(field, edit.value, pen)}


AS_THEY_ARE = ("strict", "lax", "none", "unset", "marko", "mallory", "nobody", "user", "admin")
"""Words that mean themselves."""


def value_text(field: Field, value: str, pen: Pen) -> str:
    """What a part becomes, in words."""
    if value in field.values:
        return value if value in AS_THEY_ARE else pen.say(f"edit.value.{value}")
    if field.takes == "SECONDS":
        return pen.say(f"edit.value.{'ago' if field.name in PAST else 'ahead'}", time=duration(int(value)))
    return value


def field_text(field: Field, pen: Pen) -> str:
    """What a part is called."""
    return pen.say(f"edit.field.{field.name}")


def takes_text(field: Field, pen: Pen) -> str:
    """What a part can become beside its words; "" for nothing else."""
    if not field.takes:
        return ""
    code = "ago" if field.name in PAST else TAKES[field.takes]
    return pen.say(f"edit.takes.{code}", most=field.most or 0)


PAST = ("created", "seen")
"""Parts that are a time gone by."""


TAKES = {
    "TEXT": "text",
    "NAME": "name",
    "HOST|.DOMAIN": "host",
    "/PATH": "path",
    "SECONDS": "seconds",
    "NUMBER": "number",
}
"""What a part takes, by the code of the catalogue (`edit.takes.*`)."""
