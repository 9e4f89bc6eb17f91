"""Plain text: the report is exactly the characters of the file, so that its offsets are the file's."""

from __future__ import annotations

from collections.abc import Iterator

from foreigndesk.intake.draft import Draft
from foreigndesk.intake.encoding import decode


def open_text(raw: bytes) -> Iterator[Draft]:
    """The one draft that a text file makes: no line end translated, nothing stripped but a byte order mark.

    Raises IntakeError for what is no text.
    """
    decoded = decode(raw, declares=False)
    yield Draft(decoded.text, raw, decoded.encoding, troubles=decoded.troubles)
