"""What a format makes of bytes: a draft of a report, with the troubles met on the way, before dates are weighed."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.model import DateFound, Encoding


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong in a document: what, where in it, and a hint what to do. It becomes a Setback."""

    what: str
    hint: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One news item as its format tells it.

    `raw` are the bytes it was made from, `part` what is added to the file's path to find them again (":12" for line 12
    of a JSON Lines file), `authors` the printed author lines, not yet cleaned, `title` a headline that the format
    itself marks as one, `dates` the candidates that the format knows, in any order.
    """

    text: str
    raw: bytes
    encoding: Encoding
    part: str = ""
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    dates: tuple[DateFound, ...] = ()
    url: str | None = None
    language: str | None = None
    troubles: tuple[Trouble, ...] = ()
