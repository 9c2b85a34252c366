"""`Trouble` as problem JSON (RFC 9457): what is wrong, what would be right, and where."""

from __future__ import annotations

from starlette.responses import Response

from sessionlab.errors import Trouble
from sessionlab.render.trouble import both_sentences
from sessionlab.value import Value, to_json

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "body_too_large": 413,
    "not_json_body": 415,
    "bad_json": 400,
    "no_such_page": 404,
    "wrong_method_here": 405,
    "too_busy": 503,
}
UNUSABLE = 422


class Problem(Value):
    """One thing that is wrong. `pointer` says where in the request's body (RFC 6901), "" for all of it."""

    code: str
    what: str
    instead: str
    pointer: str = ""


class ProblemDetails(Value):
    """What an answer of 4xx or 503 says (RFC 9457). `title`: the first problem's sentence; `problems` has them all."""

    title: str
    status: int
    detail: str
    code: str
    problems: tuple[Problem, ...]
    type: str = "about:blank"


def located(trouble: Trouble, pointer: str) -> Trouble:
    """The same trouble, knowing where in the request's body it lies."""
    if "problems" in trouble.details:
        return Trouble("several", problems=tuple(located(one, pointer) for one in trouble.details["problems"]))
    return Trouble(trouble.code, **{"pointer": pointer, **trouble.details})


def problem_details(trouble: Trouble, status: int | None = None) -> ProblemDetails:
    """A trouble as data, with its sentences."""
    problems = tuple(_problem(one) for one in _each(trouble))
    first = problems[0]
    code = status or STATUS.get(first.code, UNUSABLE)
    return ProblemDetails(first.what, code, first.instead, first.code, problems)


def problem_response(trouble: Trouble, status: int | None = None) -> Response:
    """A trouble as the answer to a request."""
    details = problem_details(trouble, status)
    return Response(to_json(details), details.status, media_type=MEDIA_TYPE)


def _each(trouble: Trouble) -> tuple[Trouble, ...]:
    several = trouble.details.get("problems")
    return tuple(one for each in several for one in _each(each)) if several else (trouble,)


def _problem(trouble: Trouble) -> Problem:
    what, instead = both_sentences(trouble)
    return Problem(trouble.code, what, instead, str(trouble.details.get("pointer", "")))
