"""Persons whom the parser overlooks, by how their names are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foreigndesk.lexicon.forms import FormKind
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import PARTICLES
from foreigndesk.reading.names.found import Found, Kind, unknown
from foreigndesk.reading.names.labelled import like_person
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.titles import BEFORE_NAMES, OFFICES, TITLES
from foreigndesk.reading.names.vocabulary import BODY_HEADS, COMMON
from foreigndesk.reading.names.words import HYPHENS, Words

LONGEST_NAME = 5  # words behind a title; "Mohammed bin Zayed Al Nahyan" has five


def find_titled(scene: Scene) -> Iterator[Found]:
    """Capitalised words behind a title or trade: "Prof Emi Mifune", "historian Jane Doe"."""
    words = scene.words
    for index, normal in enumerate(words.normals):
        if normal not in BEFORE_NAMES or not words.joined(index) or words.gap(index) in HYPHENS:
            continue
        first = index + 1
        end = end_of_name(words, first)
        long_enough = end - first >= 2 or (end > first and normal in TITLES and words.capital(index))
        if not long_enough or set(words.slice(first, end)) & (BODY_HEADS | COMMON | OFFICES):
            continue
        if scene.proper(first) and scene.proper(end - 1):
            why = f"follows the title “{words.texts[index]}”."
            yield unknown(words, first, end, Kind.PERSON, "titled-person", why)


def end_of_name(words: Words, first: int) -> int:
    """Where a person's name ends that can begin at a word; where it begins if there is none."""
    end = first
    while end < len(words) and end - first < LONGEST_NAME and part_of_name(words, first, end):
        end += 1
        if not words.joined(end - 1):
            break
    while end > first and not words.capital(end - 1) and words.gap(end - 2) not in HYPHENS:
        end -= 1
    return end


def part_of_name(words: Words, first: int, index: int) -> bool:
    """Whether a word can go on a person's name that began at `first`."""
    if words.possessive(index):
        return False
    if words.capital(index):
        return True
    return index > first and (words.normals[index] in PARTICLES or words.gap(index - 1) in HYPHENS)


def find_by_given_name(scene: Scene) -> Iterator[Found]:
    """A usual given name and a capitalised word that the parser made nothing of: "Dennis Wilder"."""
    words = scene.words
    for index, normal in enumerate(words.normals):
        if normal not in load_given_names() or not words.capital(index) or words.gap(index) != " ":
            continue
        label = scene.label_at(index)
        if label is not None and label.end > index + 1:
            continue
        end = index + 2
        if end < len(words) and len(words.texts[end - 1]) == 1 and words.capital(end) and words.joined(end - 1):
            end += 1
        if end <= len(words) and like_person(words, index, end) and scene.proper(end - 1):
            yield unknown(words, index, end, Kind.PERSON, "given-name", "begins with a usual given name.")


def find_forenamed(scene: Scene, known: Sequence[Found]) -> Iterator[Found]:
    """A known person's surname behind a first name that is not the known person's: "Ivanka Trump"."""
    words = scene.words
    covered = {index for found in known for index in range(found.first, found.end)}
    for found in known:
        before = found.first - 1
        if found.form is not FormKind.SHORT or found.kind is not Kind.PERSON or before < 0 or words.gap(before) != " ":
            continue
        usual = words.capital(before) and not words.texts[before].isupper() and words.normals[before] not in COMMON
        if not usual or words.normals[before] in BEFORE_NAMES or before in covered or scene.label_at(before):
            continue
        if scene.tagged(before, "PROPN"):
            why = "has a known person's surname, but another first name."
            yield unknown(words, before, found.end, Kind.PERSON, "unknown-person", why)
