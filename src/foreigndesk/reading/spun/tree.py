"""All known names of two words and more as a tree that can be walked with what printed words can stand for."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.expressions import load_expressions
from foreigndesk.lexicon.forms import FormKind, bare, normal_words
from foreigndesk.lexicon.named import load_named
from foreigndesk.lexicon.roles import roles_by_phrase
from foreigndesk.lexicon.thesaurus import load_company
from foreigndesk.model import ActorKind
from foreigndesk.reading.spun.channel import Channel

# Function words of names; never exchanged by themselves.
LINKS = frozenset("a an and at by de for in of on s the to with".split())

# What is spelled in two ways is known in both.
SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "labour": "labor",
    "harbour": "harbor",
    "mobilisation": "mobilization",
    "adviser": "advisor",
}
SPELLINGS |= {other: one for one, other in SPELLINGS.items()}


class Sort(StrEnum):
    """What a known row of words is."""

    PERSON = "person"
    BODY = "body"  # with an actor of the lexicon, or only known by name
    ROLE = "role"  # "foreign ministry": a name only with its state, or printed with capitals
    EXPRESSION = "expression"  # "Cold War"
    POST = "post"  # "Foreign Minister": no name, but what a speaker is called


# How likely a name of a report is one certain name of its sort, in bits: some 1,500 actors' bodies make most names,
# the 4,000 others few; the 40 roles of states are met all the time.
PRIORS = {Sort.PERSON: -12.0, Sort.BODY: -11.0, Sort.ROLE: -8.5, Sort.EXPRESSION: -12.5, Sort.POST: -9.0}
ONLY_NAMED = -0.5  # known by name alone
OFFICE = -2.0  # one of 1,300 combinations, most of which few states have
OBSCURE = -3.0  # universities from a list that is not written by hand
OTHER_FORM = -1.0  # another form of an actor than the name its row is under
# Bodies that go by many names are met often: "National Security Agency" (6 forms) rather than "... Office" (1).
FORMS_TELL = 0.7
USUAL = 0.4  # of the logarithm of how many known bodies are named by a role or by one phrase of it
# A word of no known name: as rare as the rarest.
RAREST = -15.0
# In spun text an unknown name holds exchanged words too, which are as frequent as in any text.
ANY_WORD = 0.3


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row of words names: as the tables print it, without its article; the known actor, if it is one."""

    printed: str
    actor: str | None
    sort: Sort
    prior: float = 0.0
    office: bool = False  # a ministry or department that many states have, in one of the ways of naming it


@dataclass(slots=True)
class Branch:
    """The words that can follow, and what ends here."""

    next: dict[str, Branch] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class Tree:
    """The names of a lexicon, its role phrases, fixed expressions and names known as names only."""

    def __init__(self, actors: Actors) -> None:
        """Build the tree; some 16,000 names take 0.4 s, once a process and only when first needed."""
        self.root = Branch()
        self._counts: Counter[str] = Counter()
        for meaning in known_meanings(actors):
            self._grow(normal_words(meaning.printed), meaning)
        self._total = sum(self._counts.values())
        self._places = {
            word
            for key, forms in actors.known_forms().items()
            for word in key.split()
            if " " not in key and (actor := actors.get(forms[0].actor)) and actor.kind is ActorKind.STATE
        }
        self.channel = Channel(word for word in self._counts if word not in LINKS)

    def _grow(self, words: tuple[str, ...], meaning: Meaning) -> None:
        for spelled in spellings(words):
            branch = self.root
            for word in spelled:
                branch = branch.next.setdefault(word, Branch())
            branch.meanings.append(meaning)
        self._counts.update(word for word in words if word not in LINKS)
        self._counts.update(SPELLINGS[word] for word in words if word in SPELLINGS)

    @functools.lru_cache(maxsize=16_384)  # noqa: B019 - one tree a lexicon, a lexicon a run
    def surprise(self, printed: str) -> float:
        """How many bits a printed word is rare by in names, known and unknown."""
        named = self._counts[printed] / self._total
        share = load_company().share(printed)
        written = 2.0**share if share is not None else 0.0
        return -max(RAREST, math.log2(max(2.0**RAREST, (1 - ANY_WORD) * named + ANY_WORD * written)))

    @functools.lru_cache(maxsize=16_384)  # noqa: B019
    def candidates(self, printed: str) -> dict[str, float]:
        """The words of names that a printed word or phrase can stand for, each with the bits against it."""
        if printed in LINKS or (len(printed) < 3 and not printed.isdigit()):
            return {}
        place = printed in self._places
        return {word: bits for word, bits in self.channel.puts(printed).items() if not (place and word in self._places)}

    def ahead(self, branch: Branch, printed: str) -> Iterator[tuple[str, float, Branch]]:
        """The words that a printed word or phrase can stand for and that go on from a branch."""
        found = self.candidates(printed)
        if len(branch.next) < len(found):
            return ((word, found[word], behind) for word, behind in branch.next.items() if word in found)
        return ((word, bits, branch.next[word]) for word, bits in found.items() if word in branch.next)

    def is_place(self, word: str) -> bool:
        """Whether a word names a state, its people or its capital, or is its adjective."""
        return word in self._places


