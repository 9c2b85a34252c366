"""How the vocabulary is drawn."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sessionlab.cookies.policy import DIFFERENCES, POLICIES
from sessionlab.design.environment import SETTINGS
from sessionlab.design.switch import written
from sessionlab.design.switches import SWITCHES, switch
from sessionlab.terminal.vocabulary import policy_card, policy_list, switch_card, switch_list


def drawn(things) -> str:
    output = io.StringIO()
    screen = Console(file=output, width=80, highlight=False)
    for thing in things:
        screen.print(thing, crop=False)
    return output.getvalue()


@pytest.mark.parametrize("each", [*SWITCHES, *SETTINGS], ids=lambda each: each.id)
def test_a_card_shows_every_value_and_source_of_a_switch(each):
    text = drawn(switch_card(each))
    assert [written(value) for value in each.values if f"\n  {written(value)}" not in text] == []
    assert each.source.split(";")[0] in " ".join(text.split())


def test_the_list_marks_the_default_and_the_advised():
    text = drawn(switch_list([switch("session_store"), switch("dpop_proof_memory")]))
    assert "process_memory*" in text
    assert "redis+" in text
    assert "shared+" in text


def test_a_policy_card_shows_every_field():
    text = drawn(policy_card(POLICIES[0]))
    assert [each.field for each in DIFFERENCES if f"{each.field}: " not in text] == []


def test_the_list_of_policies_says_which_is_the_default():
    assert "The default." in drawn(policy_list(POLICIES))
