"""Which designs there are: everything but the impossible."""

from __future__ import annotations

from collections.abc import Mapping

from sessionlab.design.rule import Conditions
from sessionlab.design.switch import SwitchValue
from sessionlab.design.switches import IMPOSSIBLE, REJECTED_BY_BROWSER, SWITCHES
from sessionlab.explore.sets import EVERYTHING, DesignSets

FIRST = (
    "session_type",
    "credential_transport",
    "client_storage",
    "client_type",
    "cookie_size",
    "secure",
    "tls",
    "same_site",
    "cookie_prefix",
    "cookie_domain",
    "cookie_path",
    "http_only",
    "hsts",
    "token_revocation",
    "app_instances",
    "load_balancing",
    "store_scope",
    "session_store",
    "signing_key_scope",
)
"""The top of the diagram, by measurement: the kind of session, what decides about its cookie, then topology."""


def design_sets() -> DesignSets:
    """Sets over all switches of the vocabulary."""
    return DesignSets(SWITCHES, FIRST)


def universe(sets: DesignSets, given: Mapping[str, tuple[SwitchValue, ...]] | None = None) -> int:
    """All possible designs that satisfy `given`."""
    found = EVERYTHING
    for rule in IMPOSSIBLE:
        found = sets.minus(found, sets.minus(_cube(sets, rule.when), _cube(sets, rule.then)))
    return sets.both(found, sets.cube(given or {}))


def rejected_by_browser(sets: DesignSets) -> int:
    """The designs whose session cookie no browser stores."""
    with_cookie = sets.cube({"credential_transport": ("cookie",)})
    parts = [
        sets.both(with_cookie, sets.cube({name: (value,) for name, value in rule.when})) for rule in REJECTED_BY_BROWSER
    ]
    return sets.union(parts)


def _cube(sets: DesignSets, conditions: Conditions) -> int:
    return sets.cube(dict(conditions))
