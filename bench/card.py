"""A whole session card: all its experiments, each on a fresh application, and the sentences that follow.

python bench/card.py      the card of every framework and of the plain design under every kind of session, in seconds
"""

from __future__ import annotations

import statistics
import time

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switches import SWITCHES
from sessionlab.presets.presets import PRESETS, design_of
from sessionlab.render.card import card_form

TARGET = 2.0
"""Seconds that one card may take."""


def subjects() -> list[tuple[str, Design]]:
    """The designs by name."""
    kinds = next(switch for switch in SWITCHES if switch.id == "session_type").values
    return [
        *((preset.id, design_of(preset)) for preset in PRESETS),
        *((f"session_type={kind}", design_from({"session_type": kind})) for kind in kinds),
    ]


def seconds(design: Design) -> float:
    """How long the card of a design takes, sentences included; nothing of an earlier one is used again."""
    start = time.perf_counter()
    card_form(card_of(simulated(design)), design)
    return time.perf_counter() - start


def main() -> None:
    """Draw up all cards once and tell the usual and the longest time."""
    took = {name: seconds(design) for name, design in subjects()}
    longest = max(took, key=lambda name: took[name])
    usual = statistics.median(took.values())
    print(f"{len(took)} cards; usually {usual:.3f} s, at most {took[longest]:.3f} s ({longest})")
    print(f"target: {TARGET} s a card; {'met' if took[longest] <= TARGET else 'missed'}")


if __name__ == "__main__":
    main()
