from __future__ import annotations

import importlib
import pkgutil

from sessionlab import stores
from sessionlab.design.switches import switch
from sessionlab.stores import STORES


def test_every_store_of_the_folder_has_its_row():
    modules = (
        importlib.import_module(f"sessionlab.stores.{each.name}") for each in pkgutil.iter_modules(stores.__path__)
    )
    assert {module.open_store for module in modules if hasattr(module, "open_store")} == set(STORES.values())


def test_every_row_is_a_value_that_a_design_can_have():
    assert set(STORES) <= set(switch("session_store").values)
