"""What a login asks for beside the password (NIST 800-63B-4 3.2.5: phishing resistance)."""

from __future__ import annotations

import pytest

from sessionlab.engine.factors import FIELD, missing, proof_of
from tests.engine.driving import driven, noted, plain, request, result
from tests.playbook import follow


@pytest.mark.parametrize(
    ("method", "stolen", "relayed"),
    [("password", True, True), ("one_time_code", False, True), ("passkey", False, False)],
)
def test_a_password_is_stolen_a_code_relayed_a_passkey_neither(method: str, stolen: bool, relayed: bool):
    """Ground truth R363; NIST 800-63B-4 3.2.5."""
    follow(f"attacker:login=as_victim → {'200 marko' if stolen else '401 nobody (proof_missing)'}", login_method=method)
    follow(f"login=through_attacker → {'200 marko' if relayed else '401 nobody (proof_missing)'}", login_method=method)
    follow("login → 200 marko", login_method=method)


def test_a_missing_proof_is_noted():
    asked = request("/login", "POST")
    assert noted(driven(missing(asked, plain(login_method="passkey")))) == ["proof_missing"]
    assert result(missing(asked, plain())) is False


def test_the_right_proof_is_enough():
    asked = request("/login", "POST", fields=((FIELD, proof_of("one_time_code")),))
    assert result(missing(asked, plain(login_method="one_time_code"))) is False
