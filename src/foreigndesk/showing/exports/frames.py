"""The record as Arrow tables, for Parquet files and notebooks: one table a noun, one row a finding, fixed columns.

Offsets are characters of the report's text from 0, ends exclusive; days and times are ISO 8601, as in the record.
`lineage` tells which rows come from one family of reports: group by it before you count.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from foreigndesk.corrections import is_reviewed
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Event, Forecast, Kinship, Mention, Name, Party, Reading, Report, Silence, Statement
from foreigndesk.showing.exports.coded import show_csv

Frames = dict[str, pa.Table]
TEXT, INTEGER, NUMBER, YES = pa.string(), pa.int64(), pa.float64(), pa.bool_()
TEXTS = pa.list_(pa.string())

Cell = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what it stands in: the report, its lineage, and the version of the reader that found it."""

    report: Report
    lineage: str
    reader: str
    finding: Any


def names_of(mentions: Iterable[Mention | Party]) -> list[str]:
    """The names of several people or parties, as printed where they are not known."""
    return [one.name or (one.printed if isinstance(one, Mention) else "") or "" for one in mentions]


def actors_of(mentions: Iterable[Mention | Party]) -> list[str | None]:
    """Their ids as known actors, in the same order."""
    return [one.actor for one in mentions]


def of_report(get: Callable[[Report], object]) -> Cell:
    """A cell from the report of a row."""
    return lambda row: get(row.report)


def of(get: Callable[[Any], object]) -> Cell:
    """A cell from the finding of a row."""
    return lambda row: get(row.finding)


Column = tuple[str, pa.DataType, Cell]

# What every table begins with: where its rows stand.
PLACE: tuple[Column, ...] = (
    ("report", TEXT, of_report(lambda one: one.id)),
    ("outlet", TEXT, of_report(lambda one: one.outlet)),
    ("published", TEXT, of_report(lambda one: one.published)),
    ("lineage", TEXT, lambda row: row.lineage),
    ("reader", TEXT, lambda row: row.reader),
)

REPORTS: tuple[Column, ...] = (
    *PLACE,
    ("headline", TEXT, of_report(lambda one: one.headline)),
    ("byline", TEXT, of_report(lambda one: one.byline)),
    ("dateline", TEXT, of_report(lambda one: one.dateline)),
    ("wire", TEXT, of_report(lambda one: one.wire)),
    ("published_by", TEXT, of_report(lambda one: one.published_by)),
    ("url", TEXT, of_report(lambda one: one.url)),
    ("language", TEXT, of_report(lambda one: one.language)),
    ("sha256", TEXT, of_report(lambda one: one.sha256)),
    ("characters", INTEGER, of_report(lambda one: len(one.text))),
    ("spun", YES, of(lambda one: one.spun is not None)),
)

STATEMENTS: tuple[Column, ...] = (
    ("id", TEXT, of(lambda one: one.id)),
    *PLACE,
    ("kind", TEXT, of(lambda one: one.kind.value)),
    ("speaker", TEXT, of(lambda one: one.speaker.name or one.speaker.printed)),
    ("speaker_printed", TEXT, of(lambda one: one.speaker.printed)),
    ("speaker_actor", TEXT, of(lambda one: one.speaker.actor)),
    ("speaker_country", TEXT, of(lambda one: one.speaker.country)),
    ("speaker_post", TEXT, of(lambda one: one.speaker.post)),
    ("speaker_doubt", TEXT, of(lambda one: one.speaker.doubt)),
    ("sourcing", TEXT, of(lambda one: one.sourcing.kind.value)),
    ("speaks_for", TEXT, of(lambda one: one.sourcing.speaks_for)),
    ("force", TEXT, of(lambda one: one.force.value)),
    ("hedges", TEXTS, of(lambda one: [word.text for word in one.certainty.words])),
    ("band", TEXT, of(lambda one: one.certainty.band)),
    ("cue", TEXT, of(lambda one: one.cue.text if one.cue else None)),
    ("content", TEXT, of(lambda one: one.words)),
    ("addressees", TEXTS, of(lambda one: names_of(one.addressees))),
    ("via", TEXTS, of(lambda one: names_of(one.via))),
    ("within", TEXT, of(lambda one: one.within)),
    ("earliest", TEXT, of(lambda one: one.when.earliest if one.when else None)),
    ("latest", TEXT, of(lambda one: one.when.latest if one.when else None)),
    ("start", INTEGER, of(lambda one: one.content[0].start if one.content else None)),
    ("end", INTEGER, of(lambda one: one.content[-1].end if one.content else None)),
    ("model_score", NUMBER, of(lambda one: one.model_score)),
    ("reviewed", YES, of(is_reviewed)),
)

