"""Drawing what there is to choose from: switches, settings and browser policies."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from sessionlab.citation import citations, document
from sessionlab.cookies.policy import DEFAULT_POLICY, DIFFERENCES, BrowserPolicy
from sessionlab.design.switch import Switch, SwitchValue, written
from sessionlab.render.design import rules_about
from sessionlab.render.words import say
from sessionlab.terminal.console import Indented

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def switch_list(switches: Iterable[Switch]) -> Iterable[RenderableType]:
    """All switches, one after the other under the headings of their components."""
    from rich.text import Text

    yield Indented(Text(say("vocabulary.legend"), style="dim"))
    for component, members in groupby(switches, key=lambda each: each.component):
        about = say(f"vocabulary.component.{component}")
        heading = Text(component, style="bold underline").append(f"  {about}", style="not bold not underline")
        yield Text()
        yield Indented(heading)
        for switch in members:
            yield Text()
            yield Indented(Text(switch.id, style="bold cyan").append(f"  {_tier(switch)}", style="not bold dim"), 2)
            yield Indented(_values(switch), 6)
            yield Indented(Text(switch.meaning), 6)


def switch_card(switch: Switch) -> Iterable[RenderableType]:
    """Everything about one switch."""
    from rich.text import Text

    yield Text(switch.id, style="bold cyan").append(f"  {switch.component}, {_tier(switch)}", style="not bold dim")
    yield Indented(Text(switch.meaning))
    yield Text("\n" + say("vocabulary.values"), style="bold")
    for value in switch.values:
        yield Indented(Text(written(value)).append(_remarks(switch, value), style="dim"), 2)
    rules = rules_about(switch.id)
    if rules:
        yield Text("\n" + say("vocabulary.rules"), style="bold")
        for rule in rules:
            yield Indented(Text(rule), 2)
    yield Text("\n" + say("vocabulary.sources"), style="bold")
    for citation in citations(switch.source):
        yield from (Indented(line, 2) for line in _source(citation))


def policy_list(policies: Iterable[BrowserPolicy]) -> Iterable[RenderableType]:
    """All browser policies, each with what it does differently from the default."""
    from rich.text import Text

    for policy in policies:
        yield Text(policy.name, style="bold cyan").append(f"  {policy.dated}", style="not bold dim")
        yield Indented(Text(say(f"vocabulary.policy.{policy.name}")), 2)
        if policy is DEFAULT_POLICY:
            yield Indented(Text(say("vocabulary.default_policy"), style="dim"), 2)
        for difference in DIFFERENCES:
            mine, usual = (getattr(each, difference.field) for each in (policy, DEFAULT_POLICY))
            if mine != usual:
                line = say("vocabulary.differs", field=difference.field, value=_plain(mine), usual=_plain(usual))
                yield Indented(Text(line), 4)
        yield Text()


def policy_card(policy: BrowserPolicy) -> Iterable[RenderableType]:
    """Everything that one browser policy decides, with the source of each rule."""
    from rich.text import Text

    yield Text(policy.name, style="bold cyan").append(f"  {policy.dated}", style="not bold dim")
    yield Indented(Text(say(f"vocabulary.policy.{policy.name}")))
    for difference in DIFFERENCES:
        yield Text()
        value = _plain(getattr(policy, difference.field))
        yield Indented(Text(f"{difference.field}: ").append(value, style="bold"), 2)
        yield Indented(Text(say(f"vocabulary.policy_field.{difference.field}")), 6)
        yield Indented(Text(difference.source, style="dim"), 6)


def _tier(switch: Switch) -> str:
    return say(f"vocabulary.tier.{switch.tier}")


def _values(switch: Switch) -> Text:
    """The values in a row; the default marked, and the advised one."""
    from rich.text import Text

    parts = []
    for value in switch.values:
        name = written(value) + ("*" if value == switch.seed_lab else "") + ("+" if value == switch.safe else "")
        parts.append(Text(name, style="bold" if value == switch.seed_lab else ""))
    return Text("  ").join(parts)


def _remarks(switch: Switch, value: SwitchValue) -> str:
    remarks = [
        say(f"vocabulary.remark.{code}")
        for code, true in (
            ("default", value == switch.seed_lab),
            ("safe", value == switch.safe),
        )
        if true
    ]
    return f"  ({', '.join(remarks)})" if remarks else ""


def _source(citation: str) -> Iterable[Text]:
    from rich.text import Text

    known = document(citation)
    yield Text(citation).append(f"  {known.title}" if known else "", style="dim")
    if known:
        yield Text(f"  {known.url}", style="dim", no_wrap=True, overflow="ignore")


def _plain(value: object) -> str:
    if value is None:
        return say("vocabulary.no_limit")
    if isinstance(value, tuple):
        return " ".join(map(str, value)) or say("vocabulary.nothing")
    return str(value).lower() if isinstance(value, bool) else str(value)
