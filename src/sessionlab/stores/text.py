"""A session record as the text that stands in a file or a row, and back."""

from __future__ import annotations

import msgspec

from sessionlab.tokens.terms import Record, Secret
from sessionlab.value import replace, to_json


def text_of(record: Record) -> str:
    """The record as JSON."""
    return to_json(record).decode()


def record_of(text: str) -> Record:
    """The record that was written. Raises `msgspec.DecodeError` for anything else."""
    record = msgspec.json.decode(text, type=Record)
    return record if record.csrf is None else replace(record, csrf=msgspec.convert(record.csrf, Secret))
