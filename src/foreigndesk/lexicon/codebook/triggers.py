"""The table of triggers: which words, in which company, name which event, and where its parties stand.

A row of triggers.csv reads

    trigger    the words, by lemma; of a verb the first is the verb, of a noun the last ("air strike", "carry out")
    kind       verb, adjective, noun (tells a deed by itself: "invasion") or thing (only with a verb: "sanctions")
    with       conditions, all of which must hold: [!]PATH[:WORDS][#KIND]
               PATH walks the grammar from the trigger: subj, obj, poss, mod, clause, acomp, oprd, dative or a
               preposition; "obj.mod" leads to the object's modifiers
               WORDS are lemmas, or @classes of plover_nouns.csv, separated by commas
               KIND is what the word must stand for: party, person, state, place, official, spoken (can speak), several,
               joined (by "and"), self, infinitive
    actor      paths to the actors: | separates what is tried in turn, + what is taken together
    recipient  the same for recipients; "-" for a deed that has none, all of its parties being actors
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.tables import load_table

Path = tuple[str, ...]
# What is tried in turn, each a group of paths taken together.
Roles = tuple[tuple[Path, ...], ...]

CONDITION = re.compile(r"(?P<no>!)?(?P<path>[\w.-]+)(?::(?P<words>[^#]+))?(?:#(?P<kind>\w+))?")

# Where an adjective's and a verb's parties stand unless the row says otherwise.
USUAL_ACTOR = "subj"
USUAL_RECIPIENT = "obj"


class Kind(StrEnum):
    """What sort of word a trigger is."""

    VERB = "verb"
    ADJECTIVE = "adjective"
    NOUN = "noun"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, negated, must not) stand in a place: any word, one of some words, or a word of a kind."""

    path: Path
    words: frozenset[str]
    kind: str | None
    negated: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an event. `weight` is larger the more a row asks for; the heaviest row that fits is taken."""

    words: tuple[str, ...]
    kind: Kind
    conditions: tuple[Condition, ...]
    type: str
    mode: str | None
    actor: Roles
    recipient: Roles
    name: str

    @property
    def weight(self) -> int:
        """Three for each word after the first, two for a condition on words, one for any other."""
        asked = sum(2 if condition.words else 1 for condition in self.conditions if not condition.negated)
        return 3 * (len(self.words) - 1) + asked


@functools.cache
def load_nouns() -> Mapping[str, frozenset[str]]:
    """The classes of nouns that conditions name with @."""
    return {row["class"]: frozenset(row["words"].split(";")) for row in load_table("plover_nouns")}


def parse_roles(text: str) -> Roles:
    """Roles from their notation.

    >>> parse_roles("subj+obj.with|by")
    ((('subj',), ('obj', 'with')), (('by',),))
    """
    groups = [group for group in text.split("|") if group not in {"", "-"}]
    return tuple(tuple(tuple(path.split(".")) for path in group.split("+")) for group in groups)


def parse_condition(text: str) -> Condition:
    """A condition from its notation; ValueError if it is none.

    >>> parse_condition("!obj.mod:joint,bilateral").path
    ('obj', 'mod')
    """
    match = CONDITION.fullmatch(text)
    if match is None:
        raise ValueError(f"not a condition: {text!r}")
    words: set[str] = set()
    for word in (match["words"] or "").split(","):
        words |= load_nouns()[word[1:]] if word.startswith("@") else {word}
    words.discard("")
    return Condition(tuple(match["path"].split(".")), frozenset(words), match["kind"], match["no"] is not None)


@functools.cache
def load_triggers() -> Mapping[tuple[str, bool], tuple[Trigger, ...]]:
    """The triggers by the lemma of the word that carries them and whether it is a noun, heaviest first."""
    found: dict[tuple[str, bool], list[Trigger]] = {}
    for row in load_table("triggers"):
        kind, words = Kind(row["kind"]), tuple(row["trigger"].split())
        nominal = kind in {Kind.NOUN, Kind.THING}
        trigger = Trigger(
            words,
            kind,
            tuple(parse_condition(text) for text in row["with"].split()),
            row["type"],
            row["mode"] or None,
            parse_roles(row["actor"] or USUAL_ACTOR),
            parse_roles(row["recipient"] or ("" if nominal else USUAL_RECIPIENT)),
            f"{row['trigger']} [{row['with']}]" if row["with"] else row["trigger"],
        )
        found.setdefault((head_word(words, kind), nominal), []).append(trigger)
    return {key: tuple(sorted(rows, key=lambda row: -row.weight)) for key, rows in found.items()}


def head_word(words: tuple[str, ...], kind: Kind) -> str:
    """The word that carries a trigger: a verb's first; a noun's last, or the one before "of".

    >>> head_word(("state", "of", "emergency"), Kind.THING), head_word(("air", "strike"), Kind.NOUN)
    ('state', 'strike')
    """
    if kind in {Kind.NOUN, Kind.THING} and "of" not in words:
        return words[-1]
    return words[0]
