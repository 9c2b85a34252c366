"""The trace of a play: everything that can be seen of it, as one value. `docs/trace.md` describes it."""

from __future__ import annotations

from sessionlab import __version__
from sessionlab.engine.durations import DURATIONS
from sessionlab.render import form
from sessionlab.render.continuity import continuity
from sessionlab.render.findings import findings
from sessionlab.render.pen import Pen, pen_for
from sessionlab.render.refusals import refusal_text
from sessionlab.render.registry import Registry
from sessionlab.render.trace_exchange import ExchangeWriter
from sessionlab.render.verdict import verdict
from sessionlab.render.words import DEFAULT_LANGUAGE
from sessionlab.rules import findings_of_design
from sessionlab.world.asking import Beliefs
from sessionlab.world.events import Refusal, Transition
from sessionlab.world.outcome import outcome
from sessionlab.world.play import Play
from sessionlab.world.turning import turns


def trace(play: Play, language: str = DEFAULT_LANGUAGE, *, with_turns: bool = False) -> form.Trace:
    """Write a play down. `with_turns`: also find out which single switches would have turned its end (many plays)."""
    pen = pen_for(play, language)
    beliefs = Beliefs(play.design)
    registry = Registry(pen, beliefs)
    of_design = findings_of_design(play.design)
    exchanges, refused = _written(play, ExchangeWriter(pen, registry, beliefs, of_design), pen)
    end = verdict(outcome(play, beliefs), turns(play) if with_turns else (), pen, registry)
    return form.Trace(
        version=form.VERSION,
        lab=__version__,
        design=play.design,
        environment=play.environment,
        policy=play.policy.name,
        seed=play.seed,
        actions=tuple(map(str, play.actions)),
        credentials=registry.credentials(play.end),
        exchanges=exchanges,
        refused_actions=refused,
        findings=findings(of_design, pen),
        durations=tuple(_duration(name, seconds, pen) for name, seconds in DURATIONS),
        verdict=end,
        continuity=continuity(play.design, pen),
    )


def _duration(name: str, seconds: float, pen: Pen) -> form.Duration:
    switch, _, value = name.partition("=")
    return form.Duration(name, int(seconds), pen.say(f"duration.{switch}.{value}" if value else f"duration.{switch}"))


def _written(
    play: Play, writer: ExchangeWriter, pen: Pen
) -> tuple[tuple[form.Exchange, ...], tuple[form.RefusedAction, ...]]:
    exchanges: list[form.Exchange] = []
    refused: list[form.RefusedAction] = []
    for number, transition in enumerate(play.transitions, 1):
        if transition.refusal is not None:
            refused.append(_refused(transition.refusal, number, len(exchanges) + 1, pen))
        exchanges += _of_action(transition, number, writer)
    return tuple(exchanges), tuple(refused)


def _of_action(transition: Transition, number: int, writer: ExchangeWriter) -> list[form.Exchange]:
    parts = len(transition.exchanges)
    return [writer.write(exchange, number, part, parts) for part, exchange in enumerate(transition.exchanges, 1)]


def _refused(refusal: Refusal, number: int, before: int, pen: Pen) -> form.RefusedAction:
    text = refusal_text(refusal.code, refusal.about, pen)
    return form.RefusedAction(number, str(refusal.action), refusal.action.actor, before, refusal.code, text)
