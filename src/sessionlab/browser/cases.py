"""Files of recorded cookie cases: what was written, and what a specification or a browser made of it.

The format is described in `docs/cookies.md`. Texts of the wire are octets as latin-1, texts of scripts are
Unicode.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from sessionlab.errors import Trouble
from sessionlab.value import Value

WITHOUT_CLOCK = 1_795_435_200.0
"""When a case without a clock happens: the day on which the browser's answers were recorded (2026-11-23)."""


class Asked(Value):
    """How a request came about; absent means a typed address."""

    kind: str = "visit"
    initiator: str | None = None
    via: str | None = None
    method: str | None = None
    third_party_cookies: str | None = None


class ResponseStep(Value, tag_field="op", tag="response"):
    """A response with its raw `set_cookie` lines."""

    url: str
    set_cookie: tuple[str, ...]
    at: float = 0.0
    context: Asked = Asked()


class RequestStep(Value, tag_field="op", tag="request"):
    """A request, and the exact value of its Cookie header."""

    url: str
    expect_cookie: str
    at: float = 0.0
    context: Asked = Asked()
    chromium_cookie: str | UnsetType = UNSET


class ScriptSetStep(Value, tag_field="op", tag="script_set"):
    """A page's script writes `document.cookie`."""

    url: str
    cookie: str
    at: float = 0.0


class ScriptGetStep(Value, tag_field="op", tag="script_get"):
    """A page's script reads `document.cookie`."""

    url: str
    expect_cookie: str
    at: float = 0.0
    chromium_cookie: str | UnsetType = UNSET


class ExpectedCookie(Value):
    """A stored cookie as it was observed. A name or value of None could not be read back and may be anything."""

    name: str | None
    value: str | None
    domain: str
    host_only: bool
    path: str
    secure: bool
    http_only: bool
    same_site: str | None
    persistent: bool
    expires: float | None = None
    partitioned: bool = False


class JarStep(Value, tag_field="op", tag="jar"):
    """What is stored now: whole cookies, or sorted `name=value` texts."""

    at: float = 0.0
    expect: tuple[ExpectedCookie, ...] | UnsetType = UNSET
    expect_pairs: tuple[str, ...] | UnsetType = UNSET
    chromium_pairs: tuple[str, ...] | UnsetType = UNSET


class DateStep(Value, tag_field="op", tag="date"):
    """A cookie-date, and the instant it means (`expect`, None for none) or whether it is one (`parses`)."""

    date: str
    expect: str | UnsetType | None = UNSET
    parses: bool | UnsetType = UNSET


Step = ResponseStep | RequestStep | ScriptSetStep | ScriptGetStep | JarStep | DateStep


class Case(Value):
    """One case: steps in order, at seconds since `clock` (text, UTC) or `clock_epoch` (Unix time)."""

    id: str
    steps: tuple[Step, ...]
    note: str = ""
    clock: str | None = None
    clock_epoch: float | None = None
    rejected: Any = None
    sec_fetch_site: str | None = None
    sec_fetch_dest: str | None = None
    frame_document_cookie: str | UnsetType = UNSET

    @property
    def start(self) -> float:
        """The Unix time of the case's second 0."""
        if self.clock_epoch is not None:
            return self.clock_epoch
        return WITHOUT_CLOCK if self.clock is None else datetime.fromisoformat(self.clock).timestamp()


class _File(Value):
    cases: tuple[Case, ...]


def read_cases(text: bytes, name: str) -> tuple[Case, ...]:
    """The cases of a file. Raises `Trouble` for text that is no JSON, or JSON that is no file of cases."""
    # The standard reader, since the data hold lone surrogates (what scripts may write), which msgspec's does not take.
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Trouble("not_json", file=name, problem=str(problem)) from problem
    try:
        cases = msgspec.convert(plain, _File).cases
        for case in cases:
            _ = case.start
    except (msgspec.ValidationError, ValueError) as problem:
        raise Trouble("bad_case_file", file=name, problem=str(problem)) from problem
    return cases
