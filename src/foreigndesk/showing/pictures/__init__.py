"""Pictures made of values: inline SVG with a title and a description, for pages of the workbench and for the dossier.

Each maker is a pure function from values to a string of SVG. Nothing in a picture is told by colour alone, and a page
puts a table of the same values behind each.
"""

from __future__ import annotations

import functools
import importlib.resources


@functools.cache
def style_of_pictures() -> str:
    """The rules for pictures, to be put into the stylesheet of a page that shows them."""
    return (importlib.resources.files(__name__) / "pictures.css").read_text(encoding="utf-8")
