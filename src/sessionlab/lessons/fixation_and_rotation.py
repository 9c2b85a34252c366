"""An id that was known before the login must be worth nothing after it."""

from sessionlab.lessons.story import MARKO, Scene, Story

ACTIONS = ("visit", "plant_cookie=by_hand", "login", "replay")

STORY = Story(
    "fixation_and_rotation",
    Scene(ACTIONS, status=401),
    Scene(ACTIONS, (("rotate_after_login", False),), status=200, user=MARKO),
)
