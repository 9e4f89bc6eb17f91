"""Forms that mean something else as well, and what must hold for them to count as a name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.tables import load_table


class GuardKind(StrEnum):
    """What a guard looks at."""

    DECOY = "decoy"  # never an actor: "South China Sea"
    PERSON = "person"  # not where the parser sees a person's name: "Michael Jordan"
    WORD = "word"  # not where it is an ordinary word: "Polish your shoes"
    LABEL = "label"  # only where the parser gives one of these entity labels
    THE = "the"  # only behind "the"
    CAPS = "caps"  # not in a line of capitals, where "US" may be "us"
    HOME = "home"  # only in a report that names one of these states, or comes from there
    CHOOSE = "choose"  # several actors: the one whose state the report names most
    UNLESS = "unless"  # not in a report with one of these words
    NEAREST = "nearest"  # by the nearest of some words: "+Russia" speaks for the form, "-Florida" against it
    BRUSSELS = "brussels"  # the European Union in a report that names it, else Belgium


@dataclass(frozen=True, slots=True)
class Guard:
    """One condition on a form: its cues (states, labels or words), and what else the form can mean."""

    kind: GuardKind
    cues: tuple[str, ...]
    why: str


@functools.cache
def load_guards() -> dict[str, tuple[Guard, ...]]:
    """The guards of every guarded form, by normal form, from lexicon/data/ambiguous.csv; all of them must hold.

    >>> [guard.kind.value for guard in load_guards()["south china sea"]]
    ['decoy']
    """
    guards: dict[str, tuple[Guard, ...]] = {}
    for row in load_table("ambiguous"):
        guard = Guard(GuardKind(row["guard"]), tuple(filter(None, row["cues"].split("|"))), row["why"])
        form = normal_form(row["form"])
        guards[form] = (*guards.get(form, ()), guard)
    return guards
