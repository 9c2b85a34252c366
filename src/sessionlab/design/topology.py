"""How many instances of the application there are, and what they share."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "topology",
    Switch(
        id="app_instances",
        tier=2,
        values=("one", "two"),
        safe="one",
        seed_lab="one",
        meaning="How many instances of the application answer. Two are enough: more show nothing new.",
        source="definition",
    ),
    Switch(
        id="load_balancing",
        tier=2,
        values=("round_robin", "sticky"),
        safe="round_robin",
        seed_lab="round_robin",
        meaning="Which instance gets the next request.",
        source="definition",
    ),
    Switch(
        id="store_scope",
        tier=2,
        values=("per_instance", "shared", "replicated_async"),
        safe="shared",
        seed_lab="per_instance",
        meaning="Which instances see the same records, and how soon.",
        source="definition",
    ),
    Switch(
        id="signing_key_scope",
        tier=2,
        values=("shared", "per_instance", "random_at_start"),
        safe="shared",
        seed_lab="shared",
        meaning="Which instances, and which restarts, share the signing key.",
        source="definition; measured frameworks that make up a secret at start",
    ),
    Switch(
        id="denylist_scope",
        tier=3,
        values=("shared", "per_instance"),
        safe="shared",
        seed_lab="shared",
        meaning="Which instances learn of a revocation.",
        source="definition",
    ),
    Switch(
        id="denylist_outage",
        tier=3,
        values=("fail_closed", "fail_open"),
        safe="fail_closed",
        seed_lab="fail_closed",
        meaning="What the server does while it cannot ask the denylist.",
        source="definition",
    ),
)

IRRELEVANT = (
    Irrelevant(("store_scope",), unless=one_of(session_type=("server_session",))),
    Irrelevant(
        ("signing_key_scope",),
        unless=one_of(session_type=("jwt", "jwt_assertion")),
        also=one_of(session_type=("signed_cookie", "encrypted_cookie")) + one_of(sign_session_id=(True,)),
    ),
    Irrelevant(("denylist_scope", "denylist_outage"), unless=one_of(token_revocation=("denylist",))),
    Irrelevant(("load_balancing", "denylist_scope"), unless=one_of(app_instances=("two",))),
)
