"""Two cards side by side: in which experiments they differ."""

from __future__ import annotations

from sessionlab.card.result import Card, Result


def differences(one: Card, other: Card) -> tuple[tuple[Result, Result], ...]:
    """The pairs of results whose answers differ, in the order of the experiments."""
    return tuple(pair for pair in zip(one.results, other.results, strict=True) if pair[0].code != pair[1].code)
