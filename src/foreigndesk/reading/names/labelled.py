"""What the parser labels as a person, a body, a group of people or a place, as candidates for names."""

from __future__ import annotations

from collections.abc import Iterator

from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import ARABIC_ARTICLES, PARTICLES, SUFFIXES
from foreigndesk.reading.names.found import Found, Kind, unknown
from foreigndesk.reading.names.scene import Label, Scene
from foreigndesk.reading.names.titles import BEFORE_NAMES
from foreigndesk.reading.names.vocabulary import BODY_HEADS, COMMON, PLACE_HEADS, TITLE_HEADS, TITLE_MODIFIERS
from foreigndesk.reading.names.words import HYPHENS, Words

KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.BODY, "NORP": Kind.PEOPLE, "GPE": Kind.PLACE, "FAC": Kind.BODY}
IN_FRONT = BEFORE_NAMES | {"the"}


def find_labelled(scene: Scene) -> Iterator[Found]:
    """The parser's persons, bodies, groups and places, without titles, articles and possessive endings."""
    words = scene.words
    for label in scene.labels:
        kind = KINDS.get(label.label)
        if kind is None or any(words.gap(index) == "" for index in range(label.first, label.end - 1)):
            continue  # no sign between: two words run together
        for piece in segments(words, label):
            first, end = trimmed(words, *piece)
            if first < end and (candidate := judged(scene, first, end, kind, building=label.label == "FAC")):
                yield candidate


def segments(words: Words, label: Label) -> Iterator[tuple[int, int]]:
    """The pieces of a labelled stretch that hang together: cut at commas, brackets, line breaks and "'s"."""
    first = label.first
    for index in range(label.first, label.end):
        if words.possessive(index):
            if first < index:
                yield first, index
            first = index + 1
        elif index + 1 == label.end or not words.joined(index):
            yield first, index + 1
            first = index + 1


def trimmed(words: Words, first: int, end: int) -> tuple[int, int]:
    """A stretch without what stands before a name, and without what is no part of it behind."""
    while first < end - 1 and (words.normals[first] in IN_FRONT or not words.capital(first)):
        if words.normals[first] in ARABIC_ARTICLES and words.gap(first) in HYPHENS:
            break
        first += 1
    while first < end and not words.capital(end - 1) and words.gap(end - 2) not in HYPHENS:
        end -= 1
    if end - first > 1 and len(words.texts[end - 1]) == 1:  # "Charles G." of "Charles G. and David H. Koch"
        end -= 1
    return first, end


def judged(scene: Scene, first: int, end: int, kind: Kind, *, building: bool) -> Found | None:
    """A labelled stretch as a name of some kind; None if it is none."""
    words = scene.words
    normals = words.slice(first, end)
    if no_name(scene, first, end) or (building and not BODY_HEADS & set(normals)):
        return None
    kind = kind_told(words, first, end, kind)
    if kind is Kind.PERSON:
        if not built_as_person(words, first, end):
            return None
        return unknown(words, *stretched(words, first, end), kind)
    in_title = normals[-1] in TITLE_MODIFIERS and end < len(words) and words.normals[end] in TITLE_HEADS
    return None if kind is Kind.BODY and in_title else unknown(words, first, end, kind)


def no_name(scene: Scene, first: int, end: int) -> bool:
    """Whether a stretch is a decoy, a number, or nothing but common words."""
    words = scene.words
    capitals = any(words.capital(index) for index in range(first, end))
    if not capitals or COMMON.issuperset(words.slice(first, end)) or scene.decoys.issuperset(range(first, end)):
        return True
    return end - first == 1 and not stands_alone(scene, first)


def kind_told(words: Words, first: int, end: int, kind: Kind) -> Kind:
    """What a stretch is by its own words, where they tell more than the parser's label."""
    last = words.normals[end - 1]
    if kind is Kind.PERSON and end - first > 1 and last in BODY_HEADS:
        return Kind.BODY
    if kind is Kind.PERSON and end - first > 1 and last in PLACE_HEADS:
        return Kind.PLACE
    return Kind.PERSON if kind is Kind.BODY and like_person(words, first, end) else kind


def like_person(words: Words, first: int, end: int) -> bool:
    """Whether two or three words begin as persons' names do: with a usual given name, or with initials."""
    last = words.normals[end - 1]
    return (
        2 <= end - first <= 3
        and (words.normals[first] in load_given_names() or has_initials(words, first, end))
        and last not in BODY_HEADS
        and last not in COMMON
        and all(words.capital(index) for index in range(first, end))
    )


def has_initials(words: Words, first: int, end: int) -> bool:
    """Whether a name has initials in front or in the middle: "T.R. Fehrenbach", "Morris J. Brooks"."""
    opening = words.texts[first]
    return (opening.endswith(".") and len(words.normals[first]) <= 3) or any(
        len(words.texts[index]) == 1 and words.gap(index) == ". " for index in range(first, end - 1)
    )


def built_as_person(words: Words, first: int, end: int) -> bool:
    """Whether all words are capitalised, save particles and what a hyphen joins ("Jong-un"), and none has a digit."""
    return all(
        words.texts[index].isalpha() or words.texts[index].endswith(".")  # initials: "J.D."
        for index in range(first, end)
    ) and all(
        words.capital(index) or words.normals[index] in PARTICLES or (index > first and words.gap(index - 1) in HYPHENS)
        for index in range(first, end)
    )


def stands_alone(scene: Scene, index: int) -> bool:
    """Whether a single word can be a name: no common word, no capital only because a sentence opens."""
    words = scene.words
    text = words.texts[index]
    if len(text) < 2 or words.normals[index] in COMMON or words.normals[index] in BEFORE_NAMES:
        return False
    if not text[0].isupper():
        return False
    return not words.opens(index) or (scene.tagged(index, "PROPN") and text.lower() not in scene.plain_words)


def stretched(words: Words, first: int, end: int) -> tuple[int, int]:
    """A person's name with what the parser cut off: a first name before an initial, "Jr." behind."""
    before = first - 1
    if len(words.texts[first]) == 1 and before >= 0 and words.joined(before) and words.capital(before):
        first -= words.normals[before] not in BEFORE_NAMES and not words.possessive(before)
    if end < len(words) and words.normals[end] in SUFFIXES and words.capital(end):
        end += words.gap(end - 1) in {" ", ", "}
    return first, end
