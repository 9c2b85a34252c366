"""The world as one value."""

from __future__ import annotations

from sessionlab.browser.device import Device
from sessionlab.value import replace
from sessionlab.world.state import ATTACKER, DEVICE2, DEVICES, VICTIM, World
from tests.playbook import played


def test_a_new_world_is_empty_but_for_its_people():
    world = World()
    assert tuple(device.name for device in world.devices) == DEVICES == (VICTIM, DEVICE2, ATTACKER)
    assert (world.known, world.in_clear, world.flights, world.agenda, world.last) == ((), (), (), (), None)
    assert world.server.sessions == ()
    assert not world.busy


def test_one_browser_is_replaced_and_the_others_stay():
    world = World().with_device(Device(DEVICE2, used=5))
    assert world.device(DEVICE2).used == 5
    assert world.device(VICTIM) == World().device(VICTIM)


def test_the_attacker_knows_a_value_once_and_the_newest_is_last():
    world = World().learns("a").learns("b", None).learns("a")
    assert world.known == ("b", "a")
    assert World().learns(None) == World()


def test_a_world_is_busy_while_an_action_is_under_way():
    assert replace(World(), finishing=True).busy
    assert not played("login").busy


def test_no_two_worlds_share_anything_that_changes():
    before = World()
    played("login", before)
    assert before == World()
