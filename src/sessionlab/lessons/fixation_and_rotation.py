"""An id that was known before the login must be worth nothing after it."""

from sessionlab.lessons.story import MARKO, Scene, Story

ACTIONS = ("attacker:visit", "visit", "plant_cookie=by_hand", "login", "replay")
ID_FOR_EVERYBODY = ("session_created", "at_visit")
"""Whoever comes by gets an id, so Mallory has one that the server made."""

STORY = Story(
    "fixation_and_rotation",
    Scene(ACTIONS, (ID_FOR_EVERYBODY,), status=401),
    Scene(ACTIONS, (ID_FOR_EVERYBODY, ("rotate_after_login", False)), status=200, user=MARKO),
)
