"""Names as they were before a machine exchanged their words: restored beside the print, which stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import EASTERN
from foreigndesk.lexicon.thesaurus import load_thesaurus
from foreigndesk.model import ActorKind, Name, Reason, Spun
from foreigndesk.reading.names.titles import BEFORE_NAMES, TELLING
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.alternatives import alternatives
from foreigndesk.reading.spun.persons import given_name_behind, surname_behind
from foreigndesk.reading.spun.tortured import Tortured, find_tortured
from foreigndesk.reading.spun.tree import LINKS, Sort

# What one exchanged word may cost where the rest of the name vouches for it.
CLOSE_ELSEWHERE = 3.6
# Evidence (bits) from which a restored name is called sure.
SURE = 10.0
# Double names are two words: "Pike-Angler".
PART, PARTS = re.compile("-"), re.compile(r"[^\s-]+")
# The word right before a place, and what stands before it.
BEFORE = re.compile(r"(\S*)\s([A-Z]\w+) $")


def restore(names: Sequence[Name], doc: Doc, spun: Spun | None, actors: Actors) -> tuple[Name, ...]:
    """The names of a report, with those restored that a machine broke; in text that is not spun, as they are.

    A restored name says by which exchange ("Heart" for "Center"); its actor is filled in where the restored name is
    known. Printed words and offsets never change; a broken name that was not found as a name before is added, and one
    of which only a part was found is found whole.
    """
    if spun is None:
        return tuple(names)
    words = Words(doc.text)
    for found in find_tortured(words, actors):
        if found.meaning.sort is Sort.POST:
            continue  # what a speaker is called is no name
        names = with_known(names, words, found, actors)
    names = with_elsewhere(with_persons(names, doc.text, actors))
    return tuple(sorted(names, key=lambda name: name.start))


def with_elsewhere(names: Sequence[Name]) -> list[Name]:
    """The names with those restored that the report prints otherwise elsewhere, where it is known or printed more."""
    printed = Counter(name.printed for name in names)
    unbroken = [name for name in names if name.restored is None]
    found: dict[str, Name] = {}
    for name in unbroken:
        if name.actor is None and " " in name.printed and name.printed not in found:
            better = (
                other
                for other in unbroken
                if (other.actor or printed[other.printed] > printed[name.printed]) and told_elsewhere(name, other)
            )
            if meant := next(better, None):
                found[name.printed] = meant
    return [
        name if name.restored or name.printed not in found else as_elsewhere(name, found[name.printed])
        for name in names
    ]


def told_elsewhere(name: Name, other: Name) -> bool:
    """Whether a name is another of the report with one word exchanged or more, and one kept at least."""
    mine, theirs = name.printed.lower().split(), other.printed.lower().split()
    if len(mine) != len(theirs) or mine == theirs or name.kind != other.kind or not set(mine) & set(theirs) - LINKS:
        return False
    return all(
        one == two or dict(alternatives(one)).get(two, CLOSE_ELSEWHERE + 1) <= CLOSE_ELSEWHERE
        for one, two in zip(mine, theirs, strict=True)
    )


def as_elsewhere(name: Name, meant: Name) -> Name:
    """A name restored to how the report prints it elsewhere."""
    sentence = (
        f"This report is machine-spun, and elsewhere prints “{meant.printed}”, word for word near in meaning (likely)."
    )
    reason = Reason("restored-elsewhere", sentence)
    return replace(name, restored=meant.printed, actor=meant.actor, reasons=(*name.reasons, reason))


def with_persons(names: Sequence[Name], text: str, actors: Actors) -> list[Name]:
    """The names with unknown persons restored whose name is an exchanged word, wherever they are named again."""
    told: dict[str, tuple[str, Reason]] = {}
    for name in names:
        unknown = name.actor is None and name.restored is None and may_be_person(name)
        if unknown and not longer(text, name) and (found := person_behind(name)):
            told.update(found)
    again = [*names, *named_again(names, text, told)]
    return [renamed(name, told, actors) if may_be_person(name) and not name.restored else name for name in again]


def may_be_person(name: Name) -> bool:
    """Whether a name is a person's, or taken for a body's only because an exchanged word stands in it."""
    words = name.printed.split()
    return name.kind == "person" or (
        name.kind in {"body", ""} and len(words) == 2 and words[0].lower() in load_given_names()
    )


def named_again(names: Sequence[Name], text: str, told: Collection[str]) -> list[Name]:
    """Exchanged surnames by themselves that were not found as names: "Tune" behind "Tune Zhiyuan"."""
    found = []
    for match in re.finditer(r"(?<=[a-z,;] )[A-Z][a-z]+(?![\w-]| [A-Z])", text) if told else ():
        free = not any(name.start < match.end() and match.start() < name.end for name in names)
        if free and match.group() in told:
            found.append(Name(match.group(), None, None, match.start(), match.end(), (), "person"))
    return found


def longer(text: str, name: Name) -> bool:
    """Whether a capitalised word that is no title makes a longer name of a name: "Second Thomas Shoal"."""
    before = BEFORE.search(text[max(0, name.start - 60) : name.start])
    if before is None or before[1].endswith((".", "!", "?", "”", '"', ":")):
        return False
    return before[2].lower() not in BEFORE_NAMES | TELLING


def person_behind(name: Name) -> dict[str, tuple[str, Reason]] | None:
    """Printed word -> the word it stands for, and why, of a person named in full; None if all of it stays."""
    first, *rest = name.printed.split()
    if not rest:
        return None
    *before, last = PART.split(rest[-1])
    given = first.lower() in load_given_names()
    found: tuple[str, float] | None = None
    printed = last
    if given or not plain(first):
        found = surname_behind(last.lower(), eastern=not given and ("-" in first or first.lower() in EASTERN))
    if found is None and not given and (before or not plain(last)):
        printed = first
        eastern = bool(before) or last.lower() in EASTERN
        found = surname_behind(first.lower(), eastern=True) or (None if eastern else given_name_behind(first.lower()))
    if found is None:
        return None
    word = found[0].capitalize()
    sentence = f"This report is machine-spun: “{printed}” stands for “{word}”, a name near it in meaning (likely)."
    return {printed: (word, Reason("restored-person", sentence))}


def plain(word: str) -> bool:
    """Whether a word is one that machines exchange, so that it says little as a name."""
    return bool(load_thesaurus().expected(word.lower()))


def renamed(name: Name, told: dict[str, tuple[str, Reason]], actors: Actors) -> Name:
    """A person's name with exchanged words restored."""
    parts = PARTS.findall(name.printed)
    reasons = [told[part][1] for part in parts if part in told]
    if not reasons:
        return name
    restored = PARTS.sub(lambda part: told[part.group()][0] if part.group() in told else part.group(), name.printed)
    known = [actor for actor in actors.named(restored) if actor.kind is ActorKind.PERSON] if len(parts) > 1 else []
    actor = known[0].id if len(known) == 1 else name.actor
    return replace(name, restored=restored, actor=actor, kind="person", reasons=(*name.reasons, reasons[0]))


