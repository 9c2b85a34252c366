"""Opaque tokens: their issuer is asked each time (RFC 7662)."""

from __future__ import annotations

from sessionlab.design.space import design_from
from sessionlab.engine import introspected
from tests.engine.driving import result
from tests.playbook import follow_under

DESIGN = design_from({"session_type": "opaque_token"})
CACHED = design_from({"session_type": "opaque_token", "revocation_cache": "seconds_60"})


def test_a_logout_ends_every_copy_at_once():
    follow_under(
        DESIGN,
        """
        login           → 200 marko
        me              → 200 marko (issuer_says_active); asks: Introspect
        copy_credential → done
        logout          → 200 nobody (logged_out)
        replay          → 401 nobody (token_denied)
        """,
    )


def test_an_old_answer_may_be_used_for_a_minute():
    """RFC 7662 4: caching trades liveness for load."""
    follow_under(
        CACHED,
        """
        login           → 200 marko
        me              → 200 marko
        copy_credential → done
        logout          → 200 nobody (logged_out)
        replay          → 200 marko (issuer_says_active)
        wait=60         → done
        replay          → 401 nobody (token_denied)
        """,
    )


def test_nobody_without_the_issuer_can_read_it():
    follow_under(DESIGN, "login → 200 marko\ncopy_credential → done\ndecode → refused nothing_legible")


def test_the_issuer_knows_when_it_ends_and_that_an_altered_one_is_none_of_its_own():
    follow_under(DESIGN, "login → 200 marko\nwait=3600 → done\nme → 401 nobody (token_expired)")
    altered = """
        attacker:login           → 200 mallory
        copy_credential=attacker → done
        alter=user               → refused no_such_part
        alter=character          → done
        replay                   → 401 nobody (unknown_token)
    """
    follow_under(DESIGN, altered)


def test_any_other_text_is_a_token_that_the_issuer_does_not_know():
    """RFC 7662 2.2: a token of which the server knows nothing is not active."""
    assert result(introspected.identify("abc", DESIGN), design=DESIGN).ground == "unknown_token"
