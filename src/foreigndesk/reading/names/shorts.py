"""Where words stand that can be short forms of the people a report names in full."""

from __future__ import annotations

from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import PARTICLES
from foreigndesk.reading.names.people import People
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.titles import TITLES

NUMBERS_AND_DATES = ("DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY")


def find_short_forms(scene: Scene, people: People, taken: set[int]) -> list[tuple[int, int]]:
    """Pairs of first word and end, the longest first at each place, none on words that are taken."""
    places = []
    index = 0
    while index < len(scene.words):
        length = 0
        if scene.words.normals[index] in people.openings and index not in taken and printed_as_name(scene, index):
            length = longest_at(scene, people, index, taken)
        if length and alone(scene, index, index + length):
            places.append((index, index + length))
        index += length or 1
    return places


def longest_at(scene: Scene, people: People, first: int, taken: set[int]) -> int:
    """How many words the longest short form has that begins at a word; 0 if none does."""
    words = scene.words
    for size in range(people.longest, 0, -1):
        group = words.slice(first, first + size)
        called = group in people.short or (group in people.given and scene.labelled(first, "PERSON"))
        whole = all(words.joined(index) for index in range(first, first + size - 1))
        if called and whole and not taken & set(range(first, first + size)):
            return size
    return 0


def printed_as_name(scene: Scene, index: int) -> bool:
    """Whether a word is printed as a name, also where a sentence opens."""
    words = scene.words
    if not words.capital(index):
        return words.normals[index] in PARTICLES
    if words.texts[index].isupper() and len(words.texts[index]) > 1:
        return False  # a dateline or a headline in capitals
    if scene.labelled(index, *NUMBERS_AND_DATES):
        return False
    opened = words.opens(index) and words.texts[index].lower() in scene.plain_words
    return not opened or scene.tagged(index, "PROPN")


def alone(scene: Scene, first: int, end: int) -> bool:
    """Whether no further capitalised word makes another name of it: "Trump Tower", "Chelsea Clinton"."""
    words = scene.words
    before = first - 1
    if before >= 0 and words.gap(before) == " " and words.capital(before) and not words.opens(before):
        usual = words.normals[before] in load_given_names() and words.normals[before] not in TITLES
        if usual:
            return False
    if end < len(words) and words.gap(end - 1) == " " and words.capital(end):
        label = scene.label_at(end)
        if label is None:
            return True
        token = scene.token_at(end)
        compound = token is not None and token.pos_ == "PROPN" and token.dep_ == "compound"
        return label is not scene.label_at(first) and not compound
    return True
