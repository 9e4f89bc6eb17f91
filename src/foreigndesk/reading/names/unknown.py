"""Names that no table knows, beside those that are known."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.lexicon.forms import FormKind
from foreigndesk.reading.names.found import Found, Kind, unknown
from foreigndesk.reading.names.labelled import built_as_person, find_labelled, trimmed
from foreigndesk.reading.names.patterned import find_by_given_name, find_forenamed, find_titled
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.vocabulary import BODY_HEADS


def find_unknown(scene: Scene, known: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Known names that stand, and the unknown ones beside them, none overlapping.

    A longer name of a body or person wins over a known name inside it ("Bank of China", "Hunter Biden").
    """
    holder = {index: found for found in known for index in range(found.first, found.end)}
    candidates: list[Found] = []
    for candidate in (
        *find_labelled(scene),
        *find_titled(scene),
        *find_by_given_name(scene),
        *find_forenamed(scene, known),
    ):
        inside = {id(found): found for i in range(candidate.first, candidate.end) if (found := holder.get(i))}
        if any(not wins(scene, candidate, found) for found in inside.values()):
            standing = remainder(scene, candidate, holder)
        else:
            standing = candidate
        if standing is not None:
            for found in inside.values():
                if standing is candidate:
                    for index in range(found.first, found.end):
                        holder.pop(index, None)
            candidates.append(standing)
            holder.update(dict.fromkeys(range(standing.first, standing.end), standing))
    kept = {id(found) for found in holder.values()}
    return [found for found in known if id(found) in kept], [found for found in candidates if id(found) in kept]


def wins(scene: Scene, candidate: Found, known: Found) -> bool:
    """Whether an unknown name wins over a known one that it overlaps."""
    if not (candidate.first <= known.first and known.end <= candidate.end) or known.actor is None:
        return False
    if (candidate.first, candidate.end) == (known.first, known.end):
        return False
    if candidate.kind is Kind.PERSON:
        # "Hunter Biden": a longer person's name than the known one.
        return known.kind is Kind.PERSON and known.form is FormKind.SHORT and known.end == candidate.end
    if candidate.kind is not Kind.BODY:
        return False
    normals = scene.words.slice(candidate.first, candidate.end)
    if known.end < candidate.end:  # "Harvard Law School", "China Merchants Bank"
        return normals[-1] in BODY_HEADS
    return known.kind is Kind.STATE and "of" in normals  # "Bank of China"


def remainder(scene: Scene, candidate: Found, holder: dict[int, Found]) -> Found | None:
    """What is left of a person's name beside a known name: "Emi Mifune" of "Japan Emi Mifune"."""
    if candidate.kind is not Kind.PERSON:
        return None
    free = [index for index in range(candidate.first, candidate.end) if index not in holder]
    if len(free) < 2 or free[-1] - free[0] != len(free) - 1:
        return None
    first, end = trimmed(scene.words, free[0], free[-1] + 1)
    if end - first < 2 or not built_as_person(scene.words, first, end):
        return None
    return unknown(scene.words, first, end, Kind.PERSON)
