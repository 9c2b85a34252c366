"""Instances behind a balancer: who serves, who sees what, whose key it is (lesson, sections 5 and 6)."""

from __future__ import annotations

import pytest

from sessionlab.servers.fleet import (
    NEW_KEY,
    RESTART_ALL,
    RESTART_ONE,
    TURN_SKIPPED,
    Place,
    has_key,
    instance,
    instance_name,
    key_name,
    restarted,
    same_instance,
    seen_by,
    sees,
    survives,
    turn,
)
from tests.playbook import follow, under

TWO = {"app_instances": "two"}
REDIS = {**TWO, "session_store": "redis"}


def test_round_robin_takes_turns_and_a_sticky_balancer_does_not():
    """Vocabulary, `load_balancing`."""
    assert [instance_name(number, (), under(**TWO)) for number in range(1, 5)] == ["A", "B", "A", "B"]
    assert {instance_name(number, (), under(load_balancing="sticky", **TWO)) for number in range(1, 5)} == {"A"}
    assert {instance("one", "round_robin", number) for number in range(1, 5)} == {0}


def test_a_turn_that_is_passed_over_shifts_all_later_ones():
    history = ((2, TURN_SKIPPED),)
    assert [turn(number, history) for number in (1, 2, 3, 4)] == [1, 2, 4, 5]
    assert not same_instance(1, 3, history, under(**TWO))
    assert same_instance(2, 3, history, under(**TWO))


@pytest.mark.parametrize(
    ("design", "number", "now", "seen"),
    [
        (under(), 2, 0, True),
        (under(**TWO), 2, 0, False),
        (under(**TWO), 3, 0, True),
        (under(store_scope="shared", **REDIS), 2, 0, True),
        (under(store_scope="replicated_async", **REDIS), 2, 0, False),
        (under(store_scope="replicated_async", **REDIS), 2, 1, True),
        (under(store_scope="replicated_async", **REDIS), 3, 0, True),
    ],
)
def test_who_sees_a_record_of_the_first_request(design, number: int, now: int, seen: bool):
    """Ground truth R399, R400, R417: the other instance, a shared store, a replica that lags."""
    assert sees(Place(1, 0), number, now, (), design) is seen


def test_a_late_replica_still_shows_what_the_primary_deleted():
    design = under(store_scope="replicated_async", **REDIS)
    gone = Place(1, 0, gone=10)
    assert [sees(gone, 2, now, (), design) for now in (10, 11)] == [True, False]
    assert not sees(gone, 3, 10, (), design)


def test_a_restart_forgets_what_was_in_memory_alone():
    """Ground truth N024, R409."""
    history = ((2, RESTART_ALL),)
    assert not survives(Place(1, 0), history, under())
    assert survives(Place(1, 0), history, under(session_store="file"))
    assert survives(Place(3, 0), history, under())


def test_one_instance_can_be_restarted_alone():
    history = ((4, RESTART_ONE),)
    assert (restarted(0, 1, history), restarted(1, 2, history)) == (True, False)


@pytest.mark.parametrize(
    ("scope", "number", "history", "has"),
    [
        ("shared", 2, (), True),
        ("per_instance", 2, (), False),
        ("per_instance", 3, (), True),
        ("per_instance", 3, ((2, RESTART_ALL),), True),
        ("random_at_start", 3, ((2, RESTART_ALL),), False),
        ("shared", 3, ((2, NEW_KEY),), False),
    ],
)
def test_who_has_the_key_of_the_first_request(scope: str, number: int, history, has: bool):
    """Ground truth R402, R405, R412."""
    design = under(signing_key_scope=scope, **TWO)
    assert has_key(1, number, history, design, "verify_signature", bool) is has


def test_where_nobody_looks_at_the_signature_any_key_will_do():
    design = under(signing_key_scope="per_instance", verify_signature=False, **TWO)
    assert has_key(1, 2, (), design, "verify_signature", bool)


def test_keys_have_names_where_there_is_more_than_one():
    one, two = under(**TWO), under(signing_key_scope="per_instance", **TWO)
    assert [key_name(number, (), one) for number in (1, 2)] == ["", ""]
    assert [key_name(number, (), two) for number in (1, 2)] == ["", "B"]
    assert [key_name(number, ((1, NEW_KEY),), one) for number in (1, 2)] == ["", "2"]


def test_it_can_be_told_who_knows_a_record():
    assert seen_by(Place(1, 0), 0, (), under(**TWO)) == ("A",)
    assert seen_by(Place(2, 0), 0, (), under(**TWO)) == ("B",)
    assert seen_by(Place(1, 0), 0, (), under(store_scope="shared", **REDIS)) == ("A", "B")
    assert seen_by(Place(1, 0), 0, ((1, RESTART_ALL),), under()) == ()


def test_known_on_one_and_unknown_on_the_other():
    """Lesson, section 6: the second request goes to the other server, and the user is anonymous."""
    follow("login → 200 marko\n me → 401 nobody (unknown_session_id)", **TWO)
    follow("login → 200 marko\n me → 200 marko", load_balancing="sticky", **TWO)
    follow("login → 200 marko\n me → 200 marko", session_type="jwt", **TWO)
    follow("login → 200 marko\n other_instance=same → done\n me → 200 marko", **TWO)
