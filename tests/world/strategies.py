"""Designs that can be played, and actions, made up by Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from sessionlab.design.design import Design
from sessionlab.design.switches import IMPOSSIBLE, SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.world.action import Action
from sessionlab.world.verbs import VERBS

OPEN = {switch.id: switch.values for switch in SWITCHES}
SECONDS = ("1", "100", "600", "1800", "3600", "40000", "2600000")


def _possible(chosen: dict[str, Any]) -> Design:
    """The design with the contradictions taken out of it, as far as the vocabulary's rules say how."""
    for _ in range(3):
        for rule in IMPOSSIBLE:
            if all(chosen[name] in allowed for name, allowed in rule.when):
                chosen |= {name: allowed[0] for name, allowed in rule.then if chosen[name] not in allowed}
    return Design(**chosen)


possible_designs = (
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in OPEN.items()})
    .map(_possible)
    .filter(is_possible)
)
"""Any possible design."""

actions = st.sampled_from(VERBS).flatmap(
    lambda verb: st.builds(
        Action,
        st.just(verb.name),
        st.sampled_from(verb.actors),
        st.sampled_from(SECONDS if verb.arguments == ("NUMBER",) else verb.arguments or ("",)),
    )
)
"""Any action that can be written down."""

plays = st.lists(actions, max_size=12)

enough = settings(max_examples=50, deadline=None)
"""Plays are short and many tests make them up; a busy machine must not fail one."""
