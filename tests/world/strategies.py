"""Designs that can be played, and actions, made up by Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from sessionlab.design.design import Design
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.world.action import Action
from sessionlab.world.verbs import VERBS

OPEN = {switch.id: switch.modelled_values for switch in SWITCHES if len(switch.modelled_values) > 1}
SECONDS = ("1", "100", "600", "1800", "3600", "40000", "2600000")


def _possible(chosen: dict[str, Any]) -> Design:
    """The design with what its kind of session implies (the vocabulary's rules of what is impossible)."""
    kind = chosen["session_type"]
    chosen["session_store"] = "process_memory" if kind == "server_session" else "none"
    if kind.endswith("_cookie"):
        chosen["credential_transport"] = "cookie"
    if chosen["credential_transport"] == "cookie":
        chosen["client_storage"] = "cookie_jar"
    elif chosen["client_storage"] == "cookie_jar":
        chosen["client_storage"] = "local_storage"
    if chosen["tls"] == "http_only":
        chosen["hsts"] = "none"
    return Design(**chosen)


modelled_designs = (
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in OPEN.items()})
    .map(_possible)
    .filter(is_possible)
)
"""Any possible design of values that can be played."""

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
