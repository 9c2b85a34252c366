"""A session record as the text that stands in a file or a row, and back."""

from __future__ import annotations

import msgspec

from sessionlab.tokens.terms import Record, Secret
from sessionlab.value import from_json, replace, to_json


def text_of(record: Record) -> str:
    """The record as JSON."""
    return to_json(record).decode()


def record_of(text: str) -> Record:
    """The record that was written. Raises `msgspec.DecodeError` for anything else."""
    return whole(from_json(text, Record))


def whole(record: Record) -> Record:
    """The record as it was before it was written. Raises `msgspec.ValidationError` if its secret is none."""
    return record if record.csrf is None else replace(record, csrf=msgspec.convert(record.csrf, Secret))
