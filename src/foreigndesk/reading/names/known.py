"""Known forms in a text: the longest first, printed as names are printed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import cases_of
from foreigndesk.lexicon.guards import GuardKind, load_guards
from foreigndesk.lexicon.roles import Role, roles_by_phrase
from foreigndesk.lexicon.rows import Form
from foreigndesk.model import ActorKind
from foreigndesk.reading.names.words import Words

# Signs that part the words of few names, and only of those: "RFE/RL", "University of California, Berkeley".
SIGNS = frozenset({", ", "/"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form and how its words must be printed: "A" in capitals, "T" with a capital first, "l" anyhow, else exactly so.

    `loosely` is set for organisations that start with their acronym: "UN security council" is British style.
    """

    form: Form
    cases: tuple[str, ...]
    signs: bool
    person: bool
    loosely: bool


@dataclass(slots=True)
class Node:
    """The words that can follow, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    role: Role | None = None
    decoy: bool = False


@dataclass(slots=True)
class Match:
    """Words first..end that are a known form, a role phrase ("foreign ministry") or a decoy.

    `initials` tells that a middle initial stands among them which the form has not.
    """

    first: int
    end: int
    forms: tuple[Form, ...]
    role: Role | None = None
    decoy: bool = False
    initials: bool = False


class Matcher:
    """All known forms as a tree of words."""

    def __init__(self, actors: Actors) -> None:
        """Build the tree; a few thousand forms take some 30 ms."""
        self.root = Node()
        for key, forms in actors.known_forms().items():
            node = self._grow(key.split())
            for form in forms:
                actor = actors.get(form.actor)
                kind = actor.kind if actor else None
                cases = cases_of(form.printed)
                loosely = kind is ActorKind.ORGANISATION and cases[0] == "A"
                node.patterns.append(Pattern(form, cases, signed(form.printed), kind is ActorKind.PERSON, loosely))
        for phrase, role in roles_by_phrase().items():
            self._grow(phrase).role = role
        for key, guards in load_guards().items():
            if guards[0].kind is GuardKind.DECOY:
                self._grow(key.split()).decoy = True

    def _grow(self, words: list[str] | tuple[str, ...]) -> Node:
        node = self.root
        for word in words:
            node = node.next.setdefault(word, Node())
        return node

    def matches(self, words: Words) -> Iterator[Match]:
        """The known forms of a text, none overlapping, in order."""
        index, count = 0, len(words)
        root = self.root.next
        normals = words.normals
        while index < count:
            found = self._match_at(words, index) if normals[index] in root else None
            if found:
                yield found
                index = found.end
            else:
                index += 1

    def _match_at(self, words: Words, first: int) -> Match | None:
        best: Match | None = None
        node, index, skipped, sign = self.root, first, False, False
        while True:
            ahead = node.next.get(words.normals[index])
            if ahead is not None:
                node = ahead
                if found := settled(node, words, first, index + 1, skipped, sign):
                    best = found
            elif index > first and len(words.normals[index]) == 1 and words.texts[index].isupper():
                skipped = True  # a middle initial: "Vladimir V. Putin"
            else:
                return best
            if not words.joined(index):
                if words.gap(index) not in SIGNS:
                    return best
                sign = True
            index += 1
            if index >= len(words):
                return best


def settled(node: Node, words: Words, first: int, end: int, skipped: bool, sign: bool) -> Match | None:
    """What ends at a node, if the words are printed as it wants."""
    if node.decoy and words.capital(first) and not skipped:
        return Match(first, end, (), decoy=True)
    forms = {
        pattern.form.actor: pattern.form
        for pattern in reversed(node.patterns)  # the better form comes first and is set last
        if (pattern.signs or not sign)
        and (pattern.person or not skipped)
        and (skipped or fits(pattern, words.texts[first:end]))
        and (not skipped or words.capital(first))
    }
    role = node.role if not skipped and not sign else None
    return Match(first, end, tuple(reversed(forms.values())), role, initials=skipped) if forms or role else None


def signed(printed: str) -> bool:
    """Whether a form is printed with one of the signs that else part names."""
    return any(sign in printed for sign in SIGNS)


def fits(pattern: Pattern, printed: list[str]) -> bool:
    """Whether words are printed as a form wants them."""
    cases = pattern.cases
    if pattern.loosely:
        cases, printed = cases[:1], printed[:1]
    return len(cases) == len(printed) and all(map(fits_word, cases, printed))


def fits_word(case: str, word: str) -> bool:
    """Whether one word is printed as a form wants it."""
    if case == "l":
        return True
    if case == "T":
        return word[0].isupper()
    return word.isupper() if case == "A" else word == case


@functools.lru_cache(maxsize=4)  # one lexicon a run, a few in tests
def matcher_of(actors: Actors) -> Matcher:
    """The matcher of a lexicon, built once."""
    return Matcher(actors)
