from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk import model
from foreigndesk.errors import DeskError
from foreigndesk.model import READING_SCHEMA, Actor, Cite, Passage, Reading, Report, Span, Statement
from foreigndesk.record import decode, encode, schema
from tests import strategies

few = settings(max_examples=25, deadline=None)  # a drawn reading is large: some 50 ms each


@few
@given(strategies.readings())
def test_a_reading_comes_back_from_its_json_as_it_was(reading: Reading) -> None:
    assert decode(encode(reading), Reading) == reading


@given(strategies.actors)
def test_an_actor_comes_back_from_its_json_as_it_was(actor: Actor) -> None:
    assert decode(encode(actor), Actor) == actor


@given(strategies.reports().flatmap(strategies.cites))
def test_a_cite_comes_back_from_its_json_as_it_was(cite: Cite) -> None:
    assert decode(encode(cite), Cite) == cite


@few
@given(strategies.readings())
def test_a_tuple_of_statements_comes_back_from_its_json_as_it_was(reading: Reading) -> None:
    assert decode(encode(reading.statements), tuple[Statement, ...]) == reading.statements


@few
@given(strategies.readings())
def test_what_the_strategies_draw_quotes_the_text_truly(reading: Reading) -> None:
    text = reading.report.text
    drawn = list(_every(reading))
    passages = [value for value in drawn if isinstance(value, Passage)]
    assert [text[passage.start : passage.end] for passage in passages] == [passage.text for passage in passages]
    printed = [value for value in drawn if isinstance(value, model.Name | model.When | model.Place | model.Mention)]
    assert [value.printed for value in printed if value.start is not None] == [
        text[value.start : value.end] for value in printed if value.start is not None
    ]


def _every(value: Any) -> Any:
    """The value and everything in it."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from _every(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _every(getattr(value, field.name))


def test_a_field_that_a_newer_desk_added_is_passed_over() -> None:
    assert decode(b'{"start": 1, "end": 2, "colour": "red"}', Span) == Span(1, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"start": 1}',
        b'{"start": 1, "end": "2"}',
        b'{"start": 3, "end": 2}',
        b'{"start": -1, "end": 2}',
        b"\xff",
    ],
)
def test_json_of_something_else_is_an_error_of_the_desk_with_a_hint(data: bytes) -> None:
    with pytest.raises(DeskError) as caught:
        decode(data, Span)
    assert "Span" in caught.value.message
    assert caught.value.hint


def test_a_report_keeps_characters_of_every_kind() -> None:
    report = Report("r-1", "a.txt", "“Ünï” 北京 \U0001f600 \u2028 \x00 \r\n")
    assert decode(encode(report), Report) == report


# -- the schema --------------------------------------------------------------------------------------------------------


def test_the_schema_says_what_it_is_of_which_version_and_how_offsets_count() -> None:
    written = schema()
    assert written["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert written["$id"] == "urn:foreigndesk:reading:1"
    assert written["$ref"] == "#/$defs/Reading"
    assert "from 0, ends exclusive" in written["description"]
    assert written["$defs"]["Reading"]["properties"]["schema"]["const"] == READING_SCHEMA


def test_every_type_of_the_schema_bears_the_docstring_of_the_model_without_its_indent() -> None:
    described = {name: definition["description"] for name, definition in schema()["$defs"].items()}
    assert described["Span"] == "A stretch of a report's text: [start, end) in characters."
    assert [name for name, description in described.items() if not description or "\n  " in description] == []
    assert {name for name in described if not hasattr(model, name)} == set()


def test_the_schema_can_be_written_down_as_json_and_points_nowhere_outside_itself() -> None:
    written = schema()
    assert json.loads(json.dumps(written)) == written
    assert _references(written) <= {f"#/$defs/{name}" for name in written["$defs"]}


def _references(part: Any) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if "$ref" in part else set()
        return own.union(*(_references(value) for value in part.values()))
    if isinstance(part, list):
        return set[str]().union(*(_references(value) for value in part))
    return set()


@few
@given(strategies.readings())
def test_every_reading_is_valid_by_the_schema(reading: Reading) -> None:
    written = schema()
    assert _faults(json.loads(encode(reading)), written, written) == []


@few
@given(strategies.readings(), st.sampled_from(["report", "reader"]))
def test_a_reading_that_lacks_something_is_not_valid_by_the_schema(reading: Reading, missing: str) -> None:
    written = schema()
    value = json.loads(encode(reading))
    del value[missing]
    assert _faults(value, written, written) != []


TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "number": (int, float),
    "integer": int,
}


def _faults(value: Any, rule: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    """What a value breaks of the keywords of JSON Schema that ours uses; any other keyword is a fault."""
    annotations = {"title", "description", "default", "$schema", "$id", "$defs"}
    known = {"$ref", "type", "properties", "required", "items", "anyOf", "enum", "const"}
    faults = [f"unknown keyword {keyword}" for keyword in rule.keys() - annotations - known]
    if "$ref" in rule:
        faults += _faults(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole)
    if "type" in rule and not isinstance(value, TYPES[rule["type"]]):
        return [*faults, f"{value!r} is no {rule['type']}"]
    if "const" in rule and value != rule["const"]:
        faults.append(f"{value!r} is not {rule['const']!r}")
    if "enum" in rule and value not in rule["enum"]:
        faults.append(f"{value!r} is none of {rule['enum']}")
    if "anyOf" in rule and all(_faults(value, choice, whole) for choice in rule["anyOf"]):
        faults.append(f"{value!r} is nothing of {rule['anyOf']}")
    faults += [f"{name} is missing" for name in rule.get("required", ()) if name not in value]
    for name, part in rule.get("properties", {}).items():
        if name in value:
            faults += _faults(value[name], part, whole)
    if "items" in rule:
        faults += [fault for part in value for fault in _faults(part, rule["items"], whole)]
    return faults
