"""A card in words: sentences from their parts, requests as text. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable

from sessionlab.card.experiments import EXPERIMENTS
from sessionlab.card.result import MEANING, QUESTIONS, Card, Reading, Result
from sessionlab.card.seven import COPIED, FLAGS, SENT, seven
from sessionlab.card.summary import Part, Sentence, summary
from sessionlab.design.change import difference
from sessionlab.design.design import Design
from sessionlab.design.space import FIRST_SCREEN, SEED_LAB
from sessionlab.design.switch import written
from sessionlab.http.message import Request
from sessionlab.render.form.card import CARD_VERSION, CardExperiment, CardForm, CardReading, CardSentence
from sessionlab.render.http_text import request_message
from sessionlab.render.terms import Spelling, spelling
from sessionlab.render.words import catalogue, say

BY_ID = {experiment.id: experiment for experiment in EXPERIMENTS}
NAMES_OF = {"checked": "check", FLAGS: "flag", COPIED: "limit", "stop": "event", "access": "who"}
"""Where the words for what a part names stand in the catalogue, by the question of its sentence."""
OTHERWISE = {"bound": "limit", "ends_unused": "limit", "ends_used": "limit", "ends_anyway": "limit"}


def card_form(card: Card, design: Design | None = None, seed: int = 1) -> CardForm:
    """The card in words. `design`: whose it is, if it is the card of a design; `seed`: makes the texts of ids."""
    how = spelling(SEED_LAB if design is None else design, seed)
    return CardForm(
        version=CARD_VERSION,
        design=design,
        questions=tuple(map(_told, summary(card))),
        learner=tuple(map(_told, seven(card))),
        experiments=tuple(_experiment(result, how) for result in card.results),
    )


def _told(sentence: Sentence) -> CardSentence:
    question = sentence.question
    return CardSentence(question, say(f"card.question.{question}"), _answer(sentence), sentence.behind)


def _answer(sentence: Sentence) -> str:
    phrases = [_phrase(sentence.question, part) for part in sentence.parts]
    if sentence.question == MEANING:
        return say("card.meaning.lead", parts=", ".join(phrases))
    if sentence.question in QUESTIONS:
        told = "; ".join(phrases)
        return f"{told[:1].upper()}{told[1:]}."
    return " ".join(phrases)


def _phrase(question: str, part: Part) -> str:
    return say(f"card.{question}.{part.code}", names=_names(question, part))


def _names(question: str, part: Part) -> str:
    where = OTHERWISE.get(part.code, NAMES_OF.get(question))
    names = part.names if where is None or question == SENT else tuple(say(f"card.{where}.{one}") for one in part.names)
    return listed(names)


def listed(things: Iterable[str]) -> str:
    """Several things in a sentence: "a, b and c"."""
    *most, last = tuple(things) or ("",)
    return say("card.and", most=", ".join(most), last=last) if most else last


def _experiment(result: Result, how: Spelling) -> CardExperiment:
    readings = tuple(_reading(reading, how) for reading in result.readings)
    return CardExperiment(
        id=result.id,
        question=result.question,
        title=say(f"card.experiment.{result.id}"),
        answer=result.code,
        text=answer_text(result),
        why=_why(result.why),
        tone=BY_ID[result.id].tone(result),
        server_side=BY_ID[result.id].server_side,
        readings=readings,
        actions=_play_of(result),
    )


def _play_of(result: Result) -> tuple[str, ...]:
    """The play that shows the answer: the longest one that gave just that, or the longest of all."""
    showing = [reading for reading in result.readings if reading.value == result.answer] or result.readings
    return max((reading.actions for reading in showing), key=len, default=())


def replay_command(one: CardExperiment, design: Design) -> str:
    """The command that plays an experiment in the lab, under the design of the card."""
    chosen = "".join(f" --set {each.switch}={written(each.new)}" for each in difference(FIRST_SCREEN, design))
    return f"session-lab play {' '.join(one.actions)}{chosen}"


def answer_text(result: Result) -> str:
    """The answer in a few words, with the limit or what it is bound to."""
    told = say(f"card.answer.{result.answer}")
    if not result.limit:
        return told
    return f"{told}: {listed(say(f'card.limit.{name}') for name in result.limit.split(','))}"


def _why(code: str) -> str:
    """Why an experiment was not done: a reason of the card's, or the reason of the lab for refusing an action."""
    if not code:
        return ""
    known = catalogue()
    return known.get(f"card.why.{code}") or known.get(f"refusal.{code}") or code


def _reading(reading: Reading, how: Spelling) -> CardReading:
    return CardReading(
        reading.about, reading.value, reading_text(reading), _request(reading.request, how), reading.actions
    )


def reading_text(reading: Reading) -> str:
    """What was seen, in words; names of cookies and numbers stand as they are."""
    about = ", ".join(_word("about", part) for part in reading.about.split(","))
    where = (
        "check" if reading.about == "asked" else "limit" if reading.about in ("fresh_jar", "static_copy") else "value"
    )
    return f"{about}: {_word(where, reading.value)}"


def _word(where: str, code: str) -> str:
    known = catalogue()
    return known.get(f"card.{where}.{code}") or known.get(f"card.answer.{code}") or code


def _request(request: Request | None, how: Spelling) -> str:
    return "" if request is None else request_message(request, how).text
