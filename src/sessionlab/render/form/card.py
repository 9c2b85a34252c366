"""The session card as JSON: what is told of every experiment, and the sentences that follow from them."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.value import Value

CARD_VERSION = 1


class CardReading(Value):
    """One thing that was seen. `request`: the text of the request that gave it, "" where none left.

    `actions`: what had been done until then; played in the lab, they show it again.
    """

    about: str
    value: str
    text: str
    request: str
    actions: tuple[str, ...]


class CardExperiment(Value):
    """One experiment and its answer by its rule.

    `answer`: in the vocabulary of the card, such as `dead_at_limit(idle_timeout)`; `text`: the same in words.
    `why`: why it was not tested, "" if it was. `tone`: `worrying`, `reassuring`, `plain` or `not_tested`.
    `actions`: the play that shows the answer.
    """

    id: str
    question: str
    title: str
    answer: str
    text: str
    why: str
    tone: str
    server_side: bool
    readings: tuple[CardReading, ...]
    actions: tuple[str, ...]


class CardSentence(Value):
    """A question, its answer in one sentence or a few, and the ids of the experiments behind it."""

    question: str
    title: str
    answer: str
    behind: tuple[str, ...]


class CardForm(Value):
    """A whole card. `design`: None where a running application was the subject."""

    version: int
    design: Design | None
    questions: tuple[CardSentence, ...]
    learner: tuple[CardSentence, ...]
    experiments: tuple[CardExperiment, ...]
