"""When a session has ended by itself."""

from __future__ import annotations

import pytest

from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.engine.lifetime import ended_because, too_old
from sessionlab.tokens.terms import Record
from tests.engine.driving import plain

BOTH = {"idle_timeout": "server_side", "absolute_timeout": "server_side"}


def record(created: int, seen: int) -> Record:
    return Record("u", created, seen, started=1)


@pytest.mark.parametrize(
    ("seen", "created", "ended"),
    [
        (1, 1, None),
        (IDLE_LIMIT - 1, 0, None),
        (IDLE_LIMIT, IDLE_LIMIT, "idle_limit"),
        (0, ABSOLUTE_LIMIT - 1, None),
        (0, ABSOLUTE_LIMIT, "absolute_limit"),
        (IDLE_LIMIT, ABSOLUTE_LIMIT, "idle_limit"),
    ],
)
def test_a_limit_is_passed_when_its_time_is_over(seen: int, created: int, ended: str | None):
    """OWASP SMCS, "Session Expiration": `seen` and `created` are so many seconds ago."""
    now = 10**6
    assert ended_because(record(now - created, now - seen), now, plain(**BOTH)) == ended


@pytest.mark.parametrize("keeper", ["none", "client_side"])
def test_a_limit_that_the_server_does_not_keep_does_not_bind_it(keeper: str):
    """WSTG-SESS-07."""
    design = plain(idle_timeout=keeper, absolute_timeout=keeper)
    assert ended_because(record(0, 0), ABSOLUTE_LIMIT * 2, design) is None


def test_age_alone_ends_what_nobody_sees_in_use():
    assert too_old(0, ABSOLUTE_LIMIT, plain(**BOTH)) == "absolute_limit"
    assert too_old(0, ABSOLUTE_LIMIT - 1, plain(**BOTH)) is None
    assert too_old(0, ABSOLUTE_LIMIT, plain()) is None
