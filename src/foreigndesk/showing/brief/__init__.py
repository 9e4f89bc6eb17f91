"""The brief: chosen from readings (`make`), shown on a screen, as Markdown or rows; as HTML by `showing.dossier`."""

from foreigndesk.showing.brief.gather import Asked
from foreigndesk.showing.brief.make import brief_of, with_parts, with_voices
from foreigndesk.showing.brief.size import FULL, SHORT, Size
from foreigndesk.showing.brief.value import Brief, Voices

__all__ = ["FULL", "SHORT", "Asked", "Brief", "Size", "Voices", "brief_of", "with_parts", "with_voices"]
