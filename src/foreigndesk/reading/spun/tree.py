"""All known names of two words and more as a tree that can be walked with what printed words can stand for."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.expressions import load_expressions
from foreigndesk.lexicon.forms import FormKind, bare, normal_words
from foreigndesk.lexicon.roles import roles_by_phrase
from foreigndesk.model import ActorKind
from foreigndesk.reading.spun.alternatives import STEM, STEM_COST, alternatives, one_stem

# Function words of names; never exchanged by themselves.
LINKS = frozenset("a an and at by de for in of on s the to with".split())
# A word is less likely meant where another of names is nearer: "safety" is rather security than guard.
OUTDONE = 0.5


class Sort(StrEnum):
    """What a known row of words is."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"  # "foreign ministry": a name only with its state, or printed with capitals
    EXPRESSION = "expression"  # "Cold War"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row of words names: as the tables print it, without its article; the known actor, if it is one."""

    printed: str
    actor: str | None
    sort: Sort
    main: bool = False  # the name its row is under, no other form of it
    usual: float = 0.0  # of a role: the logarithm of how many known bodies are named by it


@dataclass(slots=True)
class Branch:
    """The words that can follow, and what ends here."""

    next: dict[str, Branch] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class Tree:
    """The names of a lexicon, its role phrases, and fixed expressions."""

    def __init__(self, actors: Actors) -> None:
        """Build the tree; some 9,000 names take 0.2 s, once a process and only when first needed."""
        self.root = Branch()
        self.words: set[str] = set()
        for key, forms in actors.known_forms().items():
            actor = actors.get(forms[0].actor)
            if " " in key and actor is not None and forms[0].kind is FormKind.NAME:
                sort = Sort.PERSON if actor.kind is ActorKind.PERSON else Sort.BODY
                printed = bare(forms[0].printed)
                self._grow(key.split(), Meaning(printed, actor.id, sort, printed == bare(actor.name)))
        ends = Counter(" ".join(key.split()[-2:]) for key in actors.known_forms())
        for phrase, role in roles_by_phrase().items():
            if len(phrase) > 1:
                named = sum(ends[" ".join(other[-2:])] for other in role.phrases)
                self._grow(phrase, Meaning(" ".join(phrase), None, Sort.ROLE, usual=math.log2(1 + named)))
        for expression in load_expressions():
            self._grow(normal_words(expression), Meaning(expression, None, Sort.EXPRESSION))
        self._places = {
            word
            for key, forms in actors.known_forms().items()
            for word in key.split()
            if " " not in key and (actor := actors.get(forms[0].actor)) and actor.kind is ActorKind.STATE
        }
        self._stems: dict[str, list[str]] = {}
        for word in sorted(self.words):
            self._stems.setdefault(word[:STEM], []).append(word)

    def _grow(self, words: Iterable[str], meaning: Meaning) -> None:
        branch = self.root
        for word in words:
            branch = branch.next.setdefault(word, Branch())
            self.words.add(word)
        branch.meanings.append(meaning)

    @functools.lru_cache(maxsize=16_384)  # noqa: B019 - one tree a lexicon, a lexicon a run
    def candidates(self, printed: str) -> dict[str, float]:
        """The words of names that a printed word or phrase can stand for, each with its cost."""
        if printed in LINKS or len(printed) < 3:
            return {}
        found = {
            word: cost
            for word, cost in alternatives(printed)
            if word in self.words and word not in LINKS and not (word in self._places and printed in self._places)
        }
        for word in () if " " in printed else self._stems.get(printed[:STEM], ()):
            if one_stem(printed, word):
                found[word] = min(STEM_COST, found.get(word, STEM_COST))
        run_together = printed.replace(" ", "")  # "With out"
        if run_together != printed and run_together in self.words:
            found[run_together] = 1.0
        best = min(found.values(), default=0.0)
        return {word: cost + OUTDONE * (cost - best) for word, cost in found.items()}

    @functools.lru_cache(maxsize=16_384)  # noqa: B019
    def openings(self, printed: str) -> tuple[tuple[str, float, Branch], ...]:
        """The words that a printed word or phrase can stand for and that names begin with."""
        return tuple(
            (word, cost, branch)
            for word, cost in self.candidates(printed).items()
            if (branch := self.root.next.get(word)) is not None
        )

    def ahead(self, branch: Branch, printed: str) -> Iterable[tuple[str, float, Branch]]:
        """The words that a printed word or phrase can stand for and that go on from a branch."""
        if branch is self.root:
            return self.openings(printed)
        found = self.candidates(printed)
        if len(branch.next) < len(found):
            return [(word, found[word], behind) for word, behind in branch.next.items() if word in found]
        return [(word, cost, branch.next[word]) for word, cost in found.items() if word in branch.next]

    def is_place(self, word: str) -> bool:
        """Whether a word names a state, its people or its capital, or is its adjective."""
        return word in self._places


@functools.lru_cache(maxsize=4)  # one lexicon a run, a few in tests
def tree_of(actors: Actors) -> Tree:
    """The tree of a lexicon, built once."""
    return Tree(actors)
