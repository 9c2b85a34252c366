"""API keys: shown with every request, looked up every time, and ended by nothing but their end or an operator."""

from __future__ import annotations

from sessionlab.design.space import design_from
from sessionlab.engine.machine import api_key
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.machine import ApiKey
from tests.engine.driving import NOW, asked_for, driven, request, result
from tests.playbook import follow_under

DESIGN = design_from({"session_type": "api_key"})
ENDING = design_from({"session_type": "api_key", "api_key_expiry": "finite"})
DAYS_89, DAYS_1 = 89 * 86_400, 86_400


def test_a_key_is_good_until_an_operator_revokes_it_whatever_the_user_does():
    """There is no session, so a logout ends nothing but what its own client keeps."""
    follow_under(
        DESIGN,
        """
        login             → 200 marko (password_checked); jar: ; store:
        me                → 200 marko (registered_key); sends: ; asks: FindKey Now
        copy_credential   → done; known: 1
        logout            → 200 nobody (logged_out); keeps: nothing
        replay            → 200 marko (registered_key)
        login             → 200 marko
        revoke_credential → done
        replay            → 401 nobody (unknown_key)
        """,
    )


def test_a_key_that_ends_is_refused_after_ninety_days():
    """ASVS 13.3.4: keys expire; the lab's ninety days are in its table of times."""
    follow_under(
        ENDING,
        f"""
        login           → 200 marko
        wait={DAYS_89}  → done
        me              → 200 marko (registered_key)
        wait={DAYS_1}   → done
        me              → 401 nobody (key_expired)
        """,
    )


def test_a_key_that_does_not_end_is_still_good_after_ninety_days():
    follow_under(DESIGN, f"login → 200 marko\nwait={DAYS_89 + DAYS_1} → done\nme → 200 marko (registered_key)")


def test_a_session_id_is_no_key_and_no_key_is_no_credential():
    wrong = request("/me", headers=(("X-Session-Token", "sid_1"),))
    assert result(api_key.identify(wrong, DESIGN), design=DESIGN).ground == "not_an_api_key"
    assert result(api_key.identify(request("/me"), DESIGN), design=DESIGN).ground == "no_credential"


def test_a_new_key_is_registered_for_its_user():
    account = ServerState().account(VICTIM)
    assert account is not None
    done = driven(api_key.issue(account, request("/login").client, DESIGN), design=DESIGN)
    assert asked_for(done) == ["NewJti", "KeepKey"]
    assert [(known.key, known.user, known.at) for known in done.state.keys] == [(ApiKey(7), VICTIM, NOW)]


def test_a_disabled_account_has_its_keys_revoked_where_the_design_says_so():
    revoking = design_from({"session_type": "api_key", "account_disable_revokes": True})
    follow_under(revoking, "login → 200 marko\ndisable_account → done\nme → 401 nobody (unknown_key)")
    follow_under(DESIGN, "login → 200 marko\ndisable_account → done\nme → 200 marko")


def test_the_user_record_can_refuse_the_user_of_a_key():
    asking = design_from({"session_type": "api_key", "user_data_source": "user_record"})
    follow_under(asking, "login → 200 marko\ndisable_account → done\nme → 401 nobody (account_disabled)")
