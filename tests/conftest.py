"""Where a change is decided on, hypothesis draws the same examples every time; elsewhere it explores. No test is timed."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("house", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")
