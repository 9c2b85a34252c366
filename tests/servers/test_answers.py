"""What single steps are answered, where it depends on the design; that every step has an answer is tested beside."""

from __future__ import annotations

import asyncio
import math
from contextlib import AsyncExitStack
from typing import Any

from sessionlab.crypto.ids import digest
from sessionlab.design.space import design_from
from sessionlab.engine import steps as s
from sessionlab.servers.answers import answering
from sessionlab.servers.cluster import Cluster
from sessionlab.tokens.terms import Record, SessionId

NOW = 1000.0
MARKO = Record("marko@example.test", created=1000, seen=1000, started="a")


async def never(held: tuple[str, ...]) -> None:
    raise AssertionError


class Asked:
    """One server and its clock; steps are put to it one by one."""

    def __init__(self, **choices: object) -> None:
        self.now = NOW
        self.cluster = Cluster(design_from(choices), lambda: self.now, never)

    def answer(self, step: Any) -> Any:
        async def ask() -> Any:
            async with AsyncExitStack() as locks:
                return await answering(self.cluster.instances[0], locks)(step)

        return asyncio.run(ask())


def test_a_store_with_hashed_keys_holds_no_id():
    asked = Asked(store_key_form="hashed")
    asked.answer(s.Create(SessionId("abc"), MARKO))
    ((key, _),) = asyncio.run(asked.cluster.stores[0].records())
    assert key == digest("abc")
    assert asked.answer(s.LookUp(SessionId("abc"))) == MARKO


def test_a_counted_id_that_is_in_use_is_passed_over():
    asked = Asked(session_id_generator="counter")
    asked.answer(s.Create(SessionId("1001"), MARKO))
    assert asked.answer(s.NewId()) == SessionId("1002")


def test_a_store_that_evicts_keeps_only_its_newest_records():
    asked = Asked(store_evicts_live_entries=True)
    for number in range(8):
        asked.answer(s.Create(SessionId(str(number)), MARKO))
    assert [key for key, _ in asyncio.run(asked.cluster.stores[0].records())] == ["3", "4", "5", "6", "7"]


def test_a_denial_outlives_a_short_memory_only_where_there_is_none():
    for lifetime, later in (("until_exp", 5000.0), ("shorter_than_exp", None)):
        asked = Asked(session_type="jwt", token_revocation="denylist", denylist_entry_lifetime=lifetime)
        asked.answer(s.Deny("a", 5000.0))
        assert asked.answer(s.IsDenied("a")) == 5000.0
        asked.now += 601
        assert asked.answer(s.IsDenied("a")) == later


def test_a_list_of_texts_knows_another_spelling_not():
    asked = Asked(session_type="jwt", token_revocation="denylist", denylist_key="raw_token_hash")
    asked.answer(s.Deny("a", 5000.0, 0xAB))
    assert asked.answer(s.IsDenied("a", 0xAB)) == 5000.0
    assert asked.answer(s.IsDenied("a", 0xCD)) is None


def test_without_its_list_a_server_denies_all_or_nothing():
    for outage, answer in (("fail_closed", math.inf), ("fail_open", None)):
        asked = Asked(session_type="jwt", token_revocation="denylist", denylist_outage=outage)
        asked.cluster.denylist_outage()
        assert asked.answer(s.IsDenied("a")) == answer


def test_the_issuers_own_knowledge_does_not_end_with_the_token():
    asked = Asked(session_type="jwt", token_revocation="status_list")
    asked.answer(s.Deny("a", 1500.0))
    asked.now = 2000.0
    assert asked.answer(s.IsDenied("a")) == math.inf


def test_the_issuer_knows_what_it_never_issued():
    asked = Asked(session_type="jwt", token_revocation="introspection")
    assert asked.answer(s.IsDenied("a")) == math.inf
    asked.cluster.database.issued.add("a")
    assert asked.answer(s.IsDenied("a")) is None


def test_a_clock_that_is_behind_says_so():
    asked = Asked()
    asked.cluster.set_clocks_back(120.0)
    assert asked.answer(s.Now()) == 880


def test_each_purpose_remembers_ids_as_its_switch_says():
    asked = Asked(signature_nonce_memory="shared_shorter_than_window", dpop_proof_memory="per_instance")
    assert [asked.answer(s.SeenBefore("nonce", "a")) for _ in range(2)] == [False, True]
    assert [asked.answer(s.SeenBefore("proof", "a")) for _ in range(2)] == [False, True]
    asked.now += 61
    assert not asked.answer(s.SeenBefore("nonce", "a"))
    assert asked.answer(s.SeenBefore("proof", "a"))
    forgetful = Asked(signature_nonce_memory="none", webhook_id_deduplication=False)
    for purpose in ("nonce", "delivery"):
        assert [forgetful.answer(s.SeenBefore(purpose, "a")) for _ in range(2)] == [False, False]
