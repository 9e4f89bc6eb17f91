"""Pictures made of values: inline SVG with a title and a description, for pages of the workbench and for the dossier.

Each maker is a pure function from values to a Picture, which holds the SVG and a table of the same values. Nothing in
a picture is told by colour alone.
"""

from __future__ import annotations

import functools
import importlib.resources

from foreigndesk.showing.pictures.contest import contest_matrix
from foreigndesk.showing.pictures.network import network
from foreigndesk.showing.pictures.picture import Picture
from foreigndesk.showing.pictures.relation import relation_chart
from foreigndesk.showing.pictures.timeline import timeline
from foreigndesk.showing.pictures.voices import voices_tree

__all__ = [
    "Picture",
    "contest_matrix",
    "network",
    "relation_chart",
    "style_of_pictures",
    "timeline",
    "voices_tree",
]


@functools.cache
def style_of_pictures() -> str:
    """The rules for pictures, to be put into the stylesheet of a page that shows them."""
    return (importlib.resources.files(__name__) / "pictures.css").read_text(encoding="utf-8")
