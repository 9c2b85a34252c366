"""Limits that hold for one request."""

from __future__ import annotations

import pytest

from sessionlab.errors import Trouble
from sessionlab.web.limits import in_time


def test_things_come_as_long_as_there_is_time():
    assert list(in_time(range(5), 60)) == [0, 1, 2, 3, 4]


def test_after_that_there_is_trouble():
    with pytest.raises(Trouble) as caught:
        list(in_time(range(5), -1))
    assert caught.value.code == "takes_too_long"
