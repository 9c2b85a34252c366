"""One recipe on every design at once: micro-step by micro-step, equal worlds united, with them their designs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.attacks.attack import WORKS, Attack, Goal
from sessionlab.explore.balancer import at_first, at_second, designs_with_choice, elsewhere, is_open, settled
from sessionlab.explore.forget import forget, unwatch
from sessionlab.explore.lazy import LazyDesign, Tables
from sessionlab.explore.own_steps import LOSSES, TRIES, Presumption, presumed, split_tries, succeeded
from sessionlab.explore.recipes import Recipe
from sessionlab.explore.sets import EMPTY, EVERYTHING, DesignSets
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.apply import begin, step
from sessionlab.world.state import World
from sessionlab.world.verbs.verb import Senseless

Layer = dict[World, int]
MicroStep = Callable[[World, Any], World]


class Answer(Value):
    """For which designs a recipe reaches its goal. `yes` and `no` are sets, and together the universe.

    `asked`: the switches that cut the set somewhere on the way. `wasted`: those among them that cut it at a micro-step
    without making any difference to its results. `runs`: micro-steps run. `widest`: most worlds at one time.
    """

    recipe: str
    yes: int
    no: int
    asked: frozenset[str]
    wasted: frozenset[str]
    runs: int
    widest: int


class Outcome(Value):
    """For which designs an attack reaches its goal. `yes`, `no` and `outside` are sets, and together the universe.

    `outside`: designs in which a step of the rightful user's own can never succeed; the question does not arise there.
    """

    attack: str
    yes: int
    no: int
    outside: int
    runs: int


class Explorer:
    """Runs recipes over one universe. Holds the tables that the runs share; two explorers share nothing.

    `sets`: the sets of designs that answers are made of. `universe`: the designs that are asked about.
    """

    def __init__(self, sets: DesignSets, universe: int) -> None:
        self.sets = sets
        self.universe = universe
        self._tables: Tables = {}
        self._asked: set[str] = set()
        self._wasted: set[str] = set()
        self._runs = 0
        self._watch = False
        self._with_choice = designs_with_choice(sets)
        self._usable: dict[tuple[World, Presumption], int] = {}

    def ask(self, recipe: Recipe, start: World | None = None, watch: bool = False) -> Answer:
        """For which designs does this recipe, begun in world `start`, reach its goal?

        `watch`: also find out which switches were asked, and which of them in vain; that costs as much again.
        """
        self._runs, self._asked, self._wasted, self._watch = 0, set(), set(), watch
        layer: Layer = {start or World(): self.universe}
        widest = 1
        for place, action in enumerate(recipe.actions):
            layer = self._action(layer, action, recipe.actions[place + 1 :])
            widest = max(widest, len(layer))
        yes = self.sets.union([designs for world, designs in layer.items() if recipe.goal(world)])
        no = self.sets.union([designs for world, designs in layer.items() if not recipe.goal(world)])
        return Answer(recipe.id, yes, no, frozenset(self._asked), frozenset(self._wasted), self._runs, widest)

    def ask_attack(self, attack: Attack, start: World | None = None, among: int | None = None) -> Outcome:
        """For which designs does this attack reach its goal, if the rightful user's own steps succeed?

        `among`: the designs that are asked about, if not the whole universe.
        """
        self._runs, self._watch = 0, False
        chooses = attack.kind != WORKS
        plain = start or World()
        first = at_first(plain) if chooses else plain
        asked = inside = self.universe if among is None else among
        for presumption in presumed(attack):
            inside = self.sets.both(inside, self._where_it_works(presumption, at_first(plain)))
        layer = {first: inside} if inside else {}
        reached, missed = self._played(attack.actions, attack.goal, attack.watches, layer, chooses)
        outside = self.sets.minus(asked, self.sets.either(reached, missed))
        return Outcome(attack.id, reached, self.sets.minus(missed, reached), outside, self._runs)

    def _where_it_works(self, presumption: Presumption, start: World) -> int:
        """The designs of the universe in which the rightful user can do this at all."""
        known = self._usable.get((start, presumption))
        if known is None:
            known = self._usable[start, presumption] = self._played(*presumption, (), {start: self.universe}, True)[0]
        return known

    def _played(
        self, actions: tuple[Action, ...], goal: Goal, watches: tuple[str, ...], layer: Layer, chooses: bool
    ) -> tuple[int, int]:
        """The designs of which some play reaches the goal, and those of which some comes to its end and does not.

        `chooses`: whether the balancer's choices are open.
        """
        lead, tries = split_tries(actions)
        for place, action in enumerate(lead):
            open = self._with_choice if chooses and is_open(lead, place) else EMPTY
            layer = self._own(layer, action, actions[place + 1 :], watches, chooses, open)
        reached: list[int] = []
        for place, action in enumerate(tries):
            open = self._with_choice if chooses else EMPTY
            layer = self._own(layer, action, tries[place + 1 :], watches, chooses, open, goal, reached)
        return self.sets.union(reached), self.sets.union(list(layer.values()))

    def _own(
        self,
        layer: Layer,
        action: Action,
        later: tuple[Action, ...],
        watches: tuple[str, ...],
        chooses: bool,
        open: int,
        goal: Goal | None = None,
        reached: list[int] | None = None,
    ) -> Layer:
        """Do an action; who is refused tries again. Worlds leave that reach the goal, or that never succeed."""
        done: dict[World, list[int]] = {}
        # Whether a login has succeeded is seen in the browser; of all else the answer tells.
        looking = (action, *later) if action.verb in ("login", "idp_login") else later
        for _ in range(TRIES):
            again: Layer = {}
            for world, designs in self._finished(self._unanswered(layer), action, looking, watches, open).items():
                if not succeeded(world, action, goal, is_free=chooses):
                    again[elsewhere(world)] = designs
                elif goal is not None and reached is not None and goal(world):
                    reached.append(designs)
                else:
                    done.setdefault(settled(forget(world, later, watches)), []).append(designs)
            layer, open = again, EMPTY
        if chooses and goal in LOSSES and reached is not None:
            reached.extend(layer.values())
        return {world: self.sets.union(parts) for world, parts in done.items()}

    def _unanswered(self, layer: Layer) -> Layer:
        """The worlds without the last answer, so that nobody takes it for an answer to what comes now."""
        plain: dict[World, list[int]] = {}
        for world, designs in layer.items():
            plain.setdefault(replace(world, last=None), []).append(designs)
        return {world: self.sets.union(parts) for world, parts in plain.items()}

    def deciding(self, answer: Answer) -> frozenset[str]:
        """The switches of which a change alone can turn success into failure. All others are proven not to matter."""
        return frozenset(name for name in self.sets.names if self.sets.tells_apart(name, answer.yes, answer.no))

    def _action(self, layer: Layer, action: Action, later: tuple[Action, ...]) -> Layer:
        """Do an action in every world of the layer, to its end, and forget what no later one can use."""
        done: dict[World, list[int]] = {}
        for world, designs in self._finished(layer, action, later).items():
            done.setdefault(forget(world, later), []).append(designs)
        return {world: self.sets.union(parts) for world, parts in done.items()}

    def _finished(
        self,
        layer: Layer,
        action: Action,
        looking: tuple[Action, ...],
        watches: tuple[str, ...] = (),
        open: int = EMPTY,
    ) -> Layer:
        """The worlds in which an action has come to its end.

        `looking`: the actions that look at what it left behind; somebody's own login is among them. `open`: designs
        that send its requests either way.
        """
        done: dict[World, list[int]] = {}
        busy = self._each(layer, lambda world, design: _begun(world, action, design))
        if open:
            busy = self._sent_either_way(busy, open)
        while busy:
            for world in [world for world in busy if not world.busy]:
                done.setdefault(world, []).append(busy.pop(world))
            watched = {unwatch(world, looking, watches): designs for world, designs in busy.items()}
            busy = self._each(watched, lambda world, design: step(world, design)[0])
        return {world: self.sets.union(parts) for world, parts in done.items()}

    def _sent_either_way(self, layer: Layer, open: int) -> Layer:
        """The worlds with requests to send, each with the balancer's choices; their sets of designs then overlap."""
        either: dict[World, list[int]] = {}
        for world, designs in layer.items():
            either.setdefault(at_first(world) if world.agenda else world, []).append(designs)
            second = at_second(world) if world.agenda else None
            some = EMPTY if second is None else self.sets.both(designs, open)
            if second is not None and some:
                either.setdefault(second, []).append(some)
        return {world: self.sets.union(parts) for world, parts in either.items()}

    def _each(self, layer: Layer, micro: MicroStep) -> Layer:
        """One micro-step in every world; equal results are united, and with them their designs."""
        results: dict[World, list[int]] = {}
        for world, designs in layer.items():
            for result, part in self._results(world, designs, micro).items():
                results.setdefault(result, []).append(part)
        return {world: self.sets.union(parts) for world, parts in results.items()}

    def _results(self, world: World, designs: int, micro: MicroStep) -> Layer:
        """One micro-step in one world, run once for each way in which the designs answer differently."""
        results: dict[World, list[int]] = {}
        asked: set[str] | None = set() if self._watch else None
        todo = [EVERYTHING]
        while todo:
            design = LazyDesign(self.sets, designs, todo, self._tables, asked, todo.pop())
            result = micro(world, design)
            self._runs += 1
            results.setdefault(result, []).append(design.cut)
        # Cuts are small: they are united before they meet the set itself, once for each result.
        union, both = self.sets.union, self.sets.both
        united = {result: both(designs, union(cuts)) for result, cuts in results.items()}
        if asked is not None:
            self._asked |= asked
            self._wasted |= {name for name in asked if not self._matters(name, tuple(united.values()))}
        return united

    def _matters(self, name: str, parts: tuple[int, ...]) -> bool:
        return any(
            self.sets.tells_apart(name, one, other) for place, one in enumerate(parts) for other in parts[place + 1 :]
        )


def _begun(world: World, action: Action, design: Any) -> World:
    begun = begin(world, action, design)
    return world if isinstance(begun, Senseless) else begun
