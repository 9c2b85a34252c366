"""Ways to sign a token without the key, and the mistakes that let each pass (RFC 8725 2, 3; WSTG-SESS-10)."""

from __future__ import annotations

import pytest

from sessionlab.tokens.forgery import FORGERIES, SWITCHES, passes
from tests.playbook import follow

CAREFUL = dict(zip(SWITCHES, ("allowlist_single", "HS256", "random_256_bit", "static_map", "ignored"), strict=True))


def let_pass(**mistakes: str) -> set[str]:
    return {way for way in FORGERIES if passes(**{**CAREFUL, **mistakes}, signed_by=way)}


def test_a_careful_verifier_falls_for_nothing_but_its_own_key():
    """Ground truth R231, R258."""
    assert let_pass() == {"leaked_key"}


@pytest.mark.parametrize(
    ("mistakes", "also"),
    [
        ({"algorithm_policy": "trust_header"}, {"alg_none", "alg_none_mixed_case"}),
        ({"algorithm_policy": "blocklist_none"}, {"alg_none_mixed_case"}),
        (
            {"algorithm_policy": "trust_header", "signing_algorithm": "RS256"},
            {"alg_none", "alg_none_mixed_case", "public_key_as_secret"},
        ),
        ({"signing_algorithm": "RS256"}, set()),
        ({"signing_algorithm": "ES256"}, set()),
        ({"signing_secret": "dictionary_word"}, {"guessed_secret"}),
        ({"signing_secret": "published_default"}, {"guessed_secret"}),
        ({"signing_secret": "dictionary_word", "signing_algorithm": "ES256"}, set()),
        ({"key_id_lookup": "file_path"}, {"known_content"}),
        ({"key_id_lookup": "sql_concatenation"}, {"known_content"}),
        ({"key_id_lookup": "file_path", "signing_algorithm": "RS256"}, set()),
        ({"header_key": "trusted"}, {"key_in_header"}),
    ],
)
def test_each_mistake_lets_its_forgeries_pass(mistakes: dict[str, str], also: set[str]):
    """Ground truth R232, R235, R237, R239, R240, R243 to R246, R249."""
    assert let_pass(**mistakes) == {"leaked_key", *also}


def test_a_forged_token_is_believed_by_a_verifier_that_trusts_its_header():
    """Ground truth R232."""
    text = "forge=alg_none → done\n replay → {}"
    follow(text.format("200 marko"), session_type="jwt", algorithm_policy="trust_header")
    follow(text.format("401 nobody (signature_invalid)"), session_type="jwt")
