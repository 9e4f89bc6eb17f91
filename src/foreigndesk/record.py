"""The record as JSON: the one place where values become bytes, and bytes values again."""

from __future__ import annotations

import functools
import inspect
from typing import Any, TypeVar

import msgspec

from foreigndesk.errors import DeskError
from foreigndesk.model import READING_SCHEMA, Reading

T = TypeVar("T")

SCHEMA_TITLE = "Foreign Desk: reading of one report"

SCHEMA_PREAMBLE = """All that Foreign Desk read in one news report.

Offsets (`start`, `end`) count the characters (Unicode code points) of the report's `text` from 0, ends exclusive.
Where an object has `start`, `end` and `text`, or `start`, `end` and `printed`, the words are the report's at these
offsets. Dates are ISO 8601. What is not known is null or an empty list, never a guess."""


def encode(value: object) -> bytes:
    """A value of the model as UTF-8 JSON, every field written out.

    Raises UnicodeEncodeError on text that is no Unicode (half a surrogate pair), TypeError on what is no value of the
    model. JSON knows no infinity: such a number becomes null.

    >>> from foreigndesk.model import Span
    >>> encode(Span(3, 5))
    b'{"start":3,"end":5}'
    """
    return msgspec.json.encode(value)


def decode(data: bytes | str, kind: type[T]) -> T:
    """The value of that kind which `encode` wrote; fields that a newer desk added are passed over.

    Raises DeskError when the data are no JSON, or JSON of something else.

    >>> from foreigndesk.model import Span
    >>> decode(b'{"start": 3, "end": 5}', Span)
    Span(start=3, end=5)
    """
    wanted: Any = kind  # mypy holds no type[T] for hashable, which every type is
    try:
        value: T = _decoder(wanted).decode(data)
    except msgspec.DecodeError as error:
        raise DeskError(
            f"not the JSON of a {getattr(kind, '__name__', kind)}: {error}",
            "`foreigndesk schema` prints what the record must look like",
        ) from error
    return value


@functools.cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a Reading, each type described by its docstring in the model."""
    name, _, version = READING_SCHEMA.rpartition("/")
    made = schema_of(Reading, f"urn:{name.replace('.', ':')}:{version}", SCHEMA_TITLE, SCHEMA_PREAMBLE)
    made["$defs"]["Reading"]["properties"]["schema"] = {"const": READING_SCHEMA, "default": READING_SCHEMA}
    return made


def schema_of(kind: type[object], schema_id: str, title: str, description: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a type, each type within described by its docstring."""
    described = decode(encode(msgspec.json.schema(kind)), dict[str, Any])  # tuples as the lists they are in JSON
    types: dict[str, dict[str, Any]] = described["$defs"]
    for definition in types.values():
        definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id,
        "title": title,
        "description": description,
        **described,
    }