EVENTS: tuple[Column, ...] = (
    ("id", TEXT, of(lambda one: one.id)),
    *PLACE,
    ("type", TEXT, of(lambda one: one.type)),
    ("quad", INTEGER, of(lambda one: load_types()[one.type].quad)),
    ("scale", NUMBER, of(lambda one: load_types()[one.type].scale)),
    ("mode", TEXTS, of(lambda one: list(one.mode))),
    ("context", TEXTS, of(lambda one: list(one.context))),
    ("actors", TEXTS, of(lambda one: names_of(one.actor))),
    ("actor_ids", TEXTS, of(lambda one: actors_of(one.actor))),
    ("actor_codes", TEXTS, of(lambda one: [party.code for party in one.actor])),
    ("recipients", TEXTS, of(lambda one: names_of(one.recipient))),
    ("recipient_ids", TEXTS, of(lambda one: actors_of(one.recipient))),
    ("recipient_codes", TEXTS, of(lambda one: [party.code for party in one.recipient])),
    ("via", TEXTS, of(lambda one: names_of(one.via))),
    ("auxiliary_mode", TEXT, of(lambda one: one.auxiliary_mode)),
    ("statement", TEXT, of(lambda one: one.statement)),
    ("uncertain", TEXT, of(lambda one: one.uncertain)),
    ("earliest", TEXT, of(lambda one: one.when.earliest if one.when else None)),
    ("latest", TEXT, of(lambda one: one.when.latest if one.when else None)),
    ("place", TEXT, of(lambda one: (one.place.name or one.place.printed) if one.place else None)),
    ("country", TEXT, of(lambda one: one.place.country if one.place else None)),
    ("lat", NUMBER, of(lambda one: one.place.lat if one.place else None)),
    ("lon", NUMBER, of(lambda one: one.place.lon if one.place else None)),
    ("passage", TEXT, of(lambda one: one.passage.text)),
    ("trigger", TEXT, of(lambda one: one.trigger.text)),
    ("start", INTEGER, of(lambda one: one.trigger.start)),
    ("end", INTEGER, of(lambda one: one.trigger.end)),
    ("model_score", NUMBER, of(lambda one: one.model_score)),
    ("reviewed", YES, of(is_reviewed)),
)

NAMES: tuple[Column, ...] = (
    *PLACE,
    ("printed", TEXT, of(lambda one: one.printed)),
    ("restored", TEXT, of(lambda one: one.restored)),
    ("actor", TEXT, of(lambda one: one.actor)),
    ("kind", TEXT, of(lambda one: one.kind)),
    ("start", INTEGER, of(lambda one: one.start)),
    ("end", INTEGER, of(lambda one: one.end)),
    ("reviewed", YES, of(is_reviewed)),
)

FORECASTS: tuple[Column, ...] = (
    ("id", TEXT, of(lambda one: one.id)),
    *PLACE,
    ("outcome", TEXT, of(lambda one: one.outcome.text)),
    ("condition", TEXT, of(lambda one: one.condition.text if one.condition else None)),
    ("earliest", TEXT, of(lambda one: one.horizon.earliest if one.horizon else None)),
    ("latest", TEXT, of(lambda one: one.horizon.latest if one.horizon else None)),
    ("statement", TEXT, of(lambda one: one.statement)),
    ("start", INTEGER, of(lambda one: one.outcome.start)),
    ("end", INTEGER, of(lambda one: one.outcome.end)),
    ("reviewed", YES, of(is_reviewed)),
)

