"""Datelines: "SEOUL, Oct 31 (Yonhap) --" at the beginning of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foreigndesk.intake.printed_date import MONTH
from foreigndesk.lexicon.outlets import Outlets

LONGEST = 160  # characters from the place to the dash: two cities, a state, a date and an agency

_CAPITAL = r"[^\W\d_a-z]"
_REGION = rf"(?:,\s(?!(?i:{MONTH})\s\d){_CAPITAL}[^\W\d_]*[.'’]?(?:[ .'’-]+[^\W\d_]+){{0,3}}\.?)?"
_WHEN = rf"(?P<date>(?i:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?)[.,]?"
_AGENCY = rf"(?:\((?P<agency>{_CAPITAL}[^()]{{1,50}})\)|/(?P<slashed>{_CAPITAL}[^/]{{1,30}})/\.?)"
_DASH = r"(?:\s*(?:--|[–—])|\s+-(?=\s))"
_CITY = rf"(?:{_CAPITAL}{{2}}(?:{_CAPITAL}|[.'’-])*|ST\.)(?: (?:{_CAPITAL}|[.'’-])+){{0,2}}"
IN_CAPITALS = re.compile(
    rf"(?P<place>{_CITY}(?:/{_CITY}){{0,2}}{_REGION})(?:,?\s+{_WHEN})?\s*(?:{_AGENCY})?(?:{_DASH}|(?<=/)|(?<=/\.))"
)
IN_WORDS = re.compile(
    rf"(?P<place>{_CAPITAL}[\w.'’-]+(?:\s(?:{_CAPITAL}|[a-z]{{2}}\s)[\w.'’-]*){{0,3}}?{_REGION})"
    rf"(?:,\s+{_WHEN})?\s*(?:{_AGENCY})?(?:{_DASH}|(?<=/)|(?<=/\.))"
)
NOWHERE = re.compile(rf"{_WHEN}\s*{_AGENCY}{_DASH}")
NO_PLACE = re.compile(
    r"(?:BREAKING|EXCLUSIVE|UPDATED?|WATCH|VIDEO|PHOTOS?|ANALYSIS|OPINION|COMMENTARY|EDITORIAL|FACTBOX|EXPLAINER|LIVE|TIMELINE"
    r"|INSIGHT|FEATURE|INTERVIEW|LEAD|URGENT|CORRECTION|NOTE|WRAPUP|RECAP|ALERT|REPORT|SPECIAL|TOP|NEWS|QUESTION|ANSWER)\b.*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed: the place, the date and the agency, as printed; some name no place."""

    place: str | None
    date: str | None
    agency: str | None


def find_dateline(line: str, outlets: Outlets) -> Dateline | None:
    """The dateline that a paragraph begins with, if it does.

    A place in capitals needs a dash; one in small letters a date too, or a known agency, else any sentence with a
    dash would have a dateline.

    >>> from foreigndesk.lexicon.outlets import load_outlets
    >>> find_dateline("WASHINGTON (Reuters) - Two officials said on Tuesday", load_outlets())
    Dateline(place='WASHINGTON', date=None, agency='Reuters')
    >>> find_dateline("EXCLUSIVE - Two officials said on Tuesday", load_outlets())
    """
    line = line[:LONGEST]
    if (match := IN_CAPITALS.match(line)) and not NO_PLACE.fullmatch(match["place"]):
        return Dateline(match["place"], match["date"], match["agency"] or match["slashed"])
    if match := IN_WORDS.match(line):
        agency = match["agency"] or match["slashed"]
        if match["date"] or (agency and outlets.wire_in(agency)):
            return Dateline(match["place"], match["date"], agency)
    if match := NOWHERE.match(line):
        return Dateline(None, match["date"], match["agency"] or match["slashed"])
    return None
