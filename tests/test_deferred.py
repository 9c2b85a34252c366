"""Terms that stand for switches which nobody has had to decide."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sessionlab.deferred import Deferred, applied, itself


def add(one: int, other: int) -> int:
    return one + other


def double(number: int) -> int:
    return 2 * number


def test_a_term_means_the_value_of_its_switch():
    assert Deferred(("http_only",), ((itself, ()),)).resolve((True,)) is True


def test_functions_are_applied_in_their_order():
    term = Deferred(("number",), ((itself, ()), (add, (3,)), (double, ())))
    assert term.resolve((4,)) == 14


def test_the_first_function_gets_every_switch_and_its_further_arguments():
    assert Deferred(("one", "other"), ((add, ()),)).resolve((1, 2)) == 3
    assert Deferred(("one",), ((add, (5,)),)).resolve((1,)) == 6


def test_terms_that_say_the_same_are_the_same():
    one, other = (Deferred(("number",), ((add, (3,)),)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Deferred(("number",), ((add, (4,)),))
    assert one != Deferred(("figure",), ((add, (3,)),))


@given(st.integers(), st.integers())
def test_applying_now_and_applying_later_come_to_the_same(value: int, more: int):
    term = Deferred(("number",), ((itself, ()),))
    later: Any = applied(applied(term, add, more), double)
    assert later.resolve((value,)) == applied(applied(value, add, more), double)
