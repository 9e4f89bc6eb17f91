"""Every error that the desk raises on purpose.

    DeskError
    ├── IntakeError        a document cannot be taken in (becomes a Setback)
    ├── CaseFileError      the case file cannot be opened or is not one
    │   └── CaseFileBusy   another desk is writing to it
    ├── UnknownActor       no actor goes by that name
    └── UnknownId          nothing in the case file has that id

Each carries a message (what happened, to what) and a hint (what to do next).
"""


class DeskError(Exception):
    """An error of the desk itself: a message for people, and a hint at the next step."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message and the hint apart, so that a door can show them as it likes."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class IntakeError(DeskError):
    """A document cannot be taken in as a report; `where` names the place in it (a line, a byte)."""

    def __init__(self, message: str, hint: str = "", where: str = "") -> None:
        """Keep the place beside message and hint."""
        super().__init__(message, hint)
        self.where = where


class CaseFileError(DeskError):
    """The case file cannot be opened, is damaged, or was made by a newer desk."""


class CaseFileBusy(CaseFileError):
    """Another desk holds the case file's write lock."""


class UnknownActor(DeskError):
    """No known actor goes by that name."""


class UnknownId(DeskError):
    """No report or finding in the case file has that id."""
