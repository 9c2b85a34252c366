from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from sessionlab.design.space import design_from
from sessionlab.servers.cluster import Cluster
from sessionlab.stores.file import FileStore
from sessionlab.tokens.terms import Record

MARKO = Record("marko@example.test", created=0, seen=0, started="a")
Choices = Mapping[str, object]
TWO: Choices = {"app_instances": "two"}


async def never(held: tuple[str, ...]) -> None:
    raise AssertionError


def cluster(choices: Choices, folder: Path | None = None) -> Cluster:
    return Cluster(design_from(choices), lambda: 0.0, never, folder)


def records(cluster: Cluster) -> list[int]:
    return [len(asyncio.run(store.records())) for store in cluster.stores]


def fill(cluster: Cluster) -> None:
    for store in cluster.stores:
        asyncio.run(store.put("a", MARKO, None))


def served(cluster: Cluster) -> list[str]:
    return [cluster.next().name for _ in range(3)]


def test_requests_go_to_two_instances_by_turns():
    assert served(cluster(TWO)) == ["A", "B", "A"]
    assert served(cluster({})) == ["A", "A", "A"]


def test_a_sticky_balancer_stays_with_the_first():
    sticky = cluster({"load_balancing": "sticky", **TWO})
    sticky.next()
    sticky.aim(other=True)
    assert sticky.next().name == "A"


def test_the_next_request_can_be_aimed_at_either_instance():
    aimed = cluster(TWO)
    aimed.next()
    aimed.aim(other=False)
    assert aimed.next().name == "A"
    aimed.aim(other=False)
    aimed.aim(other=True)
    assert aimed.next().name == "B"
    assert aimed.serving.name == "B"


@pytest.mark.parametrize(
    ("choices", "same"),
    [
        ({}, False),
        ({"session_store": "file", "store_scope": "per_instance"}, False),
        ({"session_store": "file", "store_scope": "shared"}, True),
        ({"session_store": "database", "store_scope": "shared"}, True),
    ],
)
def test_instances_share_a_store_where_the_design_says_so(choices: dict[str, object], same: bool):
    two = cluster({**TWO, **choices})
    asyncio.run(two.stores[0].put("a", MARKO, None))
    assert (asyncio.run(two.stores[1].get("a")) == MARKO) is same
    two.close()


def test_a_restart_empties_the_memory_of_whoever_is_restarted():
    two = cluster(TWO)
    fill(two)
    asyncio.run(two.restart(one=True))
    assert records(two) == [0, 1]
    asyncio.run(two.restart(one=False))
    assert records(two) == [0, 0]


def test_a_store_outside_the_process_survives_a_restart():
    outside = cluster({"session_store": "database", "store_scope": "shared"})
    fill(outside)
    asyncio.run(outside.restart(one=False))
    assert records(outside) == [1]
    asyncio.run(outside.clear_store())
    assert records(outside) == [0]
    outside.close()


@pytest.mark.parametrize(("scope", "different"), [("shared", 1), ("per_instance", 2), ("random_at_start", 2)])
def test_instances_have_one_key_or_each_its_own(scope: str, different: int):
    two = cluster({"session_type": "jwt", "signing_key_scope": scope, **TWO})
    keys = {one.keys for one in two.instances}
    assert len(keys) == different
    asyncio.run(two.restart(one=False))
    assert ({one.keys for one in two.instances} == keys) is (scope != "random_at_start")
    two.rotate_keys()
    after = {one.keys for one in two.instances}
    assert len(after) == different
    assert not after & keys
    assert len({key.lasting for key in after | keys}) == 1


def test_a_folder_keeps_records_and_keys_for_the_next_start(tmp_path: Path):
    choices = {"session_store": "file", "sign_session_id": True, "store_scope": "shared"}
    first = cluster(choices, tmp_path)
    fill(first)
    first.close()
    second = cluster(choices, tmp_path)
    assert records(second) == [1]
    assert second.instances[0].keys == first.instances[0].keys
    second.close()
    third = cluster({"signing_key_scope": "random_at_start", **choices}, tmp_path)
    assert third.instances[0].keys != first.instances[0].keys
    third.close()


def test_without_a_folder_nothing_is_left_behind():
    passing = cluster({"session_store": "file"})
    (store,) = passing.stores
    assert isinstance(store, FileStore)
    folder = store._folder.parent
    assert folder.exists()
    passing.close()
    assert not folder.exists()


def test_an_outage_concerns_a_denylist_alone():
    for strategy, reachable in (("denylist", False), ("status_list", True)):
        out = cluster({"session_type": "jwt", "token_revocation": strategy})
        out.denylist_outage()
        assert out.denylists[0].reachable is reachable
