"""Where session records are kept."""

from __future__ import annotations

from sessionlab.design.rule import Impossible, Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "store",
    Switch(
        id="session_store",
        tier=2,
        values=("process_memory", "redis", "database", "memcached", "distributed_cache", "file", "none"),
        safe="redis",
        seed_lab="process_memory",
        meaning="Where session records live; `none` where the session is held by the client.",
        source="OWASP SMCS",
    ),
    Switch(
        id="store_key_form",
        tier=3,
        values=("plaintext", "hashed"),
        safe="hashed",
        seed_lab="plaintext",
        meaning="Ids stand in the store as they are, or as a digest, which nobody who reads the store can use.",
        source="OWASP SMCS",
    ),
    Switch(
        id="store_evicts_live_entries",
        tier=3,
        safe=False,
        seed_lab=False,
        meaning="Under memory pressure the store may drop records that are still in use.",
        source="definition",
    ),
)

IMPOSSIBLE = (
    Impossible(
        when=one_of(session_store=("process_memory",), app_instances=("two",)),
        then=one_of(store_scope=("per_instance",)),
        why="one process cannot look into another's memory",
    ),
    Impossible(
        when=one_of(session_store=("process_memory",)),
        then=one_of(store_scope=("per_instance",)),
        why="one process cannot look into another's memory",
    ),
)

IRRELEVANT = (
    Irrelevant(("store_evicts_live_entries",), unless=one_of(session_type=("server_session",))),
    Irrelevant(
        ("store_key_form",),
        unless=one_of(session_type=("server_session",)),
        # Keys and opaque tokens are looked up in a table as well.
        also=one_of(session_type=("api_key", "opaque_token")),
    ),
)
