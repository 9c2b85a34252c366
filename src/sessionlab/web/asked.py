"""What the page asks for: the bodies of its requests, read and checked before anything is played."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec

from sessionlab.cookies.policy import DEFAULT_POLICY, BrowserPolicy, policy_named
from sessionlab.design.choices import KNOWN, check_choices
from sessionlab.design.design import Design
from sessionlab.design.environment import Environment
from sessionlab.design.space import FIRST_SCREEN, design_from, environment_from
from sessionlab.design.validity import check
from sessionlab.errors import Trouble, together
from sessionlab.value import Value
from sessionlab.web.limits import MOST_ACTIONS, in_time
from sessionlab.web.problem import located
from sessionlab.world.action import Action
from sessionlab.world.play import Play, play
from sessionlab.world.verbs import parse_action

T = TypeVar("T")
Choices = dict[str, Any]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class DesignAsked(Value, forbid_unknown_fields=True):
    """A design as the page sends it: what differs from the first screen's design, and the browser to be."""

    design: Choices = msgspec.field(default_factory=dict)
    environment: Choices = msgspec.field(default_factory=dict)
    policy: str = DEFAULT_POLICY.name


class PreviousAsked(DesignAsked, forbid_unknown_fields=True):
    """What a play is to be compared with: another design, other actions, or both."""

    actions: tuple[str, ...] | None = None


class PlayAsked(DesignAsked, forbid_unknown_fields=True):
    """A play. `previous`: the play whose place this one took, if the answer is to say what became different."""

    seed: Seed = 1
    actions: tuple[str, ...] = ()
    previous: PreviousAsked | None = None


class NextAsked(DesignAsked, forbid_unknown_fields=True):
    """A play, and the action of which the request is to be shown before it is made."""

    seed: Seed = 1
    actions: tuple[str, ...] = ()
    action: str | None = None


class FixAsked(DesignAsked, forbid_unknown_fields=True, kw_only=True):
    """A design, and the attack of which the outcome is to be turned."""

    attack: str


class CookieAsked(Value, forbid_unknown_fields=True):
    """A `Set-Cookie` line to be explained; `page`: the page that causes the later requests, if it is another."""

    line: str
    url: str
    page: str | None = None
    policy: str = DEFAULT_POLICY.name


_PLACE = re.compile(r"^(.*) - at `\$(.*)`$", re.DOTALL)


def read_body(body: bytes, kind: type[T]) -> T:
    """Read a body. Raises `Trouble` that points to what is wrong."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        found = _PLACE.match(str(error))
        detail, place = (found[1], found[2]) if found else (str(error), "")
        pointer = re.sub(r"\[(\d+)\]", r"/\1", place.replace("[...]", "")).replace(".", "/")
        raise Trouble("bad_field", detail=detail, field=pointer or "/", pointer=pointer) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Trouble("bad_json", detail=str(error)) from error


def design_asked(asked: DesignAsked, at: str = "") -> tuple[Design, Environment]:
    """The design and the environment, if they exist. `at`: where in the body they stand."""
    try:
        design = design_from(_only(asked.design, environment=False), FIRST_SCREEN)
        check(design)
    except Trouble as trouble:
        raise _pointing(trouble, f"{at}/design", asked.design) from trouble
    try:
        environment = environment_from(_only(asked.environment, environment=True))
    except Trouble as trouble:
        raise _pointing(trouble, f"{at}/environment", asked.environment) from trouble
    return design, environment


def play_asked(asked: PlayAsked | NextAsked) -> Play:
    """The play that is asked for."""
    design, environment = design_asked(asked)
    return play(design, in_time(read_actions(asked.actions)), policy_asked(asked), asked.seed, environment)


def previous_asked(asked: PlayAsked, previous: PreviousAsked) -> Play:
    """The play that it is to be compared with."""
    design, environment = design_asked(previous, "/previous")
    actions = asked.actions if previous.actions is None else previous.actions
    return play(design, in_time(read_actions(actions)), policy_asked(previous), asked.seed, environment)


def read_actions(texts: tuple[str, ...]) -> tuple[Action, ...]:
    """The actions. Raises one `Trouble` that tells all that cannot be read, each with its place."""
    if len(texts) > MOST_ACTIONS:
        raise Trouble("too_many_actions", count=len(texts), most=MOST_ACTIONS, pointer="/actions")
    actions, problems = [], []
    for place, text in enumerate(texts):
        try:
            actions.append(parse_action(text))
        except Trouble as trouble:
            problems.append(located(trouble, f"/actions/{place}"))
    if problems:
        raise together(problems)
    return tuple(actions)


def policy_asked(asked: DesignAsked | CookieAsked) -> BrowserPolicy:
    """The browser to be."""
    try:
        return policy_named(asked.policy)
    except Trouble as trouble:
        raise located(trouble, "/policy") from trouble


def _only(choices: Mapping[str, Any], *, environment: bool) -> Mapping[str, Any]:
    """Checks the choices, and that each stands where it belongs: switches in the design, settings beside it."""
    check_choices(choices)
    strangers = [name for name in choices if (KNOWN[name].component == "environment") != environment]
    if strangers:
        raise together([Trouble("misplaced_setting", name=name) for name in strangers])
    return choices


def _pointing(trouble: Trouble, place: str, choices: Mapping[str, Any]) -> Trouble:
    """Each problem with the switch that it is about."""
    if "problems" in trouble.details:
        return Trouble("several", problems=tuple(_pointing(one, place, choices) for one in trouble.details["problems"]))
    names = (trouble.details.get("name"), trouble.details.get("other"))
    named = next((name for name in names if name in choices), None)
    return located(trouble, f"{place}/{named}" if named else place)
