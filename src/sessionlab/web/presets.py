"""Frameworks to start from: the presets, each with what it says otherwise than the first screen, and what surprises."""

from __future__ import annotations

from itertools import groupby, takewhile

from sessionlab.design.space import FIRST_SCREEN, choices_for
from sessionlab.design.switch import SwitchValue
from sessionlab.observe.experiments import observe
from sessionlab.observe.surprises import surprises
from sessionlab.presets.preset import Preset
from sessionlab.presets.presets import PRESETS, design_of
from sessionlab.render.words import DEFAULT_LANGUAGE, say
from sessionlab.value import Value


class PresetTold(Value):
    """One application. `design`: what it says otherwise than the first screen. `surprises`: seen in the simulator."""

    id: str
    name: str
    source: str
    date: str
    measured: bool
    note: str
    design: dict[str, SwitchValue]
    surprises: tuple[str, ...]


class Framework(Value):
    """A framework with its applications."""

    name: str
    presets: tuple[PresetTold, ...]


class Presets(Value):
    """The answer to a request for the presets."""

    frameworks: tuple[Framework, ...]


def presets(language: str = DEFAULT_LANGUAGE) -> Presets:
    """All presets, those of one framework together."""
    families = (tuple(family) for _, family in groupby(PRESETS, key=_first_word))
    return Presets(
        tuple(Framework(_common(family), tuple(_told(one, language) for one in family)) for family in families)
    )


def _first_word(preset: Preset) -> str:
    return preset.framework.replace(",", " ").split()[0]


def _common(family: tuple[Preset, ...]) -> str:
    """What the names of a family begin with, in whole words and without a version."""
    names = [one.framework.partition(",")[0].split() for one in family]
    shared = takewhile(lambda words: len(set(words)) == 1, zip(*names, strict=False))
    return " ".join(words[0] for words in shared if not words[0][0].isdigit())


def _told(preset: Preset, language: str) -> PresetTold:
    design = design_of(preset)
    return PresetTold(
        id=preset.id,
        name=preset.framework,
        source=preset.source,
        date=preset.date,
        measured=preset.measured,
        note=preset.note,
        design=choices_for(design, FIRST_SCREEN),
        surprises=tuple(say(f"surprise.{code}", language) for code in surprises(observe(design))),
    )
