"""Claims: sentences about an attack and a partial design, decided exactly, with a counterexample where one is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sessionlab.attacks import attack_named
from sessionlab.attacks.attack import WORKS, Attack
from sessionlab.cookies.policy import DEFAULT_POLICY
from sessionlab.design.change import difference
from sessionlab.design.choices import check_choices
from sessionlab.design.design import Design
from sessionlab.design.environment import SETTINGS, USUAL, Environment
from sessionlab.design.space import SEED_LAB, design_from, environment_from
from sessionlab.design.switches import REJECTED_BY_BROWSER, SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.errors import Trouble
from sessionlab.explore.fix import plainest
from sessionlab.explore.merged import Explorer, Outcome
from sessionlab.explore.own_steps import play_out, way_of
from sessionlab.explore.sets import EMPTY, DesignSets
from sessionlab.explore.universe import design_sets, universe
from sessionlab.explore.until import LIMITS, after
from sessionlab.value import Value, replace
from sessionlab.world.start import start_in
from sessionlab.world.state import World

SUCCEEDS, BLOCKED, WORKING, BROKEN = "succeeds", "blocked", "works", "broken"
REACHED = (SUCCEEDS, WORKING)
FOR_ALL, DEFAULTS = "for_all_others", "with_defaults"
NO_SUCH_DESIGN, COUNTEREXAMPLE = "no_such_design", "counterexample"
Choices = Mapping[str, tuple[Any, ...]]
Partial = tuple[tuple[str, tuple[Any, ...]], ...]


class Claim(Value):
    """One row: under this partial design, this becomes of the attack, for all designs or with the defaults.

    `until`: the limit after which it no longer succeeds; "" if nothing is said about that.
    """

    id: str
    attack: str
    design: Partial
    outcome: str
    quantifier: str
    until: str = ""


class Claims(Value):
    """A file of claims. `pinned`: what holds in every `for_all_others` row that does not say otherwise."""

    pinned: Partial
    rows: tuple[Claim, ...]


class Verdict(Value):
    """What became of a claim.

    `counterexample`: the switches and settings in which one differs from the defaults. `actions`: what is done there,
    as it can be played. `why`: a code, "" where it holds. `deciding`: other values of single switches with which the
    claim would be true there.
    """

    id: str
    holds: bool
    expected: str
    got: str = ""
    counterexample: tuple[tuple[str, Any], ...] = ()
    why: str = ""
    actions: tuple[str, ...] = ()
    deciding: tuple[tuple[str, Any], ...] = ()


def read_claims(text: str) -> Claims:
    """Read a file of claims, in the format of `docs/claims.md`.

    Raises `Trouble` for text that is no such file, with what is wrong with it.
    """
    try:
        data = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise Trouble("claims_not_json", problem=str(error)) from None
    rows = next((value for value in data.values() if isinstance(value, list)), None) if isinstance(data, dict) else None
    if rows is None:
        raise Trouble("claims_no_rows")
    meta = data.get("meta")
    pinned = meta.get("pinned", {}) if isinstance(meta, dict) else {}
    return Claims(_choices(pinned, "meta.pinned"), tuple(_claim(row, place) for place, row in enumerate(rows, 1)))


def _claim(row: Any, place: int) -> Claim:
    if not isinstance(row, dict):
        raise Trouble("claims_no_object", place=str(place))
    name = str(row.get("id", place))
    attack, until = row.get("attack"), row.get("until") or ""
    if not isinstance(attack, str):
        raise Trouble("claims_no_attack", place=name)
    for key, value, allowed in (
        ("outcome", row.get("outcome"), (*REACHED, BLOCKED, BROKEN)),
        ("quantifier", row.get("quantifier"), (FOR_ALL, DEFAULTS)),
        ("until", until, ("", *LIMITS)),
    ):
        if value not in allowed:
            raise Trouble("claims_not_one_of", place=name, key=key, known=", ".join(filter(None, allowed)))
    return Claim(name, attack, _choices(row.get("design"), name), row["outcome"], row["quantifier"], until)


def _choices(design: Any, place: str) -> Partial:
    if not isinstance(design, dict):
        raise Trouble("claims_no_design", place=place)
    found = []
    for name, value in design.items():
        values = tuple(value) if isinstance(value, list) else (value,)
        for one in values:
            check_choices({name: one})
        found.append((name, values))
    return tuple(found)


class Judge:
    """Decides claims. Holds the sets and tables that they share."""

    def __init__(self) -> None:
        self.sets: DesignSets = design_sets()
        self._explorer = Explorer(self.sets, universe(self.sets))

    def decide(self, claim: Claim, claims: Claims) -> Verdict:
        """Does the claim hold? Raises `Trouble` for an attack that the lab does not know."""
        attack = attack_named(claim.attack)
        decide = self._with_defaults if claim.quantifier == DEFAULTS else self._for_all
        verdict = decide(claim, attack, claims)
        if not (verdict.holds and claim.until):
            return verdict
        limit = LIMITS[claim.until]
        ended = replace(claim, outcome=BLOCKED, design=_and(claim.design, limit.exists), until="")
        later = decide(ended, after(limit, attack), claims)
        # Where there is no such limit at all, nothing is said about it.
        return verdict if later.holds or later.got == "" else replace(later, got=f"{later.got} after {claim.until}")

    def _with_defaults(self, claim: Claim, attack: Attack, claims: Claims) -> Verdict:
        for design, environment in _complete(dict(claim.design)):
            came_to = play_out(attack, design, start_in(environment))
            got = _outcome(attack, bool(came_to))
            if got != claim.outcome:
                return _failed(claim, attack, got, design, environment)
        return Verdict(claim.id, True, claim.outcome)

    def asked(self, claim: Claim, claims: Claims) -> tuple[int, World]:
        """The designs that a claim for all others speaks of, and the world that it begins in."""
        said = {**dict(claims.pinned), **dict(claim.design)}
        return self._designs(claim, said), start_of(said)

    def _designs(self, claim: Claim, said: Choices) -> int:
        cube = {name: values for name, values in said.items() if name not in SETTING_NAMES}
        return self.sets.both(self._feasible(dict(claim.design)), self.sets.cube(cube))

    def _for_all(self, claim: Claim, attack: Attack, claims: Claims) -> Verdict:
        said = {**dict(claims.pinned), **dict(claim.design)}
        asked = self._designs(claim, said)
        for environment in _environments(said):
            outcome = self._explorer.ask_attack(attack, start_in(environment), asked)
            if outcome.outside == asked and attack.kind != WORKS:
                return Verdict(claim.id, False, claim.outcome, "", (), NO_SUCH_DESIGN)
            wrong, got = self._wrong(outcome, claim, attack)
            if wrong != EMPTY:
                within = replace(claim, design=tuple(said.items()))
                return _failed(within, attack, got, plainest(self.sets, wrong), environment)
        return Verdict(claim.id, True, claim.outcome)

    def tidy(self) -> None:
        """Forget what was only kept to be fast, where it has become much."""
        self.sets.forget_results(MOST_RESULTS)

    def _wrong(self, outcome: Outcome, claim: Claim, attack: Attack) -> tuple[int, str]:
        # What must keep working is broken, too, where a step of the user's own never succeeds.
        missed = self.sets.either(outcome.no, outcome.outside) if attack.kind == WORKS else outcome.no
        if claim.outcome in REACHED:
            return missed, _outcome(attack, False)
        return outcome.yes, _outcome(attack, True)

    def _feasible(self, said: Choices) -> int:
        """All designs but those that browsers reject for reasons that the claim leaves open."""
        found = self._explorer.universe
        for rule in REJECTED_BY_BROWSER:
            if not all(name in said for name, _ in rule.when):
                rejected = self.sets.cube({name: (value,) for name, value in rule.when})
                found = self.sets.minus(found, rejected)
        return found


MOST_RESULTS = 300_000
"""Results of set operations that are kept between claims: some tens of megabytes."""
SETTING_NAMES = frozenset(setting.id for setting in SETTINGS)
"""The browser's settings, which stand in a claim beside the switches."""


