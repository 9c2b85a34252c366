"""A lazy design: one object that stands for a set of designs, and decides only what somebody must know.

The engine asks it what it asks of any design. Where the answer differs within the set, the set is cut by the answer:
this object goes on with the designs that give one answer, and the others are left on `todo`, to be run from the same
micro-step again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from sessionlab.deferred import Deferred, itself
from sessionlab.explore.decisions import Question, Resolver, Tree, answers, tree_of
from sessionlab.explore.sets import EVERYTHING, DesignSets
from sessionlab.explore.views import View, meaning_of

Tables = dict[Any, tuple[tuple[Any, int], ...]]


class LazyDesign:
    """A design that is decided only as far as it was asked.

    `among`: the set that the run began with. `cut`: the designs, possible or not, that give the answers that were
    given so far; it is small, because it knows of nothing but those questions. `todo`: cuts that still have to be run.
    `tables`: answers to questions, with the designs that give them, shared between runs. `asked`: if given, takes the
    switches that a cut depended on.
    """

    __slots__ = ("_among", "_sets", "_tables", "_todo", "asked", "cut")

    def __init__(
        self,
        sets: DesignSets,
        among: int,
        todo: list[int],
        tables: Tables,
        asked: set[str] | None = None,
        cut: int = EVERYTHING,
    ) -> None:
        self._sets = sets
        self._among = among
        self._todo = todo
        self._tables = tables
        self.asked = asked
        self.cut = cut

    @property
    def designs(self) -> int:
        """The set that it stands for by now."""
        return self._sets.both(self._among, self.cut)

    def __getattr__(self, switch: str) -> Choice:
        if switch.startswith("_"):
            raise AttributeError(switch)
        return Choice(self, Deferred((switch,), ((itself, ()),)))

    def later(
        self, switches: str | tuple[str, ...], function: Callable[..., Any] | None = None, *arguments: Any
    ) -> Deferred:
        """A term that names the switches and the function."""
        names = (switches,) if isinstance(switches, str) else switches
        return Deferred(names, ((function or itself, arguments),))

    def decide(self, switch: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Cut by the outcome of the function; deferred arguments are resolved with it."""

        def question(resolve: Resolver) -> Any:
            return function(resolve.value(switch), *map(resolve, arguments))

        return self.ask(("decide", switch, function, arguments), question)

    def outcome(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Cut by the outcome of a function of values whose attributes may be deferred; it sees them plain."""

        def question(resolve: Resolver) -> Any:
            return function(*(meaning_of(argument, resolve) for argument in arguments))

        return self.ask(("outcome", function, arguments), question)

    def settle(self, term: Any) -> Any:
        """The plain value of a term."""
        if type(term) is not Deferred:
            return term
        return self.ask(("settle", term), lambda resolve: resolve(term))

    def possibly(self, switch: str, function: Callable[[Any], bool]) -> bool:
        """Could any design of the set have a value that satisfies the function? Cuts nothing."""
        table = self._table(("possibly", switch, function), lambda resolve: bool(function(resolve.value(switch))))
        return any(answer and self._is_alive(self._sets.both(self.cut, part)) for answer, part in table)

    def choice(self, term: Deferred) -> Choice:
        """A deferred term as something that can be compared."""
        return Choice(self, term)

    def view(self, thing: Any) -> Any:
        """The thing with its deferred attributes readable: as choices, which can be compared."""
        return View(thing, self)

    def ask(self, key: Any, question: Question) -> Any:
        """The answer to a question for one part of the set; the rest is left to be run again."""
        table = self._table(key, question)
        if len(table) == 1:
            return table[0][0]
        both, whole = self._sets.both, self.cut
        cuts = [(answer, cut) for answer, part in table if (cut := both(whole, part))]
        if len(cuts) == 1:
            return cuts[0][0]
        alive = [(answer, cut) for answer, cut in cuts if self._is_alive(cut)]
        # Where all designs answer alike, nothing is cut, and the cut need not say what the set itself knows.
        if len(alive) > 1:
            if self.asked is not None:
                self._note_what_was_asked(table, tuple(cut for _, cut in alive), self.asked)
            self._todo.extend(cut for _, cut in alive[1:])
            self.cut = alive[0][1]
        return alive[0][0]

    def _is_alive(self, cut: int) -> bool:
        return self._sets.meet(self._among, cut)

    def _note_what_was_asked(self, table: tuple[tuple[Any, int], ...], cuts: tuple[int, ...], asked: set[str]) -> None:
        first, *others = (self._sets.both(self._among, cut) for cut in cuts)
        for name in frozenset().union(*(self._sets.support(part) for _, part in table)) - asked:
            if any(self._sets.tells_apart(name, first, other) for other in others):
                asked.add(name)

    def _table(self, key: Any, question: Question) -> tuple[tuple[Any, int], ...]:
        table = self._tables.get(key)
        if table is None:
            tree: Tree = tree_of(question, self._sets.values)
            table = self._tables[key] = answers(tree, self._sets)
        return table


class Choice:
    """A value that is not decided. Comparing it cuts the set of designs in two, if the answer differs in it."""

    __slots__ = ("_design", "_term")
    __hash__ = None  # type: ignore[assignment]  # a choice has no value yet: it must never become a key

    def __init__(self, design: LazyDesign, term: Any) -> None:
        self._design = design
        self._term = term

    def _compare(self, operation: Callable[[Any, Any], Any], other: Any) -> bool:
        mine, theirs = self._term, other._term if isinstance(other, Choice) else other

        def question(resolve: Resolver) -> bool:
            return bool(operation(resolve(mine), resolve(theirs)))

        return bool(self._design.ask((operation, mine, theirs), question))

    def __eq__(self, other: object) -> bool:
        return self._compare(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return self._compare(operator.ne, other)

    def __lt__(self, other: Any) -> bool:
        return self._compare(operator.lt, other)

    def __le__(self, other: Any) -> bool:
        return self._compare(operator.le, other)

    def __gt__(self, other: Any) -> bool:
        return self._compare(operator.gt, other)

    def __ge__(self, other: Any) -> bool:
        return self._compare(operator.ge, other)

    def __bool__(self) -> bool:
        return self._compare(_truth, None)


def _truth(value: Any, _: None) -> bool:
    return bool(value)
