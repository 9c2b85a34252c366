from __future__ import annotations

from sessionlab.http.method import is_safe


def test_methods_that_ask_for_no_change_are_safe():
    methods = ("GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "DELETE", "PATCH")
    assert [method for method in methods if is_safe(method)] == ["GET", "HEAD", "OPTIONS", "TRACE"]
