"""What a preset is: an application of a framework, described by switches."""

from __future__ import annotations

from sessionlab.design.switch import SwitchValue
from sessionlab.value import Value


class Preset(Value):
    """One application. `switches`: what describes it beside the plain design (`seed_lab`).

    `measured`: it was run on this kind of machine and observed; else it is described as documented. `note`: what else
    the measurement showed.
    """

    id: str
    framework: str
    source: str
    date: str
    switches: tuple[tuple[str, SwitchValue], ...]
    measured: bool = True
    note: str = ""
