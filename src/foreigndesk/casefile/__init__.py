"""Keep and find: one SQLite file holds the reports, what was read in them, and what could not be."""

from foreigndesk.casefile.case import CaseFile, Counts, open_case
from foreigndesk.casefile.ids import Found
from foreigndesk.casefile.looking import Lookout, state_of
from foreigndesk.casefile.queries import Done, EventQuery, StatementQuery, Told

__all__ = [
    "CaseFile",
    "Counts",
    "Done",
    "EventQuery",
    "Found",
    "Lookout",
    "StatementQuery",
    "Told",
    "open_case",
    "state_of",
]
