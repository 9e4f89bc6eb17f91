"""The outlets known beforehand: hosts, country, who owns them, and how the news agencies are credited."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.tables import load_table

# A credit in brackets is one wherever it stands near the head of a line: "SEOUL, Oct. 31 (Yonhap) --". Datelines with
# city, province and date stay below 80 characters.
HEAD = 80
# A bare agency name is a credit only in a line that holds little else: a byline, not a sentence.
BYLINE_WORDS = 12
# "AP Photo" and "REUTERS/Name" credit a picture, not the text.
PICTURE = re.compile(
    r"\b(photo|photos|photograph|picture|pictures|image|images|illustration|video|file)\b|\w/\w", re.IGNORECASE
)
SAYING = re.compile(r"\b(said|says|told|tells|reported|reports|according|citing|cited|quoted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: `kind` is agency, newspaper, magazine, broadcaster, online or platform.

    `id` is its id as an actor. `state_owned` is None where that is no matter of public record; `owner` is filled for
    state owners. `credits` are the lines by which its reports are credited elsewhere.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    country: str
    kind: str
    state_owned: bool | None
    owner: str
    credits: tuple[str, ...]
    origin: str


class Outlets:
    """All known outlets."""

    def __init__(self, outlets: Iterable[Outlet], forms: Iterable[tuple[str, str]]) -> None:
        """Index the outlets; `forms` are pairs of a further name and an outlet's id."""
        self._outlets = {outlet.id: outlet for outlet in outlets}
        self._names = {normal_form(outlet.name): outlet for outlet in self._outlets.values()}
        for form, outlet_id in forms:
            self._names.setdefault(normal_form(form), self._outlets[outlet_id])
        self._hosts = {host: outlet for outlet in self._outlets.values() for host in outlet.hosts}
        agencies = [outlet for outlet in self._outlets.values() if outlet.kind == "agency"]
        pairs = [(line, outlet) for outlet in agencies for line in outlet.credits]
        pairs.sort(key=lambda pair: len(pair[0]), reverse=True)
        self._bracketed = [(line.strip("()"), outlet) for line, outlet in pairs]
        self._bare = [
            (re.compile(rf"(?<![\w/]){re.escape(line)}(?![\w/])"), outlet) for line, outlet in pairs if line[0] != "("
        ]

    def __iter__(self) -> Iterator[Outlet]:
        """Every outlet."""
        return iter(self._outlets.values())

    def named(self, name: str) -> Outlet | None:
        """The outlet with that name; None if unknown.

        >>> load_outlets().named("the New York Times").hosts
        ('nytimes.com',)
        """
        return self._names.get(normal_form(name))

    def at(self, address: str) -> Outlet | None:
        """The outlet at a host or URL, subdomains included; None if unknown.

        >>> load_outlets().at("https://www.bbc.co.uk/news/world-asia-1").name
        'BBC'
        """
        host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
        labels = host.split(".")
        for first in range(len(labels) - 1):
            if outlet := self._hosts.get(".".join(labels[first:])):
                return outlet
        return None

    def country_of(self, name: str | None, url: str | None) -> str | None:
        """The country of the outlet with that name or at that address; None if neither is known."""
        outlet = (
            (self.named(name) if name else None) or (self.at(url) if url else None) or (self.at(name) if name else None)
        )
        return outlet.country if outlet else None

    def wire_in(self, line: str) -> str | None:
        """The news agency that a line of a report credits, by name; None if it credits none.

        >>> load_outlets().wire_in("SEOUL, Oct. 31 (Yonhap) -- South Korea said")
        'Yonhap News Agency'
        >>> load_outlets().wire_in("By Jane Doe, The Associated Press")
        'Associated Press'
        >>> load_outlets().wire_in("The minister told Reuters that talks would go on.") is None
        True
        """
        for bracketed in re.findall(r"\(([^()]{2,40})\)", line[:HEAD]):
            for credit, outlet in self._bracketed:
                if bracketed.casefold() == credit.casefold():
                    return outlet.name
        if len(line.split()) > BYLINE_WORDS or PICTURE.search(line) or SAYING.search(line):
            return None
        return next((outlet.name for credit, outlet in self._bare if credit.search(line)), None)


@functools.cache
def load_outlets() -> Outlets:
    """The packaged outlets, from lexicon/data/outlets.csv, with the further names of media.csv."""
    owned = {"yes": True, "no": False}
    outlets = [
        Outlet(
            id=row["id"],
            name=row["name"],
            hosts=tuple(filter(None, row["hosts"].split("|"))),
            country=row["country"],
            kind=row["kind"],
            state_owned=owned.get(row["state_owned"]),
            owner=row["owner"],
            credits=tuple(filter(None, row["credits"].split("|"))),
            origin=row["origin"],
        )
        for row in load_table("outlets")
    ]
    forms = [(form, row["id"]) for row in load_table("media") for form in row["forms"].split("|") if form]
    return Outlets(outlets, forms)
