"""What the real server serves, and how the rest is refused."""

from __future__ import annotations

import pytest

from sessionlab.design.space import SEED_LAB
from sessionlab.design.switches import SWITCHES, switch
from sessionlab.errors import Trouble
from sessionlab.render.trouble import sentences
from sessionlab.servers.served import SIMULATED_ALONE, check_served, not_served, served_values
from tests.playbook import under


def test_the_plain_design_is_served():
    check_served(SEED_LAB)
    assert all(each.seed_lab in served_values(each) for each in SWITCHES)


@pytest.mark.parametrize("name", SIMULATED_ALONE)
def test_only_what_can_be_played_is_listed_and_never_all_of_a_switch(name: str):
    assert set(SIMULATED_ALONE[name]) < set(switch(name).values)


def test_what_is_not_served_is_named_with_what_is():
    (problem,) = not_served(under(login_method="passkey"))
    assert problem.details == {"name": "login_method", "value": "passkey", "served": ("password",)}
    assert "login_method=passkey" in sentences(problem)


def test_all_that_is_not_served_is_told_at_once():
    with pytest.raises(Trouble) as trouble:
        check_served(under(remember_me="signed_static", login_method="passkey"))
    assert [one.details["name"] for one in trouble.value.details["problems"]] == ["remember_me", "login_method"]
