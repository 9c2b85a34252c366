"""The progress bar of long questions."""

from __future__ import annotations

import pytest

from sessionlab.terminal.progress import shown


def test_where_nobody_looks_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shown((1, 2, 3), 3, str)) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_the_things_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert list(shown((1, 2, 3), 3, str)) == [1, 2, 3]
