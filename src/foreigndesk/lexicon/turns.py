"""Words that turn what is told round, doubt it, admit it or leave it open, from lexicon/data/turns.csv.

After the signatures of Nairn, Condoravdi and Karttunen (2006): each says what becomes of that which it tells of where
the words stand in an affirmed (`yes`) and in a denied place (`no`): "failed to" -/+, "managed to" +/-, "know that"
+/+. To `+` and `-` come `d` (doubted: against, short of denying), `p` (left possible) and `o` (left open). By `kind`:

* `not`: turns its own clause; `embed`: what stands behind it, or its clause where nothing does ("was denied");
* `pred`: says something of a whole clause ("is a lie"), or of what stands behind it ("a lie that");
* `local`: only the few words behind it ("without"); `aside`: begins what is no part of what is told ("because");
* `if`: leaves what stands behind it open; `mask`: looks like one of these and is none ("not only"); `word`: is content;
* `put`: holds a negation and a word that turns, read as the words in `yes` ("ignorant": "not aware").

In the table `|` parts forms, `stem~` stands for the stem with each English ending, ` * ` for one to four words between.
"""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table
from foreigndesk.lexicon.thesaurus import load_company

ENDINGS = ("", "s", "e", "es", "ed", "ing", "er", "ers")
GAP = "*"
ALONE = ""  # in place of a second word
WIDEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """What some words do to what they tell of, in an affirmed (`yes`) and in a denied place (`no`)."""

    kind: str
    yes: str
    no: str
    words: str


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form of a turn: its words behind the first, and the word that must follow at a distance, if any."""

    rest: tuple[str, ...]
    far: str | None
    turn: Turn


def inflected(word: str) -> Iterator[str]:
    """The printed forms of a word of the table; more than English has, which does no harm.

    >>> sorted(inflected("deny~"))
    ['denied', 'denies', 'deny', 'denying']
    """
    stem = word.removesuffix("~")
    if stem == word:
        yield word
    elif stem.endswith("y"):
        yield from (stem, f"{stem}ing", f"{stem[:-1]}ies", f"{stem[:-1]}ied")
    else:
        yield from (stem + ending for ending in ENDINGS)
        yield from (stem + stem[-1] + ending for ending in ("ed", "ing"))


class Turns:
    """The table, looked up by the first word."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Take the rows of the table."""
        forms: defaultdict[str, list[Form]] = defaultdict(list)
        self._put = {row["words"]: row["yes"] for row in rows if row["kind"] == "put"}
        self._puts = re.compile(rf"\b(?:{'|'.join(self._put)})\b", re.IGNORECASE)
        for row in rows:
            if row["kind"] == "put":
                continue
            for words in row["words"].split("|"):
                turn = Turn(row["kind"], row["yes"], row["no"], words)
                near, _, far = words.partition(f" {GAP} ")
                first, *rest = near.split()
                for form in inflected(first):
                    for others in combined(rest):
                        forms[form].append(Form(others, far or None, turn))
        # the rarest word of a form is seldom there by chance: "to" of "to determine whether" would be
        self._signals = frozenset(
            min((first, *form.rest), key=rarity)
            for first, several in forms.items()
            for form in several
            if form.turn.kind in {"not", "local", "if", "pred"} or form.turn.yes not in {"", "+"}
        ) | frozenset(word.split()[-1] for word in self._put)
        # by the first two words; the longest first; of forms of one length, one that asks for more
        self._forms: dict[str, dict[str, list[Form]]] = {first: {} for first in forms}
        for first, several in forms.items():
            for each in sorted(several, key=lambda form: (-len(form.rest), form.far is None)):
                self._forms[first].setdefault(each.rest[0] if each.rest else ALONE, []).append(each)

    def may_turn(self, words: AbstractSet[str]) -> bool:
        """Whether some words in small letters may hold one that turns; surely not where this says no.

        >>> load_turns().may_turn({"they", "met"}), load_turns().may_turn({"they", "never", "met"})
        (False, True)
        """
        return not self._signals.isdisjoint(words)

    def apart(self, text: str) -> str:
        """A text with the words taken apart that hold a negation and a word that turns.

        >>> load_turns().apart("ignorant of it")
        'not aware of it'
        """
        return self._puts.sub(lambda found: self._put[found.group().lower()], text)

    def at(self, words: Sequence[str], place: int) -> tuple[Turn, int] | None:
        """The turn that begins at a place of some words in small letters, and how many words it has; None if none."""
        begun = self._forms.get(words[place])
        if begun is None:
            return None
        second = words[place + 1] if place + 1 < len(words) else ALONE
        for form in (*begun.get(second, ()), *begun.get(ALONE, ())):
            end = place + 1 + len(form.rest)
            if tuple(words[place + 1 : end]) == form.rest and (
                form.far is None or form.far in words[end + 1 : end + 1 + WIDEST_GAP]
            ):
                return form.turn, end - place
        return None


def rarity(word: str) -> float:
    """How frequent a word is, the rarest first."""
    share = load_company().share(word)
    return -math.inf if share is None else share


def combined(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All sequences of the inflected forms of some words."""
    if not words:
        yield ()
        return
    for form in inflected(words[0]):
        for others in combined(words[1:]):
            yield (form, *others)


@functools.cache
def load_turns() -> Turns:
    """The packaged table.

    >>> turn, length = load_turns().at(["stopped", "short", "of", "denying"], 0)
    >>> turn.yes, length
    ('o', 4)
    """
    return Turns(load_table("turns"))
