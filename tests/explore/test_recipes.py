"""Recipes: actions and a goal."""

from __future__ import annotations

from sessionlab.attacks.goals import attacker_is_the_victim
from sessionlab.explore.recipes import RECIPES, attacker_holds_a_credential
from tests.playbook import played


def test_recipes_have_names_of_their_own_and_a_source():
    assert len({recipe.id for recipe in RECIPES}) == len(RECIPES)
    assert all(recipe.source and recipe.actions for recipe in RECIPES)


def test_the_attacker_is_the_victim_when_his_tool_is_answered_as_the_victim():
    """An attack succeeds when the server answers the attacker as the victim, never by a table."""
    assert attacker_is_the_victim(played("login copy_credential replay"))
    assert not attacker_is_the_victim(played("login copy_credential logout replay"))
    assert not attacker_is_the_victim(played("login me"))
    assert not attacker_is_the_victim(played("attacker:login copy_credential=attacker replay"))


def test_the_attacker_holds_what_he_learnt():
    assert attacker_holds_a_credential(played("login run_script=read", http_only=False))
    assert not attacker_holds_a_credential(played("login run_script=read"))
