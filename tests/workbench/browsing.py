"""A real browser for the tests; where there is none they are skipped with a line that says so, but never in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from evals.browser import HINT, PATIENCE, browser, chromium

expect.set_options(timeout=1000 * PATIENCE)


def browser_or_skip() -> Iterator[Browser]:
    """Chromium; a skipped test where there is none, a failed one where CI says that there must be one."""
    if chromium() is None:
        if os.environ.get("CI"):
            pytest.fail(HINT)
        pytest.skip(HINT)
    with browser() as opened:
        yield opened
