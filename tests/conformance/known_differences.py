"""What is judged by which policy, and the cases that are answered otherwise on purpose. A test keeps both exact."""

from __future__ import annotations

CASES: dict[str, int] = {
    "chromium_probes": 87,
    "chromium_send_cases": 295,
    "chromium_store_cases": 2090,
    "cookie_dates": 131,
    "go_cookiejar": 45,
    "http_state": 222,
    "wpt": 811,
}

PAIRS: tuple[tuple[str, str], ...] = (
    *((name, "chromium-156") for name in CASES),
    ("cookie_dates", "strict-spec"),
    ("wpt", "strict-spec"),
    ("cookie_dates", "rfc6265"),
    ("go_cookiejar", "rfc6265"),
    ("http_state", "rfc6265"),
)
"""Which policy each file is judged by: Chromium's answers by Chromium, each suite by the text it was written for."""

# (file, policy) → id → why
KNOWN_DIFFERENCES: dict[tuple[str, str], dict[str, str]] = {
    ("go_cookiejar", "chromium-156"): {
        "go/updateAndDelete/000": "The label refuses Domain=google.com from www.google.com, which no rule explains: the"
        " name is preloaded for HSTS, so the label run renamed the host but not the Domain attribute.",
    },
    ("go_cookiejar", "rfc6265"): {
        "go/chromiumBasics/009": "Go refuses a Domain attribute that equals the IP host; by RFC 6265 5.1.3 it matches.",
        "go/chromiumBasics/010": "Go refuses a Domain attribute that equals the IP host; by RFC 6265 5.1.3 it matches.",
    },
    ("http_state", "rfc6265"): {
        "http-state/disabled-chromium0022": "Disabled by the suite itself: it wants NUL to end a line, while a response"
        " with NUL in a field is invalid (RFC 9110 5.5).",
        "http-state/disabled-path0029": "Disabled by the suite itself: it wants %6F in a URL to equal o in a Path.",
    },
    ("wpt", "strict-spec"): {
        "wpt/attributes/attributes-ctl/126": "The suite of 2021 lets an unencrypted page set a Secure cookie; the draft"
        " refuses it (6265bis 5.7 step 13).",
        "wpt/attributes/attributes-ctl/128": "The suite of 2021 takes SameSite=None without Secure; the draft refuses"
        " it (6265bis 5.7 step 19).",
        "wpt/attributes/attributes-ctl/129": "The suite of 2021 takes SameSite=None without Secure; the draft refuses"
        " it (6265bis 5.7 step 19).",
        "wpt/attributes/domain-child/042": "The suite of 2021 kept an earlier Domain before an empty one; by the draft"
        " the last one counts (6265bis 5.7 step 7).",
    },
}
