"""A whole play in the terminal: the head, each exchange as browser, wire and server, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sessionlab.design.switch import written
from sessionlab.design.switches import SWITCHES
from sessionlab.render import form
from sessionlab.render.words import say
from sessionlab.terminal.ink import Ink
from sessionlab.terminal.lines import Line
from sessionlab.terminal.sides import browser_side, server_side, store_side, wire_side

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NAMED = ("provider", "attackers_host")
"""Who is no instance of the application, and answers all the same."""
WIDE = 110
"""Columns from which the three places stand side by side."""
SEVERITY = {"high": ("!!", "bold red"), "medium": ("!", "bold yellow"), "low": ("!", "yellow"), "info": ("i", "dim")}


def draw_play(trace: form.Trace, console: Console, since: int = 1) -> None:
    """Draw a trace, beginning with exchange number `since`."""
    ink = Ink(trace, console)
    wide = console.is_terminal and console.width >= WIDE
    for thing in (*head(trace, ink), *_exchanges(trace, ink, wide, since), *_end(trace, ink)):
        console.print(thing, crop=False, overflow="ignore")


def head(trace: form.Trace, ink: Ink) -> Iterable[RenderableType]:
    """What this is, and what is played."""
    yield Line(ink.write(say("play.head"), "bold"))
    yield Line(ink.write(say("play.teaching"), "dim"))
    yield Line(ink.write(say("play.wire"), "dim"))
    yield Line(ink.write(""))
    yield Line(ink.write("  ".join(_choices(trace))))
    yield Line(ink.write(say("play.setting", policy=trace.policy, seed=trace.seed), "dim"))
    legend = say("play.legend", mark="(A)" if ink.ascii else "●", dead="(a)" if ink.ascii else "○")
    yield Line(ink.write(legend, "dim"))


def _choices(trace: form.Trace) -> Iterable[str]:
    """The switches of the first screen, and whatever else is not as usual."""
    for switch in SWITCHES:
        value = getattr(trace.design, switch.id)
        if switch.tier == 1 or value != switch.seed_lab:
            yield f"{switch.id}={written(value)}"


def _exchanges(trace: form.Trace, ink: Ink, wide: bool, since: int) -> Iterable[RenderableType]:
    keeps_sessions = trace.design.session_type == "server_session"
    before: frozenset[str] = frozenset()
    for exchange in trace.exchanges:
        if exchange.number < since:
            before = frozenset(live.id for live in exchange.live)
            continue
        yield from _refused_actions(trace, exchange.number, ink)
        after = frozenset(live.id for live in exchange.live)
        yield Line(ink.write(""))
        yield _title(exchange, ink)
        # On its way a credential is what it was worth then; what is kept shows what it is worth now.
        ink.live = before | after
        decisive = trace.verdict.ended_by if exchange.number == trace.verdict.ended_in else None
        wire, logic = list(wire_side(exchange, ink)), list(server_side(exchange, ink, decisive))
        ink.live = before = after
        kept = list(store_side(exchange, ink, keeps_sessions))
        sides = list(browser_side(exchange, ink)), wire, [*logic, *kept]
        yield from (_beside(sides), Line(ink.write(""))) if wide else _stacked(exchange, sides, ink)
        yield from _remarks(exchange, ink)
    yield from _refused_actions(trace, len(trace.exchanges) + 1, ink)


def _refused_actions(trace: form.Trace, before: int, ink: Ink) -> Iterable[RenderableType]:
    for refused in trace.refused_actions:
        if refused.before == before:
            yield Line(ink.write(""))
            text = say("play.refused_action", action=refused.action, why=refused.text)
            yield Line(ink.write(text), ink.plain("✗"), "bold yellow")


def _title(exchange: form.Exchange, ink: Ink) -> RenderableType:
    from rich.rule import Rule

    title = exchange.title
    if exchange.parts > 1:
        title = say("play.part", title=title, part=exchange.part, parts=exchange.parts)
    text = ink.write(f"{exchange.number}  {title}", "bold").append(f"  {exchange.time}", style="dim")
    if exchange.served_by in NAMED:
        text.append("  " + say(f"play.served_by_{exchange.served_by}"))
    elif exchange.instance:
        text.append("  " + say("play.served_by", instance=exchange.instance))
    if len(text) + 2 > ink.width:
        return Line(text)
    return Rule(text, align="left", style="dim", characters=ink.plain("─"))


def _beside(sides: tuple[list[Line], ...]) -> RenderableType:
    from rich.console import Group
    from rich.table import Table

    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for share in (10, 13, 13):
        table.add_column(ratio=share)
    table.add_row(*(Group(*side) for side in sides))
    return table


def _stacked(exchange: form.Exchange, sides: tuple[list[Line], ...], ink: Ink) -> Iterable[RenderableType]:
    """One below the other, in the order in which things happen: the wire, the server, then what the browser has now."""
    browser, wire, server = sides
    for side in (wire, server, browser) if exchange.request is not None else (browser, server):
        yield from side
        yield Line(ink.write(""))


def _remarks(exchange: form.Exchange, ink: Ink) -> Iterable[RenderableType]:
    state = ink.write(exchange.standing.name, "bold")
    yield Line(state.append_text(ink.write(f". {exchange.standing.text}")), ink.plain("│"), "bold cyan")
    for finding in exchange.findings:
        yield _finding(finding, ink)


def _finding(finding: form.Finding, ink: Ink) -> Line:
    mark, style = SEVERITY[finding.severity]
    text = ink.write(say(f"play.severity.{finding.severity}"), style).append_text(ink.write(f"  {finding.text} "))
    return Line(text.append(say("play.source", source=finding.source), style="dim"), mark, style)


def _end(trace: form.Trace, ink: Ink) -> Iterable[RenderableType]:
    from rich.rule import Rule

    ink.live = frozenset(one.id for one in trace.credentials if one.live)
    bad = trace.verdict.who in ("both", "attacker_only")
    yield Line(ink.write(""))
    yield Rule(
        ink.write(say("play.verdict"), "bold"), align="left", characters=ink.plain("─"), style="red" if bad else "green"
    )
    yield Line(ink.write(trace.verdict.text), "!!" if bad else "=", "bold red" if bad else "bold green")
    if trace.verdict.turns:
        yield Line(ink.write(say("play.turns"), "dim"), indent=2)
        yield Line(
            ink.write("  ".join(f"{turn.switch}={written(turn.value)}" for turn in trace.verdict.turns)), indent=2
        )
