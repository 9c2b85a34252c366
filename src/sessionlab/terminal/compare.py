"""Two plays side by side: of every exchange, only the lines that the other one does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sessionlab.design.change import difference
from sessionlab.design.switch import written
from sessionlab.render import form
from sessionlab.render.words import say
from sessionlab.terminal.ink import Ink
from sessionlab.terminal.lines import Line
from sessionlab.terminal.sides import MINOR, browser_side, server_side, store_side, wire_side
from sessionlab.value import replace

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

SIDE_BY_SIDE = 90
"""Columns from which the two designs stand beside each other."""
GROUPS = ("wire", "server", "store", "browser", "state")
NAMES = ("A", "B")
Place = tuple[int, int]
FIRST: Place = (1, 1)
Row = tuple[str, tuple[list[Line], list[Line]]]
"""A group of lines by its name, and what only A and what only B has of it."""


class _Side:
    """One of the two plays, with the ink it is written with."""

    def __init__(self, trace: form.Trace, console: Console) -> None:
        self.trace = trace
        self.ink = Ink(trace, console)
        self.exchanges = {(exchange.action_number, exchange.part): exchange for exchange in trace.exchanges}
        self._refused = {refused.action_number: refused for refused in trace.refused_actions}
        self._told: set[str] = set()
        self._live: frozenset[str] = frozenset()

    def groups(self, place: Place) -> list[list[Line]]:
        """The lines of an exchange by group; of a refused action, the reason."""
        exchange = self.exchanges.get(place)
        if exchange is None:
            return [self._refusal(place), [], [], [], []]
        after = frozenset(live.id for live in exchange.live)
        self.ink.live = self._live | after
        argued = replace(exchange, steps=tuple(step for step in exchange.steps if step.code not in MINOR))
        wire, logic = list(wire_side(exchange, self.ink))[1:], list(server_side(argued, self.ink))[1:]
        self.ink.live = self._live = after
        keeps_sessions = self.trace.design.session_type == "server_session"
        store = [line for line in store_side(exchange, self.ink, keeps_sessions) if line.mark.strip() or not line.mark]
        return [
            wire,
            logic,
            store,
            list(browser_side(exchange, self.ink))[1:],
            [self._state(exchange.standing)],
        ]

    def _refusal(self, place: Place) -> list[Line]:
        refused = self._refused.get(place[0])
        text = say("compare.nothing") if refused is None else refused.text
        return [Line(self.ink.write(text, "italic"), self.ink.plain("✗"), "bold yellow")]

    def _state(self, state: form.State) -> Line:
        """A state's name, and at its first appearance what it means."""
        text = self.ink.write(state.name, "bold")
        if state.code not in self._told:
            self._told.add(state.code)
            text.append_text(self.ink.write(f". {state.text}"))
        return Line(text, self.ink.plain("│"), "bold cyan")

    def meaning(self, line: Line) -> str:
        """A line without the text of credentials: which one it is makes no difference."""
        text = line.text.plain
        for id, shape in ((one.id, live) for one in self.trace.credentials for live in (True, False)):
            text = text.replace(self.ink.mark(id, shape), "")
        for credential in self.trace.credentials:
            text = text.replace(self.ink.plain(credential.short), "(credential)")
        return f"{line.mark} {text}"


Sides = tuple[_Side, _Side]


def draw_comparison(one: form.Trace, other: form.Trace, console: Console, since: int = 1) -> None:
    """Draw what differs between two traces of the same actions, beginning with action number `since`."""
    sides = _Side(one, console), _Side(other, console)
    wide = console.is_terminal and console.width >= SIDE_BY_SIDE
    for thing in (*_head(sides), *_differences(sides, wide, since), *_verdicts(sides, wide)):
        console.print(thing, crop=False, overflow="ignore")


