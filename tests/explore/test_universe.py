"""Which designs there are."""

from __future__ import annotations

import random

from sessionlab.design.design import Design
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.design.validity import rejected_by_browser as reasons
from sessionlab.explore.sets import EMPTY
from sessionlab.explore.universe import FIRST, design_sets, rejected_by_browser, universe

SETS = design_sets()
ALL = universe(SETS)


def samples(designs: int, count: int = 200) -> list[Design]:
    chooser = random.Random(7)
    return [Design(**SETS.sample(designs, chooser)) for _ in range(count)]  # type: ignore[arg-type]


def test_every_design_of_the_universe_can_be_played():
    assert all(map(is_possible, samples(ALL)))


def test_what_is_impossible_is_outside():
    """Vocabulary, `impossible`: a server session needs a store, the jar is read by the browser only."""
    for cube in (
        {"session_type": ("server_session",), "session_store": ("none",)},
        {"session_type": ("signed_cookie",), "credential_transport": ("custom_header",)},
        {"credential_transport": ("cookie",), "client_storage": ("local_storage",)},
        {"hsts": ("host",), "tls": ("http_only",)},
    ):
        assert SETS.both(ALL, SETS.cube(cube)) == EMPTY


def test_the_plain_design_is_inside():
    assert SETS.has(ALL, Design())


def test_a_universe_can_be_narrowed():
    narrow = universe(SETS, {"session_type": ("jwt",), "http_only": (True,)})
    assert SETS.both(narrow, ALL) == narrow
    assert all(design.session_type == "jwt" and design.http_only for design in samples(narrow, 20))


def test_what_no_browser_stores_is_known_as_a_set():
    """Vocabulary, `rejected_by_browser`."""
    rejected = SETS.both(ALL, rejected_by_browser(SETS))
    assert all(reasons(design) for design in samples(rejected, 100))
    assert not any(reasons(design) for design in samples(SETS.minus(ALL, rejected), 100))


def test_the_first_switches_are_switches():
    assert set(FIRST) <= {switch.id for switch in SWITCHES}
    assert len(set(FIRST)) == len(FIRST)
