"""What can be done in a play, on the screen."""

from __future__ import annotations

import pytest
from rich.console import Group

from sessionlab.terminal.actions import action_card, action_list
from sessionlab.world.verbs import VERBS
from tests.terminal.screen import shown


def test_every_action_is_listed():
    text = shown(lambda console: console.print(Group(*action_list())))
    assert [verb.name for verb in VERBS if verb.name not in text] == []


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_action_has_its_card(verb):
    text = shown(lambda console: console.print(Group(*action_card(verb))), width=200)
    assert text.startswith(verb.name)
    assert f"session-lab play … {verb.name}" in text
    assert all(argument in text for argument in verb.arguments if argument)
