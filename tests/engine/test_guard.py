"""What stands before every change of state."""

from __future__ import annotations

import pytest

from sessionlab.engine.guard import method_of, wrong_method
from tests.engine.driving import plain, request
from tests.playbook import follow


@pytest.mark.parametrize(("asked", "taken"), [(True, "POST"), (False, "GET")])
def test_a_query_names_the_method_where_the_framework_lets_it(asked: bool, taken: str):
    """ASVS 3.5.3."""
    link = request("/action", query=(("_method", "POST"),))
    assert method_of(link, plain(method_override_on_get=asked)) == taken


def test_an_unsafe_method_is_never_made_another():
    form = request("/action", "POST", query=(("_method", "GET"),))
    assert method_of(form, plain(method_override_on_get=True)) == "POST"


def test_a_method_that_is_not_taken_is_named():
    """RFC 9110 15.5.6."""
    response = wrong_method(request("/action"))
    assert (response.status, response.details) == (405, ("GET",))


def test_a_sensitive_action_wants_the_password_again():
    """ASVS 7.5.1: whoever only holds the session cannot."""
    text = """
        login           → 200 marko
        copy_credential → done
        action          → 200 marko; deeds: app.example.test
        replay=action   → {}
    """
    follow(text.format("403 marko (password_needed)"), reauthenticate_sensitive_actions=True)
    follow(text.format("200 marko; deeds: app.example.test tool"))


def test_a_changed_password_is_the_one_that_is_asked_for():
    follow(
        "login → 200 marko\n change_password → 200 marko\n action → 200 marko; deeds: app.example.test",
        reauthenticate_sensitive_actions=True,
    )
