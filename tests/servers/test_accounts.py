from __future__ import annotations

import pytest

from sessionlab.engine.steps import Account
from sessionlab.servers.accounts import Accounts
from sessionlab.servers.state import ATTACKER, VICTIM


def test_both_users_are_known_by_their_passwords():
    accounts = Accounts()
    assert accounts.has_password(VICTIM, "correct horse")
    assert accounts.has_password(ATTACKER, "open sesame")
    assert not accounts.has_password(VICTIM, "open sesame")


@pytest.mark.parametrize(
    ("name", "password"), [(None, None), (VICTIM, None), ("nobody", "x"), (7, 7), (VICTIM, "é\ud800")]
)
def test_anything_else_is_no_password(name: object, password: object):
    assert not Accounts().has_password(name, password)


def test_a_changed_password_is_the_one_that_was_chosen():
    accounts = Accounts()
    account = accounts.change(VICTIM, "password", "swordfish")
    assert account.password == 1
    assert accounts.has_password(VICTIM, "swordfish")
    assert not accounts.has_password(VICTIM, "correct horse")


def test_changes_are_kept():
    accounts = Accounts()
    accounts.change(VICTIM, "role", "admin")
    accounts.change(VICTIM, "disable", None)
    accounts.change(VICTIM, "version", None)
    assert accounts.find(VICTIM) == Account(VICTIM, 1, role="admin", enabled=False, version=1)


def test_a_change_for_a_name_that_nobody_has_changes_nothing():
    accounts = Accounts()
    before = accounts.all()
    accounts.change("nobody@example.test", "version", None)
    assert accounts.all() == before
    assert accounts.find("nobody@example.test") is None
