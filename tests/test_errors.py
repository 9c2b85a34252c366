"""Trouble as data."""

from __future__ import annotations

from sessionlab.errors import Trouble, nearest, together


def test_names_most_like_a_mistyped_one_come_best_first():
    assert nearest("sesion", ["version", "session", "horse"]) == ("session", "version")


def test_a_name_like_none_has_no_nearest():
    assert nearest("%%%", ["session"]) == ()


def test_one_trouble_stays_as_it_is():
    trouble = Trouble("x")
    assert together([trouble]) is trouble


def test_several_troubles_become_one_that_tells_all():
    troubles = (Trouble("x"), Trouble("y"))
    assert together(troubles).details["problems"] == troubles
