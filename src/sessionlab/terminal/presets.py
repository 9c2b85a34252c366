"""Drawing frameworks, and what experiments showed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sessionlab.design.switch import written
from sessionlab.observe.experiments import observe
from sessionlab.observe.surprises import surprises
from sessionlab.presets.preset import Preset
from sessionlab.presets.presets import design_of
from sessionlab.render.words import say
from sessionlab.terminal.lines import Line

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDEST_KEY = 44


def preset_list(presets: Iterable[Preset]) -> Iterable[RenderableType]:
    """All applications, one a line."""
    from rich.text import Text

    for preset in presets:
        yield Line(Text(f"{preset.id:<36}", style="bold cyan").append(preset.framework, style="not bold default"))


def preset_card(preset: Preset) -> Iterable[RenderableType]:
    """How one application behaves, and what about that surprises people; every sentence follows from an experiment."""
    from rich.text import Text

    seen = observe(design_of(preset))
    yield Line(Text(f"{preset.framework}  ", style="bold cyan").append(preset.id, style="not bold dim"))
    yield Line(Text(f"{preset.source}, {preset.date}", style="dim"))
    if preset.note:
        yield Line(Text(preset.note, style="dim"))
    yield Line(Text())
    yield Line(Text("  ".join(f"{name}={written(value)}" for name, value in preset.switches)))
    yield Line(Text())
    yield Line(Text(say("presets.behaves"), style="bold underline"))
    yield from observations(seen)
    yield Line(Text())
    yield Line(Text(say("presets.surprises"), style="bold underline"))
    found = surprises(seen)
    for code in found:
        yield Line(Text(say(f"surprise.{code}")), "!", "bold yellow")
    if not found:
        yield Line(Text(say("presets.no_surprise")))


def observations(seen: Mapping[str, Any]) -> Iterable[Line]:
    """What the experiments showed, one a line."""
    from rich.text import Text

    for key, value in seen.items():
        yield Line(Text(f"{key:<{WIDEST_KEY}}", style="dim").append(_told(value), style="not dim bold"))


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_told(inner)}" for name, inner in value.items())
    return written(value)
