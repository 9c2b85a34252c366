"""A play as the page is told of it: its trace, and what became different from the play before."""

from __future__ import annotations

from sessionlab.design.change import Change, difference
from sessionlab.design.space import design_from
from sessionlab.design.validity import is_possible
from sessionlab.render.form import Trace
from sessionlab.render.trace import trace
from sessionlab.value import replace
from sessionlab.web.asked import PlayAsked, play_asked, previous_asked
from sessionlab.web.changes import Changes, Effect, differences
from sessionlab.world.play import Play, play

MOST_ALONE = 6
"""So many switches are tried out one by one; more than that nobody changes at a time."""


class Played(Trace):
    """A trace. `changed` is there where the request named a previous play."""

    changed: Changes | None = None


def played(asked: PlayAsked) -> Played:
    """The answer to a request for a play."""
    done = play_asked(asked)
    told = trace(done)
    changed = None if asked.previous is None else _changes(previous_asked(asked, asked.previous), done, told)
    return Played(**{field: getattr(told, field) for field in Trace.__struct_fields__}, changed=changed)


def _changes(old: Play, new: Play, told: Trace) -> Changes:
    before = trace(old)
    found = differences(before, told)
    switches = difference(old.design, new.design)
    if not switches or len(switches) > MOST_ALONE or old.actions != new.actions:
        return found
    return replace(found, switches=tuple(_effect(each, old, before) for each in switches))


def _effect(change: Change, old: Play, before: Trace) -> Effect:
    """What a switch does when nothing else is changed."""
    design = design_from({change.switch: change.new}, old.design)
    alone = None
    if is_possible(design):
        again = play(design, old.actions, old.policy, old.seed, old.environment)
        alone = differences(before, trace(again)).differences
    return Effect(change.switch, change.old, change.new, alone)
