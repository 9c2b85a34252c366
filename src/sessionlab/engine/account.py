"""What the user record says about a session that is genuine and alive by itself."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.steps import Account, FindAccount, Logic, Note
from sessionlab.tokens.terms import Record
from sessionlab.value import replace


def current(record: Record, design: Design) -> Logic[tuple[Record, str | None]]:
    """The record with role and account state as they count now, and the ground of a refusal, if there is one.

    The user record is only asked where a design has a use for it (ASVS 7.4.2; Django's session auth hash).
    """
    if record.user is None or not _asks_account(design):
        return record, None
    account = yield FindAccount(record.user)
    if account is None:
        return record, "account_gone"
    if account.password != record.password and design.session_auth_hash:
        return record, "password_changed"
    return (yield from _anew(record, account, design))


def of_program(record: Record, design: Design) -> Logic[tuple[Record, str | None]]:
    """The same for a program's key: it is no session, so no password began it and no new one ends it."""
    if record.user is None or not design.possibly("user_data_source", _is_user_record):
        return record, None
    account = yield FindAccount(record.user)
    return (record, "account_gone") if account is None else (yield from _anew(record, account, design))


def _asks_account(design: Design) -> bool:
    return design.possibly("session_auth_hash", bool) or design.possibly("user_data_source", _is_user_record)


def _is_user_record(source: str) -> bool:
    return source == "user_record"


def _anew(record: Record, account: Account, design: Design) -> Logic[tuple[Record, str | None]]:
    stale = (account.role, account.enabled) != (record.role, record.enabled)
    if not (stale and design.user_data_source == "user_record"):
        return record, None
    if not account.enabled:
        return record, "account_disabled"
    yield Note("role_anew", (account.role,))
    return with_account(record, account), None


def with_account(record: Record, account: Account) -> Record:
    """The record with role and state taken from the user record."""
    return replace(record, role=account.role, enabled=account.enabled)
