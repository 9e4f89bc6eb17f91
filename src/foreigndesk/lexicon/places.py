"""Where places lie: towns of 10,000 people or more, and the regions, seas and straits that the news names.

Towns: GeoNames (CC BY 4.0, www.geonames.org), see training/lexicon/cities.py. Regions: by hand, one point in the
middle. Which state a disputed place is put in says its row's origin; a sea has none.
"""

from __future__ import annotations

import bisect
import csv
import functools
import re
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files

from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.tables import load_table

# A town is meant without a word about its country if it is so many times larger than any of its name elsewhere:
# nobody writes "Paris" for the one in Texas. Tripoli (Libya v Lebanon) and Santiago (Chile v Dominican Republic), both
# by far the usual meaning, are five times as large as their nearest namesake.
OUTGROWS = 4

# "Sana'a" and "Xi'an" are one word in the table; "St. Petersburg" is written out there.
NO_APOSTROPHES = str.maketrans("", "", "'`’‘ʻʼ")
SAINT = re.compile(r"\bst\b")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place: its name, the state it lies in (alpha-3; none at sea), a point in degrees, and how many live there."""

    name: str
    country: str | None
    lat: float
    lon: float
    people: int
    origin: str


class Gazetteer:
    """The known places by name."""

    def __init__(self) -> None:
        """Load both tables; the towns stay lines of text until somebody asks for one."""
        text = (files("foreigndesk.lexicon") / "data" / "cities.csv").read_text(encoding="utf-8")
        self._towns = text.split("\n")[1:-1]
        self._regions: dict[str, KnownPlace] = {}
        for row in load_table("regions"):
            point = float(row["lat"]), float(row["lon"])
            place = KnownPlace(row["name"], row["country"] or None, *point, 0, row["origin"])
            for form in (row["name"], *filter(None, row["forms"].split("|"))):
                self._regions[normal_form(form.translate(NO_APOSTROPHES))] = place

    def named(self, name: str) -> tuple[KnownPlace, ...]:
        """The places of that name, a region first, then towns by size; () if none is known.

        >>> [(place.name, place.country) for place in load_gazetteer().named("Kiev")]
        [('Kyiv', 'UKR')]
        """
        key = SAINT.sub("saint", normal_form(name.translate(NO_APOSTROPHES)))
        found = [self._regions[key]] if key in self._regions else []
        first = bisect.bisect_left(self._towns, f"{key},")
        last = bisect.bisect_left(self._towns, f"{key}-", lo=first)  # "-" follows "," in Unicode
        for _, town, country, lat, lon, people, origin in csv.reader(self._towns[first:last]):
            found.append(KnownPlace(town, country, float(lat), float(lon), int(people), origin))
        return tuple(found) if key else ()

    def place(self, name: str, country: str | None = None, near: Collection[str] = ()) -> KnownPlace | None:
        """The one place that is meant; None if none is known, or it may be any of several.

        `country` is the state that the words themselves tell ("Tripoli, Lebanon"): a place elsewhere is not meant.
        `near` are the states that the report names: a place in one of them is meant before a larger one elsewhere.

        >>> gazetteer = load_gazetteer()
        >>> gazetteer.place("Tripoli").country, gazetteer.place("Tripoli", near={"LBN"}).country
        ('LBY', 'LBN')
        >>> gazetteer.place("San José", country="USA").lat
        37.34
        """
        known = self.named(name)
        if country is not None:
            return next((place for place in known if place.country in {country, None}), None)
        here = [place for place in known if place.country in near or place.country is None]
        meant = here or list(known)
        rivals = [place for place in meant[1:] if place.country != meant[0].country]
        if not meant or any(place.people * OUTGROWS > meant[0].people > 0 for place in rivals):
            return None
        return meant[0]


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The known places, loaded once."""
    return Gazetteer()
