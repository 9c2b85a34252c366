"""Ways to sign a token without the server's key, and the verification mistakes that let each of them pass."""

from __future__ import annotations

NOBODY = "nobody"
ALG_NONE, ALG_NONE_MIXED = "alg_none", "alg_none_mixed_case"
PUBLIC_KEY_AS_SECRET, GUESSED_SECRET = "public_key_as_secret", "guessed_secret"
KNOWN_CONTENT, KEY_IN_HEADER, LEAKED_KEY = "known_content", "key_in_header", "leaked_key"
FORGERIES = (
    ALG_NONE,
    ALG_NONE_MIXED,
    PUBLIC_KEY_AS_SECRET,
    GUESSED_SECRET,
    KNOWN_CONTENT,
    KEY_IN_HEADER,
    LEAKED_KEY,
)

SWITCHES = ("algorithm_policy", "signing_algorithm", "signing_secret", "key_id_lookup", "header_key")
"""The switches that decide which forgery passes."""

GUESSABLE = ("dictionary_word", "published_default")
ASYMMETRIC = ("RS256", "ES256")


def passes(
    algorithm_policy: str,
    signing_algorithm: str,
    signing_secret: str,
    key_id_lookup: str,
    header_key: str,
    signed_by: str,
) -> bool:
    """Whether a signature made in this way passes a verifier that makes these mistakes (RFC 8725 2 and 3)."""
    hmac_allowed = signing_algorithm == "HS256" or algorithm_policy != "allowlist_single"
    if signed_by == ALG_NONE:
        return algorithm_policy == "trust_header"
    if signed_by == ALG_NONE_MIXED:
        return algorithm_policy in ("trust_header", "blocklist_none")
    if signed_by == PUBLIC_KEY_AS_SECRET:
        return signing_algorithm in ASYMMETRIC and algorithm_policy != "allowlist_single"
    if signed_by == GUESSED_SECRET:
        return signing_algorithm == "HS256" and signing_secret in GUESSABLE
    if signed_by == KNOWN_CONTENT:
        return key_id_lookup != "static_map" and hmac_allowed
    if signed_by == KEY_IN_HEADER:
        return header_key == "trusted"
    return signed_by == LEAKED_KEY
