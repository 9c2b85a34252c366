"""What the page has to know once."""

from __future__ import annotations

from sessionlab.web.model import FOREIGN, model
from sessionlab.world.verbs import VERBS, parse_action


def test_the_first_screen_shows_six_switches():
    assert [one.id for one in model().switches if one.tier == 1] == [
        "session_type",
        "http_only",
        "secure",
        "same_site",
        "rotate_after_login",
        "invalidate_on_logout",
    ]


def test_every_action_that_is_offered_can_be_done():
    for verb in model().verbs:
        for variant in verb.variants:
            action = parse_action(variant.action)
            assert (action.actor, action.verb) == (variant.actor, verb.name)
            assert variant.title


def test_every_verb_is_offered_by_everybody_who_can_do_it():
    shown = {verb.name: {variant.actor for variant in verb.variants} for verb in model().verbs}
    assert shown == {verb.name: set(verb.actors) for verb in VERBS}


def test_the_telling_requests_of_foreign_pages_are_offered():
    shown = {variant.argument for verb in model().verbs for variant in verb.variants}
    assert set(FOREIGN) <= shown


def test_no_two_steps_share_a_key():
    keys = [verb.key for verb in model().verbs if verb.key]
    assert len(set(keys)) == len(keys)
    assert not {"z", "?"} & set(keys)


def test_every_step_has_its_name_on_a_button():
    shown = model()
    assert [verb.name for verb in shown.verbs if f"step.{verb.name}" not in shown.words] == []


def test_what_can_be_edited_by_hand_is_offered_with_its_words():
    fields = {verb.name: verb.fields for verb in model().verbs if verb.fields}
    assert set(fields) == {"edit_cookie", "edit_record"}
    same_site = next(one for one in fields["edit_cookie"] if one.name == "same_site")
    assert [one.value for one in same_site.values] == ["strict", "lax", "none", "unset"]
    assert same_site.takes == ""
    assert all(one.text and (one.values or one.takes) for every in fields.values() for one in every)
