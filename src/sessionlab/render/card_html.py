"""A card as a page of its own: nothing is loaded, nothing runs."""

from __future__ import annotations

import html
from importlib import resources

from sessionlab.design.design import Design
from sessionlab.render.card import replay_command
from sessionlab.render.form.card import CardExperiment, CardForm, CardSentence
from sessionlab.render.words import say


def page(card: CardForm, name: str) -> str:
    """One card as a whole page."""
    parts = (
        f"<p class=name>{_safe(name)}</p><p class=note>{_say('card.controls')}</p>",
        f"<section class=three>{''.join(map(_question, card.questions))}</section>",
        f"<dl>{''.join(_learner(one) for one in card.learner)}</dl>",
        f"<section class=all>{''.join(_experiment(one, card.design) for one in card.experiments)}</section>",
    )
    return _document(say("card.head"), "".join(parts))


def page_of_both(one: CardForm, other: CardForm, names: tuple[str, str]) -> str:
    """Two cards as a page: sentences beside each other, and the experiments that differ."""
    pairs = zip((*one.questions, *one.learner), (*other.questions, *other.learner), strict=True)
    sentences = "".join(_row(a.title, a.answer, b.answer) for a, b in pairs)
    rows = "".join(
        _row(f"{_number(a.id)} {a.title}", a.text, b.text)
        for a, b in zip(one.experiments, other.experiments, strict=True)
        if a.answer != b.answer
    )
    head = f"<tr><td><th scope=col>{_safe(names[0])}<th scope=col>{_safe(names[1])}"
    return _document(say("card.compared"), f"<table>{head}{sentences}{rows}</table>")


def _document(title: str, body: str) -> str:
    style = resources.files("sessionlab.render").joinpath("card.css").read_text(encoding="utf-8")
    return (
        f"<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<meta name=viewport content='width=device-width'>\n"
        f"<title>{_safe(title)}</title>\n<style>\n{style}</style>\n<main><h1>{_safe(title)}</h1>{body}</main>\n</html>\n"
    )


def _question(one: CardSentence) -> str:
    behind = ", ".join(_number(id) for id in one.behind)
    shown = f"<p class=behind>{_safe(say('card.behind', names=behind))}</p>"
    return f"<article class={one.question}><h2>{_safe(one.title)}</h2><p>{_safe(one.answer)}</p>{shown}</article>"


def _learner(one: CardSentence) -> str:
    return f"<dt>{_safe(one.title)}<dd>{_safe(one.answer)}"


def _experiment(one: CardExperiment, design: Design | None) -> str:
    readings = "".join(f"<li>{_safe(reading.text)}" for reading in one.readings)
    request = next((reading.request for reading in reversed(one.readings) if reading.request), "")
    shown = f"<pre>{_safe(request)}</pre>" if request else ""
    replay = _safe(say("card.replay", command=replay_command(one, design))) if one.actions and design else ""
    why = f"<p>{_safe(one.why)}</p>" if one.why else ""
    return (
        f"<details class={one.tone}><summary><b>{_number(one.id)}</b> {_safe(one.title)} "
        f"<em>{_safe(one.text)}</em></summary>{why}<ul>{readings}</ul>{shown}<p><code>{replay}</code></p></details>"
    )


def _row(title: str, one: str, other: str) -> str:
    kind = "same" if one == other else "differs"
    return f"<tr class={kind}><th scope=row>{_safe(title)}<td>{_safe(one)}<td>{_safe(other)}"


def _number(id: str) -> str:
    return _safe(id.partition("_")[0])


def _say(name: str) -> str:
    return _safe(say(name))


def _safe(text: str) -> str:
    return html.escape(text)
