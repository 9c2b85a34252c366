"""Logging out has two sides: what the browser forgets, and what the server forgets."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "logout_has_two_sides",
    Scene(("visit", "login", "copy_credential", "logout", "me"), (("invalidate_on_logout", False),), status=401),
    Scene(
        ("visit", "login", "copy_credential", "logout", "me", "replay"),
        (("invalidate_on_logout", False),),
        status=200,
        user=MARKO,
    ),
)
