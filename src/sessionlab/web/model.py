"""What the page has to know once: switches, actions, policies, stories, sources, and all its words."""

from __future__ import annotations

from sessionlab import __version__
from sessionlab.citation import DOCUMENTS
from sessionlab.cookies.policy import DEFAULT_POLICY, POLICIES
from sessionlab.design.environment import SETTINGS
from sessionlab.design.space import FIRST_SCREEN
from sessionlab.design.switch import Switch, SwitchValue
from sessionlab.design.switches import SWITCHES
from sessionlab.lessons import STORIES
from sessionlab.lessons.story import Scene, Story
from sessionlab.render.design import rules_about
from sessionlab.render.edits import field_text, takes_text, value_text
from sessionlab.render.form import VERSION
from sessionlab.render.pen import Pen
from sessionlab.render.terms import Spelling
from sessionlab.render.titles import title
from sessionlab.render.words import DEFAULT_LANGUAGE, catalogue, say
from sessionlab.value import Value
from sessionlab.web.limits import MOST_ACTIONS
from sessionlab.world.action import Action
from sessionlab.world.play import STORY
from sessionlab.world.verbs import VERBS
from sessionlab.world.verbs.edits import Field
from sessionlab.world.verbs.operations import USUAL_WAIT
from sessionlab.world.verbs.verb import Verb

FOREIGN = ("form_post:/logout", "form_post:/login", "link:/me", "img:/logout")
WORDS = "web."
"""The words that the page alone needs; they are sent without this beginning."""


class ModelDocument(Value):
    """A document that rules are taken from; a citation begins with its key."""

    key: str
    title: str
    url: str


class ModelSwitch(Value):
    """A switch as the page shows it. `start` is its value on the first screen."""

    id: str
    component: str
    tier: int
    values: tuple[SwitchValue, ...]
    start: SwitchValue
    safe: SwitchValue
    meaning: str
    rules: tuple[str, ...]
    source: str


class Component(Value):
    """A part of the design with what it is about."""

    id: str
    text: str


class Variant(Value):
    """One way of doing an action: who, how, and the sentence for it. The first of a verb is the usual one."""

    action: str
    actor: str
    argument: str
    title: str


class ModelWord(Value):
    """A word that a part can become, and what it means."""

    value: str
    text: str


class ModelField(Value):
    """A part that can be edited by hand. `takes`: what it can become beside the words, "" for nothing else."""

    name: str
    text: str
    values: tuple[ModelWord, ...]
    takes: str


class ModelVerb(Value):
    """A kind of action. `key`: the letter that does it, "" for none. `takes_number`: its argument is one.

    `fields`: what can be edited with it.
    """

    name: str
    group: str
    key: str
    takes_number: bool
    variants: tuple[Variant, ...]
    fields: tuple[ModelField, ...] = ()


class ModelPolicy(Value):
    """A browser that the lab can be."""

    name: str
    dated: str
    text: str


class ModelScene(Value):
    """One play of a story."""

    actions: tuple[str, ...]
    design: dict[str, SwitchValue]


class ModelStory(Value):
    """A story with its words; the second scene answers the question."""

    id: str
    title: str
    text: str
    question: str
    answer: str
    scenes: tuple[ModelScene, ...]


class Model(Value):
    """Everything that does not depend on a play."""

    version: str
    language: str
    switches: tuple[ModelSwitch, ...]
    environment: tuple[ModelSwitch, ...]
    components: tuple[Component, ...]
    verbs: tuple[ModelVerb, ...]
    policies: tuple[ModelPolicy, ...]
    policy: str
    first_actions: tuple[str, ...]
    stories: tuple[ModelStory, ...]
    documents: tuple[ModelDocument, ...]
    trace_version: int
    most_actions: int
    words: dict[str, str]


def model(language: str = DEFAULT_LANGUAGE) -> Model:
    """The answer to a request for the model."""
    switches = tuple(_switch(each, getattr(FIRST_SCREEN, each.id)) for each in SWITCHES)
    pen = Pen(Spelling(), FIRST_SCREEN, language)
    components = dict.fromkeys(each.component for each in (*SWITCHES, *SETTINGS))
    return Model(
        version=__version__,
        language=language,
        switches=switches,
        environment=tuple(_switch(each, each.seed_lab) for each in SETTINGS),
        components=tuple(Component(name, say(f"vocabulary.component.{name}", language)) for name in components),
        verbs=tuple(_verb(verb, pen) for verb in VERBS),
        policies=tuple(
            ModelPolicy(each.name, each.dated, say(f"vocabulary.policy.{each.name}", language)) for each in POLICIES
        ),
        policy=DEFAULT_POLICY.name,
        first_actions=STORY,
        stories=tuple(_story(each, language) for each in STORIES),
        documents=tuple(ModelDocument(each.key, each.title, each.url) for each in DOCUMENTS),
        trace_version=VERSION,
        most_actions=MOST_ACTIONS,
        words=words(language),
    )


def words(language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
    """The page's own words by their names."""
    found = catalogue(language).items()
    return {name.removeprefix(WORDS): text for name, text in found if name.startswith(WORDS)}


def _switch(switch: Switch, start: SwitchValue) -> ModelSwitch:
    return ModelSwitch(
        id=switch.id,
        component=switch.component,
        tier=switch.tier,
        values=switch.values,
        start=start,
        safe=switch.safe,
        meaning=switch.meaning,
        rules=rules_about(switch.id),
        source=switch.source,
    )


def _verb(verb: Verb, pen: Pen) -> ModelVerb:
    numbered = verb.arguments == ("NUMBER",)
    arguments = (str(USUAL_WAIT),) if numbered else tuple(filter(_is_shown, verb.arguments)) or ("",)
    actions = (Action(verb.name, actor, argument) for actor in verb.actors for argument in arguments)
    variants = tuple(Variant(str(one), one.actor, one.argument, title(one, pen)) for one in actions)
    fields = () if verb.form is None else tuple(_field(field, pen) for field in verb.form.fields)
    return ModelVerb(verb.name, verb.group, verb.key, numbered, variants, fields)


def _field(field: Field, pen: Pen) -> ModelField:
    words = tuple(ModelWord(value, value_text(field, value, pen)) for value in field.values)
    return ModelField(field.name, field_text(field, pen), words, takes_text(field, pen))


def _is_shown(argument: str) -> bool:
    """A foreign page can ask for any address in any way; the page offers the telling ones."""
    return ":" not in argument or argument in FOREIGN


def _story(story: Story, language: str) -> ModelStory:
    part = {part: say(f"story.{story.id}.{part}", language) for part in ("title", "text", "question", "answer")}
    return ModelStory(story.id, **part, scenes=(_scene(story.scene), _scene(story.answer)))


def _scene(scene: Scene) -> ModelScene:
    return ModelScene(scene.actions, dict(scene.design))