SILENCES: tuple[Column, ...] = (
    ("id", TEXT, of(lambda one: one.id)),
    *PLACE,
    ("kind", TEXT, of(lambda one: one.kind.value)),
    ("actor", TEXT, of(lambda one: one.actor)),
    ("name", TEXT, of(lambda one: one.name)),
    ("about", TEXT, of(lambda one: one.about)),
    ("since", TEXT, of(lambda one: one.since)),
    ("until", TEXT, of(lambda one: one.until)),
)

KINSHIPS: tuple[Column, ...] = (
    ("id", TEXT, lambda one: one.id),
    ("debtor", TEXT, lambda one: one.debtor),
    ("creditor", TEXT, lambda one: one.creditor),
    ("kind", TEXT, lambda one: one.kind.value),
    ("score", NUMBER, lambda one: one.score),
    ("doubt", TEXT, lambda one: one.doubt),
)

# In the order in which a reader of the files looks for them; a field of a reading, its type in the model, its columns.
OF_READINGS: Mapping[str, tuple[str, type[Any], tuple[Column, ...]]] = {
    "statements": ("statements", Statement, STATEMENTS),
    "events": ("events", Event, EVENTS),
    "names": ("names", Name, NAMES),
    "forecasts": ("forecasts", Forecast, FORECASTS),
    "silences": ("silences", Silence, SILENCES),
}
TABLES = ("reports", *OF_READINGS, "kinships")


def table_of(columns: Sequence[Column], rows: Sequence[Any]) -> pa.Table:
    """The Arrow table of rows under columns, typed also where there are no rows."""
    arrays = [pa.array([cell(row) for row in rows], kind) for _, kind, cell in columns]
    return pa.Table.from_arrays(arrays, schema=pa.schema([(name, kind) for name, kind, _ in columns]))


def frames(readings: Iterable[Reading], kinships: Iterable[Kinship], lineage: Callable[[str], str]) -> Frames:
    """All tables of some readings, by name (TABLES); `lineage` gives the id of a report's lineage."""
    rows: dict[str, list[Row]] = {name: [] for name in ("reports", *OF_READINGS)}
    for reading in readings:
        report = reading.report
        family = lineage(report.id)
        rows["reports"].append(Row(report, family, reading.reader, reading))
        for name, (field, _, _) in OF_READINGS.items():
            rows[name] += [Row(report, family, reading.reader, one) for one in getattr(reading, field)]
    made = {"reports": table_of(REPORTS, rows["reports"])}
    made |= {name: table_of(columns, rows[name]) for name, (_, _, columns) in OF_READINGS.items()}
    return made | {"kinships": table_of(KINSHIPS, list(kinships))}


def show_table_as(table: pa.Table, kind: str) -> bytes:
    """A table as csv (lists joined by semicolons), json (a list of objects) or parquet. Raises ValueError for another.

    >>> show_table_as(pa.table({"id": ["s-1"], "via": [["Qatar", "Oman"]]}), "csv")
    b'id,via\\ns-1,Qatar; Oman\\n'
    """
    match kind:
        case "csv":
            rows = (
                {name: "; ".join(map(str, cell)) if isinstance(cell, list) else cell for name, cell in row.items()}
                for row in table.to_pylist()
            )
            return show_csv(table.column_names, rows).encode()
        case "json":
            return json.dumps(table.to_pylist(), ensure_ascii=False).encode()
        case "parquet":
            out = io.BytesIO()
            pq.write_table(table, out, compression="zstd")
            return out.getvalue()
        case _:
            raise ValueError(f"no table is written as {kind!r}")


# Kept in every file's metadata, for whoever finds it without the project.
ABOUT = {
    "title": "Foreign Desk export",
    "offsets": "characters (Unicode code points) of the report's text from 0, ends exclusive",
    "model_score": "the reader's own number, never a likelihood of truth",
    "lineage": "rows of one lineage come from one family of copies: count lineages, not rows",
}


def write_parquet(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    """Write one Parquet file a table into a folder, which is made; their paths. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, table in tables.items():
        about = {b"foreigndesk": json.dumps({**ABOUT, "table": name}).encode()}
        path = folder / f"{name}.parquet"
        pq.write_table(table.replace_schema_metadata(about), path, compression="zstd")
        paths.append(path)
    return paths
