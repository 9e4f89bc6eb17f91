"""In continuous integration hypothesis draws the same examples every time; elsewhere it explores. Nothing is timed."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("house", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")
