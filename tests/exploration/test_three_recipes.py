"""Three recipes on every design at once: exact, in agreement with single designs, and without a wasted question."""

from __future__ import annotations

import random

import pytest

from sessionlab.design.design import Design
from sessionlab.design.validity import is_possible
from sessionlab.explore.merged import Answer, Explorer
from sessionlab.explore.recipes import RECIPES, Recipe
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import design_sets, universe
from sessionlab.world.apply import apply
from sessionlab.world.state import World

pytestmark = pytest.mark.slow

SAMPLES = 200


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    sets = design_sets()
    return Explorer(sets, universe(sets))


@pytest.fixture(scope="module", params=RECIPES, ids=lambda recipe: recipe.id)
def asked(request: pytest.FixtureRequest, explorer: Explorer) -> tuple[Recipe, Answer]:
    return request.param, explorer.ask(request.param, watch=True)


def succeeds(recipe: Recipe, design: Design) -> bool:
    world = World()
    for action in recipe.actions:
        world = apply(world, action, design).world
    return recipe.goal(world)


def test_yes_and_no_are_the_universe_exactly(explorer: Explorer, asked: tuple[Recipe, Answer]) -> None:
    _, answer = asked
    sets = explorer.sets
    assert sets.both(answer.yes, answer.no) == EMPTY
    assert sets.either(answer.yes, answer.no) == explorer.universe
    assert sets.count(answer.yes) + sets.count(answer.no) == sets.count(explorer.universe)
    assert 0 < sets.count(answer.yes) < sets.count(explorer.universe)


def test_random_complete_designs_agree_with_the_plain_apply(explorer: Explorer, asked: tuple[Recipe, Answer]) -> None:
    recipe, answer = asked
    chooser = random.Random(20_270_101)
    parts = (explorer.universe, answer.yes, answer.no, explorer.universe)
    for number in range(SAMPLES):
        design = Design(**explorer.sets.sample(parts[number % len(parts)], chooser))  # type: ignore[arg-type]
        assert is_possible(design)
        assert succeeds(recipe, design) == explorer.sets.has(answer.yes, design), design


# A signed id is checked before its record is looked up, as servers do. Where an instance has neither the key nor the
# record, the check then makes no difference. Whether a token is verified or its issuer is asked is decided when it
# comes; where nobody has called it back, both come to the same.
ASKED_BEFORE_IT_IS_KNOWN_TO_MATTER = {
    "replay_after_logout": {"session_type"},
    "fixation_by_subdomain": {"sign_session_id", "signing_key_scope", "app_instances", "load_balancing"},
}


def test_no_switch_is_asked_that_decides_nothing(asked: tuple[Recipe, Answer]) -> None:
    """Each switch that cuts the set at a micro-step also tells two of that step's results apart."""
    recipe, answer = asked
    assert answer.asked
    assert answer.wasted == ASKED_BEFORE_IT_IS_KNOWN_TO_MATTER.get(recipe.id, frozenset())


# Sources of what ought to matter: the rows of the ground truth that name these recipes.
OUGHT_TO_DECIDE = {
    "script_reads_cookie": {"http_only", "secure", "same_site", "cookie_prefix", "cookie_domain", "cookie_size"},
    "replay_after_logout": {"session_type", "invalidate_on_logout", "token_revocation"},
    "fixation_by_subdomain": {
        "session_type",
        "rotate_after_login",
        "old_id_after_rotation",
        "session_created",
        "cookie_prefix",
    },
}


def test_the_switches_that_ought_to_decide_do(explorer: Explorer, asked: tuple[Recipe, Answer]) -> None:
    recipe, answer = asked
    assert OUGHT_TO_DECIDE[recipe.id] <= explorer.deciding(answer)


@pytest.mark.parametrize(
    ("recipe", "never"),
    [
        ("script_reads_cookie", {"invalidate_on_logout", "check_exp", "hsts", "logout_scope"}),
        ("replay_after_logout", {"rotate_after_login", "clear_client_on_logout", "check_aud", "logout_scope"}),
        ("fixation_by_subdomain", {"invalidate_on_logout", "token_revocation", "state_change_on_get"}),
    ],
)
def test_switches_of_another_subject_are_proven_not_to_matter(
    explorer: Explorer, asked: tuple[Recipe, Answer], recipe: str, never: set[str]
) -> None:
    if asked[0].id == recipe:
        assert never.isdisjoint(explorer.deciding(asked[1]))


ONE_PLACE = [
    pytest.param({"app_instances": ("one",), "store_scope": ("per_instance", "shared")}, id="one instance"),
    pytest.param(
        {"app_instances": ("two",), "store_scope": ("shared",), "sign_session_id": (False,)}, id="one store for two"
    ),
]
APART = {"app_instances": ("two",), "store_scope": ("per_instance",), "load_balancing": ("round_robin",)}


@pytest.mark.parametrize("place", ONE_PLACE)
def test_a_deleted_server_session_makes_a_copy_worthless_whatever_else_is_switched(
    explorer: Explorer, place: dict[str, tuple[str | bool, ...]]
) -> None:
    """The lesson's sentence, for all designs: section 11, "server invalidation kills the session everywhere"."""
    answer = explorer.ask(next(recipe for recipe in RECIPES if recipe.id == "replay_after_logout"))
    deleted: dict[str, tuple[str | bool, ...]] = {"session_type": ("server_session",), "invalidate_on_logout": (True,)}
    # The logout must reach the session: the cookie must go to /logout, and the page must pass its own CSRF check.
    reached: dict[str, tuple[str | bool, ...]] = {
        "cookie_path": ("/",),
        "logout_deletes": ("record",),
        "csrf_defence": ("none",),
    }
    cube = explorer.sets.cube({**deleted, **reached, **place})
    assert explorer.sets.both(answer.yes, cube) == EMPTY


def test_everywhere_is_where_the_store_is(explorer: Explorer) -> None:
    """Where each instance has a store of its own, a logout at the other one ends nothing (lesson, section 6)."""
    answer = explorer.ask(next(recipe for recipe in RECIPES if recipe.id == "replay_after_logout"))
    cube = explorer.sets.cube({"session_type": ("server_session",), "invalidate_on_logout": (True,), **APART})
    assert explorer.sets.both(answer.yes, cube) != EMPTY