def known_meanings(actors: Actors) -> Iterator[Meaning]:
    """Every known name of two words and more, each once."""
    told: set[str] = set()
    ends = Counter(" ".join(key.split()[-2:]) for key in actors.known_forms())
    for key, forms in actors.known_forms().items():
        actor = actors.get(forms[0].actor)
        if " " in key and actor is not None and forms[0].kind is FormKind.NAME:
            sort = Sort.PERSON if actor.kind is ActorKind.PERSON else Sort.BODY
            printed = bare(forms[0].printed)
            prior = PRIORS[sort] + (0 if printed == bare(actor.name) else OTHER_FORM)
            told.add(key)
            yield Meaning(printed, actor.id, sort, prior + FORMS_TELL * math.log2(len(actor.forms) + 1))
    for phrase, role in roles_by_phrase().items():
        if len(phrase) > 1:
            # Defence ministries rather than security ministries, interior ministries rather than home ministries.
            named = sum(ends[" ".join(other[-2:])] for other in role.phrases)
            usual = USUAL * (math.log2(1 + named) + math.log2(1 + ends[" ".join(phrase[-2:])]))
            yield Meaning(" ".join(phrase), None, Sort.ROLE, PRIORS[Sort.ROLE] - 3 + usual, office=True)
    for one in load_named():
        key = " ".join(normal_words(one.name))
        if key not in told:
            told.add(key)
            sort = {"expression": Sort.EXPRESSION, "post": Sort.POST}.get(one.kind, Sort.BODY)
            less = {"office": OFFICE, "university": OBSCURE}.get(one.kind, ONLY_NAMED if sort is Sort.BODY else 0)
            yield Meaning(one.name, None, sort, PRIORS[sort] + less, one.kind == "office")
    for expression in load_expressions():
        key = " ".join(normal_words(expression))
        if key not in told:
            told.add(key)
            yield Meaning(expression, None, Sort.EXPRESSION, PRIORS[Sort.EXPRESSION])


def one_spelling(name: str) -> str:
    """A name in small letters and one spelling, to be compared.

    >>> one_spelling("Defence Ministry") == one_spelling("defense ministry")
    True
    """
    return " ".join(min(word, SPELLINGS.get(word, word)) for word in normal_words(name))


def spellings(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The words in both spellings, all in one of them.

    >>> spellings(("defence", "ministry"))
    [('defence', 'ministry'), ('defense', 'ministry')]
    """
    other = tuple(SPELLINGS.get(word, word) for word in words)
    return [words] if other == words else [words, other]


@functools.lru_cache(maxsize=4)  # one lexicon a run, a few in tests
def tree_of(actors: Actors) -> Tree:
    """The tree of a lexicon, built once."""
    return Tree(actors)
