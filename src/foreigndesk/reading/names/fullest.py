"""The fullest form of a name that a report prints."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.persons import groups_of, short_names
from foreigndesk.model import Name

QUOTED = "“{}”"


def full_name(name: Name, names: Sequence[Name]) -> str:
    """The longest form under which a report prints whom a name names: "Emi Mifune" for "Mifune".

    >>> full = Name("Emi Mifune", None, None, 0, 10)
    >>> full_name(Name("Mifune", None, None, 30, 36), [full])
    'Emi Mifune'
    """
    if name.actor is not None:
        same = [other.printed for other in names if other.actor == name.actor]
        return max((name.printed, *same), key=len)
    told_by = [reason.sentence for reason in name.reasons if QUOTED[0] in reason.sentence]
    told = [
        other.printed
        for other in names
        if other.actor is None and any(QUOTED.format(other.printed) in sentence for sentence in told_by)
    ]
    shorter = tuple(normal_words(name.printed))
    fuller = told or [
        other.printed
        for other in names
        if other.actor is None and len(other.printed) > len(name.printed) and stands_for(shorter, other.printed)
    ]
    return max((name.printed, *(told or fuller[:1])), key=len)


def stands_for(words: tuple[str, ...], printed: str) -> bool:
    """Whether words are a short form of a printed name of a person."""
    groups = groups_of(printed)
    shorts = {tuple(short.split()) for short in short_names(printed)}
    same_ends = len(groups_of(" ".join(words))) > 1 and (groups[0][0], groups[-1][-1]) == (words[0], words[-1])
    return words in shorts or same_ends
