"""Trouble in words."""

from __future__ import annotations

from sessionlab.errors import Trouble, together
from sessionlab.render.trouble import sentences


def test_a_trouble_is_what_is_wrong_and_what_would_be_right():
    trouble = Trouble("unknown_value", name="same_site", value="x", allowed=("lax", "strict"))
    assert sentences(trouble) == "The switch same_site has no value 'x'. It can be: lax, strict."


def test_several_troubles_are_told_on_a_line_each():
    one, other = (Trouble("unlike_any_switch", name=name) for name in ("x", "y"))
    assert sentences(together([one, other])) == f"{sentences(one)}\n{sentences(other)}"


def test_a_yes_is_told_as_it_is_written():
    assert "not true." in sentences(Trouble("not_a_text", name="tls", value=True, allowed=("https_only",)))


def test_braces_in_what_somebody_wrote_are_just_braces():
    assert "'{name}'" in sentences(Trouble("unlike_any_switch", name="{name}"))
