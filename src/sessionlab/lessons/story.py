"""What a story is: a play, a question, and the play that answers it. The sentences stand in the catalogue."""

from __future__ import annotations

from sessionlab.design.switch import SwitchValue
from sessionlab.value import Value


class Scene(Value):
    """One play of a story.

    `design`: what differs from the first screen's design. `status` and `user`: what the last answer says, and as whom
    it takes the one who asked; None where nobody asked, and nobody was known. A test plays every scene.
    """

    actions: tuple[str, ...]
    design: tuple[tuple[str, SwitchValue], ...] = ()
    status: int | None = None
    user: str | None = None


class Story(Value):
    """A story. Its words are `story.ID.title`, `.text` (two sentences), `.question` and `.answer`."""

    id: str
    scene: Scene
    answer: Scene


MARKO = "marko@example.test"
"""The person whose session every story is about."""