def with_known(names: Sequence[Name], words: Words, found: Tortured, actors: Actors) -> Sequence[Name]:
    """The names with one of them restored to a known one."""
    if found.meaning.sort is Sort.ROLE:
        return with_role(names, words, found, actors)
    start, end = words.starts[found.first], words.ends[found.end - 1]
    text = words.text[start:end]
    reason = reason_for(words, found)
    inside = [name for name in names if start <= name.start and name.end <= end]
    around = [
        name for name in names if name.start <= start and end <= name.end and (name.start, name.end) != (start, end)
    ]
    if around:
        whole = around[0]
        at = start - whole.start
        restored = whole.printed[:at] + found.meaning.printed + whole.printed[at + len(text) :]
        grown = replace(whole, restored=restored, reasons=(*whole.reasons, reason))
        return [grown if name is whole else name for name in names]
    if any(name.start < end and start < name.end and name not in inside for name in names):
        return names  # half inside another name
    kind = kind_of(found, actors)
    before = inside[0].reasons if len(inside) == 1 and inside[0].printed == text and not inside[0].actor else ()
    made = Name(text, found.meaning.printed, found.meaning.actor, start, end, (*before, reason), kind)
    return [*(name for name in names if name not in inside), made]


def with_role(names: Sequence[Name], words: Words, found: Tortured, actors: Actors) -> Sequence[Name]:
    """The names with a body restored that is named by its state and its office: "China's overseas ministry"."""
    start, end = words.starts[found.first], words.ends[found.end - 1]
    state = next((name for name in names if name.kind == "state" and 0 < start - name.end <= len("'s the ")), None)
    capital = all(words.capital(i) for i in range(found.first, found.end) if words.normals[i] not in LINKS)
    phrase = found.meaning.printed
    if state is not None and words.text[state.end : start] in {" ", "’s ", "'s ", "' ", "’ "}:
        body = actors.body_named((*as_words(state.printed), *phrase.split()))
        if body is None:
            return names
        printed = words.text[state.start : end]
        shown = titled(phrase) if capital else phrase
        restored = words.text[state.start : start] + shown
        made = Name(printed, restored, body.id, state.start, end, (reason_for(words, found),), "body")
        rest = [name for name in names if not (state.start <= name.start and name.end <= end)]
        return [*rest, made]
    if not capital or any(
        name.start < end and start < name.end and not (start <= name.start and name.end <= end) for name in names
    ):
        return names
    made = Name(words.text[start:end], titled(phrase), None, start, end, (reason_for(words, found),), "body")
    return [*(name for name in names if not (start <= name.start and name.end <= end)), made]


def as_words(printed: str) -> tuple[str, ...]:
    """A printed name as words to be compared."""
    return tuple(Words(printed).normals)


def titled(phrase: str) -> str:
    """A phrase printed like a name.

    >>> titled("ministry of foreign affairs")
    'Ministry of Foreign Affairs'
    """
    return " ".join(word if word in LINKS else word.capitalize() for word in phrase.split())


def kind_of(found: Tortured, actors: Actors) -> str:
    """What a restored name names."""
    actor = actors.get(found.meaning.actor) if found.meaning.actor else None
    if actor is None:
        return ""
    return {ActorKind.PERSON: "person", ActorKind.STATE: "state"}.get(actor.kind, "body")


def reason_for(words: Words, found: Tortured) -> Reason:
    """Why a name is restored as it is, with the exchanges."""
    exchanges = ", ".join(
        f"“{words.text[words.starts[swap.first] : words.ends[swap.end - 1]]}” stands for “{swap.expected}”"
        for swap in found.swaps
    )
    sure = "sure" if found.bits >= SURE else "likely"
    what = "a known name" if found.meaning.actor else "a known expression"
    return Reason(
        "restored", f"This report is machine-spun: {exchanges}; “{found.meaning.printed}” is {what} ({sure})."
    )
