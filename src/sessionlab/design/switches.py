"""All switches and all rules between them: the one list of the components, as a learner meets them."""

from __future__ import annotations

from sessionlab.design import (
    cookie_attributes,
    csrf_defences,
    identity_provider,
    logout_and_expiry,
    machine_clients,
    monitoring,
    session_handling,
    session_model,
    store,
    token_lifecycle,
    topology,
    transport_and_exposure,
)
from sessionlab.design.rule import Implied, Impossible, Irrelevant, RejectedByBrowser
from sessionlab.design.switch import Switch
from sessionlab.errors import Trouble, nearest

SWITCHES: tuple[Switch, ...] = (
    *session_model.SWITCHES,
    *cookie_attributes.SWITCHES,
    *session_handling.SWITCHES,
    *store.SWITCHES,
    *topology.SWITCHES,
    *token_lifecycle.SWITCHES,
    *logout_and_expiry.SWITCHES,
    *identity_provider.SWITCHES,
    *csrf_defences.SWITCHES,
    *transport_and_exposure.SWITCHES,
    *machine_clients.SWITCHES,
    *monitoring.SWITCHES,
)

IMPLIED: tuple[Implied, ...] = session_model.IMPLIED

IMPOSSIBLE: tuple[Impossible, ...] = (
    *session_model.IMPOSSIBLE,
    *store.IMPOSSIBLE,
    *token_lifecycle.IMPOSSIBLE,
    *transport_and_exposure.IMPOSSIBLE,
)

REJECTED_BY_BROWSER: tuple[RejectedByBrowser, ...] = cookie_attributes.REJECTED_BY_BROWSER

IRRELEVANT: tuple[Irrelevant, ...] = (
    *session_model.IRRELEVANT,
    *cookie_attributes.IRRELEVANT,
    *session_handling.IRRELEVANT,
    *store.IRRELEVANT,
    *topology.IRRELEVANT,
    *token_lifecycle.IRRELEVANT,
    *logout_and_expiry.IRRELEVANT,
    *identity_provider.IRRELEVANT,
    *csrf_defences.IRRELEVANT,
    *machine_clients.IRRELEVANT,
)

_BY_ID = {switch.id: switch for switch in SWITCHES}


def switch(name: str) -> Switch:
    """The switch of that name. Raises `Trouble` naming the nearest ones if there is none."""
    if name not in _BY_ID:
        raise unknown_switch(name)
    return _BY_ID[name]


def unknown_switch(name: str, others: tuple[str, ...] = ()) -> Trouble:
    """What to say about a name that no switch has, nor any of `others`."""
    near = nearest(name, (*_BY_ID, *others))
    return Trouble("unknown_switch", name=name, nearest=near) if near else Trouble("unlike_any_switch", name=name)
