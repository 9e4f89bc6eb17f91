"""Names of a machine-spun report restored from the report it was spun from: what stands there in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from foreigndesk.model import Kinship, KinshipKind, Name, Reason, Report, Span

WORD = re.compile(r"\w+")
# A name grows or shrinks by few words when it is spun ("Financial institution" for Bank); more is another passage.
MOST_WORDS_MORE = 2

Aligned = tuple[Span, Span]


def restore_by_kin(
    kinship: Kinship, child: Report, names: Sequence[Name], parent: Report, parent_names: Sequence[Name]
) -> tuple[Name, ...]:
    """The names of a spun report (`child`, the debtor) with those restored that its parent prints otherwise.

    Only between reports that were judged to be spun one from the other; else the names as they are. The parent's print
    wins over what was restored from the child alone: it is what stood there.
    """
    if kinship.kind is not KinshipKind.SPUN or (kinship.debtor, kinship.creditor) != (child.id, parent.id):
        return tuple(names)
    passages = [
        (Span(one.debtor.start, one.debtor.end), Span(one.creditor.start, one.creditor.end)) for one in kinship.shared
    ]
    replaced = [pair for passage in passages for pair in find_replaced(child.text, parent.text, *passage)]
    return tuple(restored(name, parent, parent_names, replaced) for name in names)


def find_replaced(child: str, parent: str, here: Span, there: Span) -> Iterator[Aligned]:
    """Where a passage and its parent differ: stretches of words between words that both have, as spans of the texts.

    Words that both have are also given, each with its like, so that a name can be followed whole.
    """
    mine = [match.span() for match in WORD.finditer(child, here.start, here.end)]
    theirs = [match.span() for match in WORD.finditer(parent, there.start, there.end)]
    matcher = SequenceMatcher(
        None,
        [child[start:end].lower() for start, end in mine],
        [parent[start:end].lower() for start, end in theirs],
        autojunk=False,
    )
    for kind, first, end, other, other_end in matcher.get_opcodes():
        if kind == "equal":
            for one, two in zip(mine[first:end], theirs[other:other_end], strict=True):
                yield Span(*one), Span(*two)
        elif kind == "replace":
            yield Span(mine[first][0], mine[end - 1][1]), Span(theirs[other][0], theirs[other_end - 1][1])


def restored(name: Name, parent: Report, parent_names: Iterable[Name], aligned: Sequence[Aligned]) -> Name:
    """A name as its parent prints it, if the parent has a name in its place that reads otherwise."""
    place = followed(Span(name.start, name.end), aligned)
    if place is None:
        return name
    best = [one for one in parent_names if place.touches(Span(one.start, one.end))]
    if len(best) != 1:
        return name
    meant = best[0]
    fuller = meant.restored or meant.printed
    grown = abs(len(WORD.findall(fuller)) - len(WORD.findall(name.printed)))
    if fuller == name.printed or grown > MOST_WORDS_MORE or not place.covers(Span(meant.start, meant.end)):
        return name
    sentence = f"The report that this one was spun from ({parent.outlet or parent.id}) prints “{fuller}” here."
    return replace(
        name,
        restored=fuller,
        actor=meant.actor or name.actor,
        reasons=(*name.reasons, Reason("restored-by-kin", sentence)),
    )


def followed(span: Span, aligned: Sequence[Aligned]) -> Span | None:
    """The place in the parent of a place in the child; None if either end is not aligned or order is broken."""
    touched = sorted(there for here, there in aligned if here.touches(span))
    if not touched:
        return None
    return Span(touched[0].start, max(one.end for one in touched))
