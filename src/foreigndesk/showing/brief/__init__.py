"""The brief: chosen from readings (`make`), shown on a screen, as Markdown or rows; as HTML by `showing.dossier`."""

from foreigndesk.showing.brief.gather import Asked
from foreigndesk.showing.brief.make import brief_of
from foreigndesk.showing.brief.value import Brief

__all__ = ["Asked", "Brief", "brief_of"]
