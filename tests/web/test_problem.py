"""Trouble as problem JSON."""

from __future__ import annotations

from sessionlab.errors import Trouble, together
from sessionlab.web.problem import located, problem_details


def test_a_problem_has_both_sentences_and_its_place():
    details = problem_details(located(Trouble("unknown_name", kind="policy", name="x", known="a"), "/policy"))
    assert (details.status, details.code) == (422, "unknown_name")
    assert details.problems[0].pointer == "/policy"
    assert details.title == details.problems[0].what == "There is no policy called 'x'."
    assert details.problems[0].instead == "Known: a."


def test_several_problems_keep_their_places():
    several = together([located(Trouble("not_flat", name=name), f"/design/{name}") for name in ("a", "b")])
    assert [one.pointer for one in problem_details(several).problems] == ["/design/a", "/design/b"]


def test_a_place_that_is_known_already_is_kept():
    inner = located(Trouble("not_flat", name="a"), "/design/a")
    assert problem_details(located(inner, "/design")).problems[0].pointer == "/design/a"
