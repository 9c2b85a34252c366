from __future__ import annotations

import msgspec
import pytest

from sessionlab.http.message import Client
from sessionlab.stores.text import record_of, text_of
from sessionlab.tokens.terms import Record, Secret


def test_a_record_is_read_back_as_it_was():
    record = Record("marko@example.test", 1, 2, "a", Secret("x"), "admin", False, 3, 4, Client("192.0.2.1"))
    assert record_of(text_of(record)) == record


def test_another_text_is_no_record():
    with pytest.raises(msgspec.DecodeError):
        record_of("{")
