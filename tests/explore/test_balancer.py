"""The balancer's choice: one way in which an attack succeeds is enough."""

from __future__ import annotations

import itertools

import pytest

from sessionlab.attacks import attack_named
from sessionlab.design.space import design_from
from sessionlab.explore.balancer import at_first, at_second, designs_with_choice, elsewhere, has_choice, settled
from sessionlab.explore.own_steps import play_out, way_of
from sessionlab.explore.universe import design_sets
from sessionlab.servers.fleet import TO_FIRST, TO_SECOND, side_of
from sessionlab.world.apply import apply
from sessionlab.world.state import World
from tests.playbook import played, under

APART = {"app_instances": "two", "load_balancing": "round_robin", "store_scope": "per_instance"}


@pytest.mark.parametrize(
    ("instances", "balancing", "scope"),
    [*itertools.product(("one", "two"), ("round_robin", "sticky"), ("shared", "replicated_async"))],
)
def test_there_is_a_choice_where_more_than_one_place_may_answer(instances: str, balancing: str, scope: str) -> None:
    design = design_from(
        {"app_instances": instances, "load_balancing": balancing, "session_store": "redis", "store_scope": scope}
    )
    expected = (instances, balancing) == ("two", "round_robin") or scope == "replicated_async"
    sets = design_sets()
    assert has_choice(design) == sets.has(designs_with_choice(sets), design) == expected


def test_all_requests_go_where_they_are_sent_until_that_changes() -> None:
    world = played("login", at_first(World()))
    second = at_second(world)
    assert second is not None
    after = played("me me", second)
    sides = [side_of(number, after.server.history) for number in range(1, after.server.requests + 1)]
    assert sides == [TO_FIRST] * world.server.requests + [TO_SECOND] * 2
    assert side_of(after.server.requests + 1, elsewhere(after).server.history) == TO_FIRST


def test_nothing_tells_the_first_instance_from_the_second_before_the_first_request() -> None:
    assert at_second(World()) is None


def test_what_left_no_trace_is_forgotten() -> None:
    start = at_first(World())
    one = played("login other_instance=second me other_instance=first me", start)
    other = played("login me me", start)
    assert settled(one).server.history == settled(other).server.history


def test_a_logout_that_only_one_instance_hears_of_leaves_the_copy_alive_at_the_other() -> None:
    """Ground truth, denylist_scope: a list in the process is no list for its neighbour."""
    alone = {"session_type": "jwt", "token_revocation": "denylist", "denylist_scope": "per_instance"}
    attack = attack_named("replay_after_logout")
    assert play_out(attack, under(**alone, app_instances="two")) is True
    assert play_out(attack, under(**alone)) is False


def test_an_attack_succeeds_if_the_balancer_sends_everything_to_one_instance() -> None:
    """Ground truth R063: fixation holds however many instances there are."""
    kept = {"rotate_after_login": False, "session_created": "at_visit", **APART}
    assert play_out(attack_named("fixation_by_subdomain"), under(**kept)) is True


def test_nobody_is_logged_out_whom_another_instance_still_knows() -> None:
    """Ground truth R097: the balancer is no attacker."""
    assert play_out(attack_named("jar_overflow_by_plaintext_sibling"), under(**APART)) is False


def test_the_way_to_the_goal_can_be_played_as_it_is() -> None:
    design = under(session_type="jwt", token_revocation="denylist", denylist_scope="per_instance", app_instances="two")
    attack = attack_named("replay_after_logout")
    way = way_of(attack, design)
    world = World()
    for action in way.actions:
        world = apply(world, action, design).world
    assert way.reached
    assert attack.goal(world)
