"""Secure keeps the cookie off unencrypted connections, where anybody on the way can read it."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "secure",
    Scene(("visit", "login", "force_plaintext")),
    Scene(
        ("visit", "login", "force_plaintext", "observe_network", "replay"),
        (("secure", False),),
        status=200,
        user=MARKO,
    ),
)
