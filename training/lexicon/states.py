"""Make lexicon/data/states.csv from rigour and countryinfo, both MIT, and corrections.csv (by hand).

Needs neither at run time of the desk:

    python -m venv venv && venv/bin/pip install rigour==2.6.1 countryinfo==1.0.1
    venv/bin/python training/lexicon/states.py src/foreigndesk/lexicon/data/states.csv

A cell of corrections.csv is added to what the packages give: items parted by "|", "-item" takes one away,
"=" in front replaces all.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import countryinfo
from rigour.territories import Territory, get_territories

HERE = Path(__file__).parent
COLUMNS = ("id", "name", "official", "country", "adjectives", "demonyms", "capitals", "forms", "origin")

# Spellings of countryinfo worth keeping: the official English names. The rest are codes and native names.
ENGLISH = re.compile(r"^(the )?[A-Z][\w' -]*\b(Republic|Kingdom|State|Federation|Commonwealth|Union|Duchy|Sultanate)\b")
PLURAL_AS_IT_IS = ("ese", "ish", "sh", "ch", "ss", "s")


def spellings() -> dict[str, dict[str, object]]:
    """The records of countryinfo by alpha-3 code."""
    found = {}
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        code = (record.get("ISO") or {}).get("alpha3")
        if code:
            found[code.upper()] = record
    return found


def corrected(given: Iterable[str], correction: str) -> str:
    """The items given, corrected by a cell of corrections.csv, as a cell."""
    items = [item.strip() for item in given if item and item.strip()]
    if correction.startswith("="):
        items, correction = [], correction[1:]
    for item in filter(None, correction.split("|")):
        if item.startswith("-"):
            items = [kept for kept in items if kept != item[1:]]
        else:
            items.append(item)
    return "|".join(dict.fromkeys(items))


def row_of(territory: Territory, record: dict[str, object], fix: dict[str, str]) -> dict[str, str]:
    """One row of states.csv."""
    code = territory.alpha3.upper()
    demonyms = [word.strip() for word in re.split("[,/]", str(record.get("demonym") or "")) if word.strip()]
    people = [form for word in demonyms for form in (word, word if word.endswith(PLURAL_AS_IT_IS) else word + "s")]
    adjectives = [word for word in demonyms if not word.endswith("er")]
    name = fix["name"] or territory.name
    official = fix["official"] or re.sub(r".*[(\[].*", "", territory.full_name)
    names = [territory.name] if fix["name"] and "(" not in territory.name else []
    names += [form for form in record.get("altSpellings") or [] if ENGLISH.match(form)]  # type: ignore[attr-defined]
    capital = [str(record.get("capital") or "")]
    corrections = any(fix[column] for column in ("name", "official", "adjectives", "demonyms", "capitals", "forms"))
    return {
        "id": code,
        "name": name,
        "official": official if official not in {name, "-"} else "",
        "country": fix["country"] or code,
        "adjectives": corrected(adjectives, fix["adjectives"]),
        "demonyms": corrected(people, fix["demonyms"]),
        "capitals": corrected(capital, fix["capitals"]),
        "forms": corrected((form for form in names if form not in {name, official}), fix["forms"]),
        "origin": "rigour 2.6.1 (MIT)"
        + ("; countryinfo 1.0.1 (MIT)" if record else "")
        + ("; corrected by hand" if corrections else ""),
    }


def main(target: Path) -> None:
    """Write the table."""
    records = spellings()
    with (HERE / "corrections.csv").open(encoding="utf-8", newline="") as lines:
        fixes = {row["id"]: row for row in csv.DictReader(lines)}
    territories = {t.alpha3.upper(): t for t in get_territories() if t.alpha3}
    with target.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        table.writeheader()
        for code in sorted(fixes):
            table.writerow(row_of(territories[code], records.get(code, {}), fixes[code]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
