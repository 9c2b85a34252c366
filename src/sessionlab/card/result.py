"""What came of the experiments: readings, results, the whole card."""

from __future__ import annotations

from sessionlab.http.message import Request
from sessionlab.value import Value

NOT_TESTED = "not_tested"
MEANING, ACCESS, STOP = "meaning", "access", "stop"
QUESTIONS = (MEANING, ACCESS, STOP)
"""Where does the meaning live? Who can copy or read it? What makes it stop working?"""


class Reading(Value):
    """One thing that was seen. `about`: of what, a code; `value`: what; `request`: the request that gave it.

    `actions`: what had been done until then, in the lab's own words.
    """

    about: str
    value: str
    request: Request | None = None
    actions: tuple[str, ...] = ()


class Result(Value):
    """The answer of one experiment by its rule. `limit`: the limit's name behind `dead_at_limit`, or what binds.

    `why`: why it was not tested.
    """

    id: str
    question: str
    answer: str
    limit: str = ""
    why: str = ""
    readings: tuple[Reading, ...] = ()

    @property
    def tested(self) -> bool:
        """Whether the experiment was run and gave an answer."""
        return self.answer != NOT_TESTED

    @property
    def code(self) -> str:
        """The answer in the vocabulary of the card, such as `dead_at_limit(idle_timeout)`."""
        return f"{self.answer}({self.limit})" if self.limit else self.answer

    def read(self, about: str) -> str | None:
        """What was seen of something, or None."""
        return next((reading.value for reading in self.readings if reading.about == about), None)


class Card(Value):
    """All results, in the order of the experiments."""

    results: tuple[Result, ...]

    def result(self, id: str) -> Result:
        """The result of an experiment, by its id or the part of it before the first underscore."""
        return next(one for one in self.results if id in (one.id, one.id.partition("_")[0]))
