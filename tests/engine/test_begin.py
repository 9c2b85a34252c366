"""Beginning the session of a user (lesson, section 3: login creates state)."""

from __future__ import annotations

import pytest

from tests.playbook import follow

AT_VISIT = {"session_created": "at_visit"}


@pytest.mark.parametrize(
    ("old", "store"),
    [("deleted", "marko"), ("kept_anonymous", "anonymous marko"), ("kept_authenticated", "marko marko")],
)
def test_what_the_id_from_before_the_login_means_afterwards(old: str, store: str):
    """OWASP SMCS, "Renew the Session ID After Any Privilege Level Change"."""
    follow(
        f"visit → 200 nobody; store: anonymous\n login → 200 marko; store: {store}",
        old_id_after_rotation=old,
        **AT_VISIT,
    )


def test_without_rotation_the_login_keeps_the_id():
    follow(
        "visit → 200 nobody\n login → 200 marko; store: marko; sets:; notes: id_kept",
        rotate_after_login=False,
        **AT_VISIT,
    )


def test_an_unknown_id_is_kept_under_permissive_session_management_alone():
    """OWASP SMCS: permissive and strict session management."""
    text = "plant_cookie=invented → done\n login → 200 marko\n replay → {}"
    follow(text.format("200 marko"), rotate_after_login=False, accept_unknown_session_id=True)
    follow(text.format("401 nobody (unknown_session_id)"), rotate_after_login=False)


def test_one_session_at_a_time_ends_the_others():
    """Vocabulary, `concurrent_sessions`."""
    text = "device2:login → 200 marko\n login → 200 marko; store: {}\n device2:me → {} "
    follow(text.format("marko", "401 nobody"), concurrent_sessions="one")
    follow(text.format("marko marko", "200 marko"), concurrent_sessions="unlimited")


@pytest.mark.parametrize("kind", ["jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie"])
def test_what_the_client_carries_needs_no_record(kind: str):
    follow("login → 200 marko; store:; jar: session_id", session_type=kind)