def _head(sides: Sides) -> Iterable[RenderableType]:
    ink = sides[0].ink
    yield Line(ink.write(say("play.head"), "bold"))
    yield Line(ink.write(say("play.teaching"), "dim"))
    yield Line(ink.write(say("play.wire"), "dim"))
    yield Line(ink.write(""))
    for name, choices in zip(NAMES, _choices(sides), strict=True):
        yield Line(ink.write(choices, "bold"), name, "bold reverse")


def _choices(sides: Sides) -> tuple[str, str]:
    changes = difference(sides[0].trace.design, sides[1].trace.design)
    if not changes:
        return say("compare.same_design"), say("compare.same_design")
    return (
        "  ".join(f"{each.switch}={written(each.old)}" for each in changes),
        "  ".join(f"{each.switch}={written(each.new)}" for each in changes),
    )


def _differences(sides: Sides, wide: bool, since: int) -> Iterable[RenderableType]:
    for place in sorted({*sides[0].exchanges, *sides[1].exchanges}):
        exchange = sides[0].exchanges.get(place) or sides[1].exchanges[place]
        title = f"{exchange.action_number}  {exchange.title}"
        rows = list(_rows(sides, place))
        if place[0] < since:
            continue
        yield Line(sides[0].ink.write(""))
        if rows:
            yield _rule(title, sides[0].ink)
            yield from _drawn(rows, sides[0].ink, wide)
        else:
            yield Line(sides[0].ink.write(say("compare.same", title=title), "dim"))


def _rows(sides: Sides, place: Place) -> Iterable[Row]:
    """The groups in which the two differ."""
    for name, one, other in zip(GROUPS, *(side.groups(place) for side in sides), strict=True):
        only = _only(sides, one, other)
        news = name != "store" or place == FIRST or any(line.mark.strip() for lines in only for line in lines)
        if any(only) and news:
            yield say(f"compare.group.{name}"), only


def _only(sides: Sides, one: list[Line], other: list[Line]) -> tuple[list[Line], list[Line]]:
    told = [{side.meaning(line) for line in lines} for side, lines in zip(sides, (one, other), strict=True)]
    left = [line for line in one if line.text.plain.strip() and sides[0].meaning(line) not in told[1]]
    right = [line for line in other if line.text.plain.strip() and sides[1].meaning(line) not in told[0]]
    return left, right


def _rule(title: str, ink: Ink, style: str = "dim") -> RenderableType:
    from rich.rule import Rule

    return Rule(ink.write(title, "bold"), align="left", style=style, characters=ink.plain("─"))


def _drawn(rows: list[Row], ink: Ink, wide: bool) -> Iterable[RenderableType]:
    nothing = [Line(ink.write(say("compare.nothing"), "dim italic"))]
    if wide:
        yield _table(rows, ink, nothing)
        return
    for name, pair in rows:
        yield Line(ink.write(name, "dim underline"))
        for side, lines in zip(NAMES, pair, strict=True):
            for place, line in enumerate(lines or nothing):
                mark = side if place == 0 else " "
                yield Line(line.text, f"{mark} {line.mark}".rstrip() if line.mark.strip() else mark, "bold")


def _table(rows: list[Row], ink: Ink, nothing: list[Line]) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(width=max(len(say(f"compare.group.{name}")) for name in (*GROUPS, "end")), style="dim")
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(Text(), *(Text().append(f" {name} ", style="bold reverse") for name in NAMES))
    for name, pair in rows:
        table.add_row(Text(name), *(Group(*(lines or nothing)) for lines in pair))
    return table


def _verdicts(sides: Sides, wide: bool) -> Iterable[RenderableType]:
    yield Line(sides[0].ink.write(""))
    yield _rule(say("play.verdict"), sides[0].ink, "bold")
    one, other = ([_verdict(side)] for side in sides)
    yield from _drawn([(say("compare.group.end"), (one, other))], sides[0].ink, wide)


def _verdict(side: _Side) -> Line:
    side.ink.live = frozenset(one.id for one in side.trace.credentials if one.live)
    bad = side.trace.verdict.who in ("both", "attacker_only")
    return Line(side.ink.write(side.trace.verdict.text), "!!" if bad else "=", "bold red" if bad else "bold green")
