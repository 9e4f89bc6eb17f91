"""Author lines: persons apart from agencies, job titles, places and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.lexicon.outlets import Outlets

LEAD = re.compile(r"^(?:(?:story|written|reported|reporting|report)\s+)?by\b\s*:?\s*|^authors?\s*:\s*", re.IGNORECASE)
SEPARATORS = re.compile(r",?\s+(?:and|&|with)\s+|\s*[,;|/•·]\s*|\s+[-–—]\s+", re.IGNORECASE)
MAILED = re.compile(r"\S+@\S+\s*\(([^()]+)\)")  # the form of RSS: jane@example.org (Jane Doe)
ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+|(?<!\w)@\w+")
PLACE = re.compile(r"\s+(?:in|at|from|for|of)\s+(?-i:(?:the\s+)?[A-Z]).*$", re.IGNORECASE)
SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|M\.?D\.?|Ph\.?D\.?")
TITLE = re.compile(
    r"(?:(?:senior|chief|national|foreign|diplomatic|political|security|defen[cs]e|white house|special|staff|deputy"
    r"|managing|news|world|asia|europe|middle east|contributing|the|our|a|freelance|editorial|online|web)\s+)*"
    r"(?:staff|reporters?|correspondents?|writers?|editors?|newsroom|(?:news ?)?desk|bureau|contributors?|agencies"
    r"|admin|(?:no |guest )?author|anonymous|unknown|analyst|columnist|board|team|news services?|wire services?"
    r"|news agenc(?:y|ies)|wire reports?)",
    re.IGNORECASE,
)
CALLED_AGENCY = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s+){1,4}(?:News Agency|Press Agency|News Service|Newswire)")
# A word of a person's name as printed: "Jane", "Q.", "O'Neil", "JEAN-LUC", "de", "Sung-ho".
NAME_WORD = re.compile(
    r"[^\W\d_a-z][^\s\d]*|(?:de|del|della|der|den|di|da|du|dos|van|von|la|le|el|al|bin|ibn|ten|ter|y)"
)
NOT_NAMES = re.compile(
    r"the|an?|this|last|next|early|late|mid|large|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|july|september|october|november|december",
    re.IGNORECASE,
)
LONGEST = 200  # characters: three persons with titles and places


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a report: the persons, and the news agency that an author line credits."""

    persons: tuple[str, ...] = ()
    wire: str | None = None


def read_byline(lines: Iterable[str], outlets: Outlets) -> Byline:
    """The persons and the agency named by author lines, each once, in the order printed.

    A line may hold several ("By A and B in Seoul, Reuters"). Agency tags, outlets, job titles ("Staff writer"), places,
    links and mail addresses are no persons.

    >>> from foreigndesk.lexicon.outlets import load_outlets
    >>> read_byline(["By Jane Q. Doe and Li Wei in Seoul, Reuters"], load_outlets())
    Byline(persons=('Jane Q. Doe', 'Li Wei'), wire='Reuters')
    """
    persons: list[str] = []
    wire: str | None = None
    for line in lines:
        words = MAILED.sub(r"\1", " ".join(line[:LONGEST].split()))
        words = LEAD.sub("", ADDRESS.sub(" ", words))
        for tag in re.findall(r"\(([^()]*)\)", words):
            wire = wire or outlets.wire_in(tag)
        parts = SEPARATORS.split(re.sub(r"\([^()]*\)", " ", words))
        for part in parts:
            name = " ".join(part.strip(" .,:-–—'\"").split())
            if SUFFIX.fullmatch(name) and persons:
                persons[-1] += f", {part.strip()}"
                continue
            wire = wire or _agency(name, outlets)
            name = PLACE.sub("", name)
            lone = len(parts) > 1 and " " not in name  # "Jane Doe, Seoul"
            if name and not lone and not _agency(name, outlets) and not _is_nobody(name, outlets):
                persons.append(name)
    return Byline(tuple(dict.fromkeys(persons)), wire)


def is_byline(line: str, outlets: Outlets) -> bool:
    """Whether a line is an author line: "By" and nothing but names, which "By Tuesday, talks had failed." is not."""
    lead = LEAD.match(line)
    if not lead or len(line) > LONGEST or re.search(r"[a-z]{3}[.?!]$", line):
        return False
    if outlets.named(line[lead.end() :]):
        return True
    words = [
        word for part in SEPARATORS.split(ADDRESS.sub(" ", line[lead.end() :])) for word in PLACE.sub("", part).split()
    ]
    names = [word.strip("().,:") for word in words]
    if not names or NOT_NAMES.fullmatch(names[0]):
        return False
    return all(NAME_WORD.fullmatch(name) or TITLE.fullmatch(name) for name in names if name)


def _agency(name: str, outlets: Outlets) -> str | None:
    """The agency that a part of an author line names: a known one, or one that calls itself so."""
    return outlets.wire_in(name) or (name if CALLED_AGENCY.fullmatch(name) else None)


def _is_nobody(name: str, outlets: Outlets) -> bool:
    """Whether a part of an author line names no person: a job, an outlet, a lone letter."""
    return bool(
        len(name) < 2
        or any(char.isdigit() for char in name)
        or TITLE.fullmatch(name)
        or re.fullmatch(r".*\b(?:staff|newsroom|news desk|correspondents?|reporters?|writers?)", name, re.IGNORECASE)
        or outlets.named(name)
    )
