"""Short forms of bodies that a report introduces itself: "the European Commission (EC)", then "the Commission"."""

from __future__ import annotations

from dataclasses import replace

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import Actor, Reason
from foreigndesk.reading.names.found import Found, Kind
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.vocabulary import BODY_HEADS
from foreigndesk.reading.names.words import Words

LONGEST = 8  # letters of an acronym; "UNIFIL" has six, "MINUSTAH" eight


def find_introduced(scene: Scene, known: list[Found], unknown: list[Found]) -> list[Found]:
    """All names, with acronyms that the report introduces read as it says, wherever they stand in it."""
    words = scene.words
    names = [*known, *unknown]
    meanings = {words.texts[name.end]: name for name in names if introduces(words, name)}
    if not meanings:
        return names
    return [
        introduced(words, name, meaning) if (meaning := meanings.get(name.printed(words))) else name for name in names
    ]


def introduces(words: Words, name: Found) -> bool:
    """Whether an acronym in brackets follows the name of a body."""
    at = name.end
    return (
        name.kind is Kind.BODY
        and at < len(words)
        and words.gap(at - 1) == " ("
        and words.gap(at).startswith(")")
        and words.texts[at].isupper()
        and 2 <= len(words.normals[at]) <= LONGEST
    )


def introduced(words: Words, name: Found, meaning: Found) -> Found:
    """A short form read as what the report says it stands for."""
    short, full = name.printed(words), meaning.printed(words)
    reason = Reason("introduced", f"The report introduces “{short}” as short for “{full}”.")
    return replace(name, kind=Kind.BODY, actor=meaning.actor, reasons=(reason,))


def find_called_by_head(scene: Scene, actors: Actors, names: list[Found], taken: set[int]) -> list[Found]:
    """Bodies called by the last word of their name, behind "the": "the Commission", "The Times".

    It is the body last named in full before, else the outlet of the report itself.
    """
    words = scene.words
    found = []
    for index in range(1, len(words)):
        head = words.normals[index]
        if head not in BODY_HEADS or not words.capital(index) or words.texts[index].isupper() or index in taken:
            continue
        if words.normals[index - 1] != "the" or words.gap(index - 1) != " " or goes_on(words, index):
            continue
        meant = last_named(words, names, head, index)
        actor = meant.actor if meant else outlet_called(scene, actors, head)
        full = meant.printed(words) if meant else actor.name if actor else None
        if full is not None:
            why = "named in full before" if meant else "the outlet of this report"
            reason = Reason("short-form", f"“{words.texts[index]}” is short for “{full}”, {why}.")
            found.append(Found(index, index + 1, Kind.BODY, actor, (reason,)))
    return found


def goes_on(words: Words, index: int) -> bool:
    """Whether a head word is only the beginning of a name: "the Council of Nowhere", "the Times Square"."""
    behind = index + 1
    return behind < len(words) and words.gap(index) == " " and (words.capital(behind) or words.normals[behind] == "of")


def last_named(words: Words, names: list[Found], head: str, before: int) -> Found | None:
    """The body of several words last named before a place that has that head word: "Institute of Nowhere"."""
    fitting = [
        name
        for name in names
        if name.kind is Kind.BODY and name.end <= before and name.end - name.first > 1 and head_of(words, name) == head
    ]
    return max(fitting, key=lambda name: name.first, default=None)


def head_of(words: Words, name: Found) -> str:
    """The head word of a body's name: the last before "of", "for", "on", else the last."""
    normals = words.slice(name.first, name.end)
    cut = min((normals.index(link) for link in ("of", "for", "on") if link in normals[1:]), default=len(normals))
    return normals[cut - 1]


def outlet_called(scene: Scene, actors: Actors, head: str) -> Actor | None:
    """The outlet of the report, if its name ends in a word."""
    outlet = load_outlets().named(scene.outlet) if scene.outlet else None
    return actors.get(outlet.id) if outlet and outlet.name.split()[-1].lower() == head else None