def start_of(said: Choices) -> World:
    """The world that begins with the settings that are said, the first value of each."""
    return start_in(environment_from({name: values[0] for name, values in said.items() if name in SETTING_NAMES}))


def _and(design: Partial, conditions: Partial) -> Partial:
    """A partial design with conditions that hold besides; where it names a switch itself, what both allow."""
    both = dict(conditions)
    for name, values in design:
        both[name] = tuple(value for value in values if value in both[name]) if name in both else values
    return tuple((name, values) for name, values in both.items())


def _environments(said: Choices) -> Iterator[Environment]:
    """Each combination of the browser's settings that the row names."""
    settings = {name: values for name, values in said.items() if name in SETTING_NAMES}
    for values in itertools.product(*settings.values()):
        yield environment_from(dict(zip(settings, values, strict=True)))


def _complete(said: Choices) -> Iterator[tuple[Design, Environment]]:
    """The defaults with each combination of the values that the row names."""
    for values in itertools.product(*said.values()):
        choices = dict(zip(said, values, strict=True))
        yield design_from(choices), environment_from(choices)


def _outcome(attack: Attack, reached: bool) -> str:
    if attack.kind == WORKS:
        return WORKING if reached else BROKEN
    return SUCCEEDS if reached else BLOCKED


def _failed(claim: Claim, attack: Attack, got: str, design: Design, environment: Environment) -> Verdict:
    start = start_in(environment)
    settings = tuple((one.id, getattr(environment, one.id)) for one in SETTINGS)
    differs = (
        *((change.switch, change.new) for change in difference(SEED_LAB, design)),
        *(
            (name, value)
            for name, value in settings
            if value not in (getattr(USUAL, name), getattr(DEFAULT_POLICY, name, getattr(USUAL, name)))
        ),
    )
    return Verdict(
        claim.id,
        False,
        claim.outcome,
        got,
        differs,
        COUNTEREXAMPLE,
        tuple(map(str, way_of(attack, design, start).actions)),
        _deciding(claim, attack, design, start),
    )


def _deciding(claim: Claim, attack: Attack, design: Design, start: World) -> tuple[tuple[str, Any], ...]:
    """The single changes of the counterexample, within what the claim says, after which the claim is true of it."""
    said = dict(claim.design)
    return tuple(
        (switch.id, value)
        for switch in SWITCHES
        for value in said.get(switch.id, switch.values)
        if value != getattr(design, switch.id)
        and is_possible(changed := replace(design, **{switch.id: value}))
        and _is_true(claim, attack, play_out(attack, changed, start))
    )


def _is_true(claim: Claim, attack: Attack, reached: bool | None) -> bool:
    """A design in which somebody's own step cannot succeed decides nothing about an attack."""
    if reached is None and attack.kind != WORKS:
        return False
    return _outcome(attack, bool(reached)) == claim.outcome
