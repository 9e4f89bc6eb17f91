"""The gists of what is told in a case file: fetched where they are kept, else made, and kept where that can be."""

from __future__ import annotations

from collections.abc import Iterable

from foreigndesk.casefile import CaseFile
from foreigndesk.model import Event, Reading, Statement, name_id
from foreigndesk.reading.gist import GIST_VERSION, find_gists
from foreigndesk.weighing.contents import (
    Content,
    content_of,
    content_of_event,
    content_of_statement,
    told_as,
)


class Gists:
    """Makes contents with their gists, for one case file; what was asked for once is at hand."""

    def __init__(self, case: CaseFile, *, make: bool = True) -> None:
        """Make those that are not kept, and keep them if the case file is open for writing; or do without them.

        Without gists contents are compared by their words alone; nobody waits for the encoder.
        """
        self._case, self._make = case, make
        self._known: dict[str, bytes] = {}
        self.made: dict[str, bytes] = {}  # what is made and cannot be kept here, by what it would be kept under

    def make_ready(self, texts: Iterable[str]) -> None:
        """Have the gists of some texts at hand, those that are not kept made all at once."""
        keys = {key_of(text): text for text in texts if text not in self._known}
        if not keys:
            return
        kept = self._case.load_gists(keys)
        missing = {key: text for key, text in keys.items() if key not in kept and self._make}
        made = dict(zip(missing, find_gists(missing.values()), strict=True)) if missing else {}
        if made and self._case.writes:
            self._case.save_gists(made)
        else:
            self.made |= made
        self._known |= {text: kept.get(key) or made.get(key, b"") for key, text in keys.items()}

    def of(self, text: str) -> bytes:
        """The gist of a text; empty where it is not kept and none are made."""
        if text not in self._known:
            self.make_ready([text])
        return self._known[text]

    def words(self, text: str) -> Content:
        """The content of words that nobody is named for; their gist is made in any case."""
        return content_of(text, gist=self.of(text) or next(find_gists([text])))

    def statement(self, statement: Statement) -> Content:
        """The content of a statement."""
        return content_of_statement(statement, self.of(told_as(statement)))

    def event(self, event: Event) -> Content:
        """The content of an event."""
        return content_of_event(event, self.of(event.passage.text))

    def keep(self, reading: Reading) -> None:
        """Make and keep the gists of all that is told in a reading, so that nobody who asks later loads the encoder.

        They take a quarter of the time of reading.
        """
        self.make_ready(texts_of(reading.statements, reading.events))


def texts_of(statements: Iterable[Statement], events: Iterable[Event]) -> set[str]:
    """The texts whose gists are compared."""
    told = {told_as(one) for one in statements if one.content}
    return told | {one.passage.text for one in events}


def key_of(text: str) -> str:
    """What a gist is kept under: another version of the encoder makes another gist."""
    return name_id("g", GIST_VERSION, text)
