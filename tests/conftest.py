"""Where a change is decided on, hypothesis draws the same examples every time; elsewhere it explores."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
