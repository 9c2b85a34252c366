"""Jar and store are two memories, and they can fall out of step in either direction."""

from sessionlab.lessons.story import Scene, Story

STORY = Story(
    "out_of_sync",
    Scene(("visit", "login", "logout", "me"), (("clear_client_on_logout", False),), status=401),
    Scene(("visit", "login", "logout", "me"), (("invalidate_on_logout", False),), status=401),
)
