"""What all tests share: whether there is a browser, and that no example is timed."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

# How long an example takes says more about what else runs on this machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CHROMIUM = os.environ.get("SESSIONLAB_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
BROWSER_REQUIRED = os.environ.get("SESSIONLAB_REQUIRE_BROWSER", "") not in ("", "0")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that drives a browser where there is none."""
    if item.get_closest_marker("browser") and not CHROMIUM:
        pytest.skip("No Chromium here (Debian: apt-get install chromium), so nothing was tried in a browser.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Where a browser is required, a browser test that is skipped, for whatever reason, has failed."""
    report = yield
    if BROWSER_REQUIRED and report.skipped and item.get_closest_marker("browser") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"SESSIONLAB_REQUIRE_BROWSER is set, and this browser test was skipped. {reason}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium that browser tests start."""
    if not CHROMIUM:
        pytest.skip("No Chromium on this machine.")
    return CHROMIUM
