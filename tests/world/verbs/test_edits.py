"""Edits by hand as they are written."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionlab.errors import Trouble
from sessionlab.world.verbs.edits import (
    COOKIE,
    COOKIE_FIELDS,
    RECORD,
    RECORD_FIELDS,
    Edit,
    Field,
    read_edit,
    read_target,
    written,
)

VALUES = {
    "TEXT": "abc",
    "NAME": "sid",
    "HOST|.DOMAIN": ".example.test",
    "/PATH": "/a/b.c",
    "SECONDS": "60",
    "NUMBER": "7",
}


def values(field: Field) -> tuple[str, ...]:
    return (*field.values, *((VALUES[field.takes],) if field.takes else ()))


COOKIES = st.sampled_from(("session_id", "__Host-session_id", "a@b.test/", "a@.b.test/c/d.value"))
RECORDS = st.sampled_from(("victim", "device2", "attacker", "1", "999"))
KINDS = ((COOKIES, COOKIE, COOKIE_FIELDS), (RECORDS, RECORD, RECORD_FIELDS))


@given(st.data(), st.sampled_from(KINDS))
def test_what_is_written_reads_as_itself(data: st.DataObject, kind):
    targets, target, fields = kind
    field = data.draw(st.sampled_from(fields))
    edit = Edit(data.draw(targets), field.name, data.draw(st.sampled_from(values(field))))
    assert read_edit(written(edit), target, fields) == edit


@given(st.data(), st.sampled_from(KINDS), st.text(max_size=12))
def test_a_text_is_an_edit_that_reads_as_itself_or_a_trouble(data: st.DataObject, kind, text: str):
    targets, target, fields = kind
    start = f"{data.draw(targets)}.{data.draw(st.sampled_from(fields)).name}:"
    value = data.draw(st.one_of(st.just(text), st.integers().map(str), st.from_regex(r"\A[\w/.-]{1,12}\Z")))
    with contextlib.suppress(Trouble):
        edit = read_edit(start + value, target, fields)
        assert read_edit(written(edit), target, fields) == edit
        assert written(edit).isascii()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1\u0663.user:marko", KINDS[1]), ("session_id@app.example.test/\u00e9.value:abc", KINDS[0]), ("plain", KINDS[0])],
)
def test_other_digits_and_letters_are_no_edit(text: str, kind):
    _, target, fields = kind
    with pytest.raises(Trouble) as trouble:
        read_edit(text, target, fields)
    assert trouble.value.code == "wrong_edit"


def test_what_could_be_written_instead_is_told():
    with pytest.raises(Trouble) as trouble:
        read_edit("session_id.same_site:strong", COOKIE, COOKIE_FIELDS)
    assert trouble.value.details["known"] == "strict, lax, none, unset"
    with pytest.raises(Trouble) as trouble:
        read_edit("session_id.expires:soon", COOKIE, COOKIE_FIELDS)
    assert trouble.value.details["known"] == "session, SECONDS 0–34560000"
    with pytest.raises(Trouble) as trouble:
        read_target("x y", COOKIE, "NAME")
    assert trouble.value.details["known"] == "NAME"
