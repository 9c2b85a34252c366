"""Signed requests (RFC 9421): what a signature covers, how old it may be, and who remembers its nonce."""

from __future__ import annotations

import pytest

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switch import SwitchValue
from sessionlab.engine.machine import signed_request
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.tokens.machine import SigningKey
from tests.engine.driving import driven, request
from tests.playbook import follow_under


def signed(**switches: SwitchValue) -> Design:
    return design_from({"session_type": "signed_request", **switches})


SEEN = "login → 200 marko\naction → 200 marko\nobserve_network=one_request → done; known: 1\n"


def test_every_request_proves_itself_and_the_key_is_never_sent():
    follow_under(
        signed(),
        """
        login  → 200 marko; sends:
        me     → 200 marko (signature_verified); asks: FindKey Now; sends:
        action → 200 marko (signature_verified); keeps: file
        """,
    )


@pytest.mark.parametrize(
    ("replayed", "switch", "ground"),
    [
        # RFC 9421 7.2.8: without a digest of the content the content can be replaced.
        ("altered_body", "signature_covers_body", "body_changed"),
        # RFC 9421 7.2.1: what is not covered can be changed.
        ("altered_target", "signature_covers_target", "target_changed"),
    ],
)
def test_what_the_signature_does_not_cover_can_be_changed(replayed: str, switch: str, ground: str):
    seen = SEEN.replace("action", "me") if replayed == "altered_target" else SEEN
    follow_under(signed(), f"{seen}replay={replayed} → 401 nobody ({ground})")
    follow_under(signed(**{switch: False}), f"{seen}replay={replayed} → 200 marko (signature_verified)")


def test_a_request_without_a_signature_is_refused_only_where_one_is_required():
    """RFC 9421 7.1.1: signature verification not caught."""
    follow_under(signed(), "login → 200 marko\nreplay=unsigned → 401 nobody (signature_missing)")
    follow_under(
        signed(signature_required=False),
        "login → 200 marko\nreplay=unsigned → 200 marko; notes: unsigned_request_believed",
    )


def test_an_old_signature_is_refused_where_there_is_a_window():
    """RFC 9421 7.2.2: the window is the switch's own five minutes."""
    old = f"{SEEN}wait=301 → done\nreplay=same_bytes"
    follow_under(signed(), f"{old} → 401 nobody (signature_too_old)")
    follow_under(signed(signature_timestamp_window="none"), f"{old} → 200 marko (signature_verified)")
    follow_under(signed(), f"{SEEN}wait=300 → done\nreplay=same_bytes → 200 marko (signature_verified)")


@pytest.mark.parametrize(
    ("memory", "soon", "later"),
    [
        ("none", "200 marko (signature_verified)", "200 marko (signature_verified)"),
        ("shared", "401 nobody (nonce_used)", "401 nobody (nonce_used)"),
        ("shared_shorter_than_window", "401 nobody (nonce_used)", "200 marko (signature_verified)"),
    ],
)
def test_the_same_request_again_is_refused_as_long_as_its_nonce_is_remembered(memory: str, soon: str, later: str):
    """RFC 9421 7.2.2: nonces must be remembered as long as signatures are taken."""
    design = signed(signature_nonce_memory=memory)
    follow_under(design, f"{SEEN}replay=same_bytes → {soon}")
    follow_under(design, f"{SEEN}wait=90 → done\nreplay=same_bytes → {later}")


def test_a_nonce_that_one_instance_remembers_is_new_to_the_other():
    here = signed(signature_nonce_memory="per_instance", app_instances="two")
    everywhere = signed(signature_nonce_memory="shared", app_instances="two")
    follow_under(here, f"{SEEN}replay=same_bytes → 200 marko (signature_verified)")
    follow_under(everywhere, f"{SEEN}replay=same_bytes → 401 nobody (nonce_used)")


def test_a_new_key_belongs_to_its_user():
    account = ServerState().account(VICTIM)
    assert account is not None
    done = driven(signed_request.issue(account, request("/login").client, signed()), design=signed())
    assert [(known.key, known.user) for known in done.state.keys] == [(SigningKey(7, VICTIM), VICTIM)]
