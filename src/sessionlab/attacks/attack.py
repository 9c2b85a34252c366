"""What an attack is: who can do it, what is done, and what would show that it worked."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action

Goal = Callable[[World], bool]
ATTACK, WORKS = "attack", "works"


class Attack(Value):
    """One recipe. `kind`: "attack", or "works" for something that must keep working.

    `capability`: what the attacker can do beforehand. `actions`: the recipe. `goal`: asked of the world after its last
    action; it looks at what the server answered and at what the attacker knows, never at a table. `watches`: the
    browsers that it looks into besides. `success`: the goal in words. `weakness`: CWE. `test_guide`: WSTG or ASVS.
    `source`: the standard, study or paper that describes it.
    """

    id: str
    name: str
    kind: str
    family: str
    capability: str
    actions: tuple[Action, ...]
    goal: Goal
    success: str
    weakness: str
    test_guide: str
    source: str
    watches: tuple[str, ...] = ()

    def with_actions(self, *actions: Action) -> Attack:
        """The same attack by another sequence of actions."""
        return replace(self, actions=actions)


def recipe(*actions: str) -> tuple[Action, ...]:
    """A recipe, written as on the command line: `recipe("login", "copy_credential", "logout", "replay")`.

    Where an action stands twice in a row, whoever does it tries again: one instance, replica or tab that accepts is
    enough.
    """
    return tuple(parse_action(text) for text in actions)
