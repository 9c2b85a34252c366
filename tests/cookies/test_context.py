from __future__ import annotations

from sessionlab.cookies.context import RetrieveContext, StoreContext


def test_a_context_is_the_most_permitting_one_unless_something_is_said():
    asked = RetrieveContext("a.test", "/", secure=True)
    assert (asked.level, asked.http_api, asked.credentials, asked.third_party) == ("strict", True, True, False)
    answered = StoreContext("a.test", "/", secure=True)
    assert (answered.same_site_allowed, answered.http_api, answered.credentials) == (True, True, True)
