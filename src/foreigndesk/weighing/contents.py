"""Whether two contents say the same: by meaning, actors and their parts, figures and time."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.concepts import load_concepts, stem
from foreigndesk.lexicon.meanings import WIDTH, Floats, load_meanings
from foreigndesk.lexicon.thesaurus import load_company
from foreigndesk.model import Event, Force, Statement
from foreigndesk.weighing.kinship.words import WORD, carries_content, fold, words_of
from foreigndesk.weighing.polarity import AGAINST, Polarity, Sign, left_open, polarity, sided

# Names and figures tell contents apart more than other words do.
SHARP_WEIGHT = 2.0
# Fewer words than these in common say nothing, however short the contents are.
FEWEST_SHARED = 3
# Two contents about the same names need something that is said of them in common.
FEWEST_SAID = 1
# Share of the shorter content's weight that the other has. Of the examples' contents no two that say different things
# share as much; a spun copy shares 0.7 with its original. Between kin, at the same place, less will do.
SAME = 0.6
SAME_AMONG_KIN = 0.4
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


MONTHS = frozenset("january february march april may june july august september october november december".split())
YEAR = re.compile(r"(?:19|20)\d\d")
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are)\b(?: \w+ly)? (?:\w+ed|\w+e?n|shot|hit|cut|sent|put|held|struck)\b.*\bby\b",
    re.IGNORECASE,
)
SELF = re.compile(
    r"\b(?:we|our|ours|us|its|it|his country|her country|the country|my country|the government)\b", re.IGNORECASE
)
KNOWING = re.compile(r"\b(?:know|knew|known|aware|unaware|knowledge|learn|learned|told of|informed)\b", re.IGNORECASE)
BECAUSE = re.compile(
    r"\b(?:because|in order to|so that|so as to|in return|in response|in retaliation|to keep|wanted to|aim\w*)\b"
)
MARKS = {"knowing": KNOWING, "passive": PASSIVE, "because": BECAUSE}
# Of the binary logarithm of a word's share in print: at the first it says nothing, at the second as much as any word.
COMMONEST, RAREST = -9.0, -17.0
LEAST_WEIGHT = 0.25
NAME_WEIGHT = 1.5
FURTHER_NAME = 0.3  # of the words of one name the first weighs as a name: "Kim Jong-un" is one
STATE_WEIGHT = 0.8
NEAR = 0.35  # cosine from which on two words count as near in meaning
NOWHERE: Floats = np.zeros(WIDTH, np.float32)
LOOSE = 0.6  # of a word's weight: where the other content has not the word but one of its meaning


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a content: its stem, the concepts it stands under or against, its vector if it has one, its weight."""

    stem: str
    concepts: frozenset[str]
    contrary: frozenset[str]
    vector: Floats | None
    weight: float


@dataclass(frozen=True)
class Content:
    """A content made ready for comparison; what costs time is made out when it is first asked for.

    `states` are the states it names, in order, its speaker's for "we" and "our country"; `names` other names; `terms`
    the words that carry content, by meaning.
    """

    text: str
    force: Force | None
    telling: str | None
    terms: tuple[Term, ...]
    states: tuple[str, ...]
    names: frozenset[str]

    @functools.cached_property
    def words(self) -> dict[int, float]:
        """The words that carry content, as fingerprints of their first letters, with their weights."""
        words = words_of(self.text)
        return {
            int(stem): SHARP_WEIGHT if sharp else 1.0
            for stem, telling, sharp in zip(words.stems, words.telling, words.sharp, strict=True)
            if telling
        }

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """Its words as they are compared."""
        return frozenset(fold(word.group()) for word in WORD.finditer(self.text))

    @functools.cached_property
    def figures(self) -> frozenset[str]:
        """Its numbers from four on, also those written out."""
        return frozenset(form for form in self.forms if form[:1].isdigit())

    @functools.cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week it names."""
        return WEEKDAYS & self.forms

    @functools.cached_property
    def times(self) -> frozenset[str]:
        """The months and years it names."""
        return frozenset(form for form in self.forms if form in MONTHS or YEAR.fullmatch(form))

    @functools.cached_property
    def left_open(self) -> Sign | None:
        """Its side where it takes none."""
        return left_open(self)

    @functools.cached_property
    def marks(self) -> frozenset[str]:
        """Whether it tells of knowing, of a cause, or in the passive."""
        found = {name for name, pattern in MARKS.items() if pattern.search(self.text)}
        if self.telling and KNOWING.search(self.telling) and "not know" not in self.telling:
            found.add("knowing")
        return frozenset(found)

    @functools.cached_property
    def weight(self) -> float:
        """What its terms and states weigh together."""
        return sum(term.weight for term in self.terms) + STATE_WEIGHT * len(self.states)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its terms."""
        return frozenset(term.stem for term in self.terms)

    @functools.cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts that its terms stand under or against."""
        return frozenset(concept for term in self.terms for concept in (*term.concepts, *term.contrary))


@functools.lru_cache(maxsize=1 << 16)
def weight_of(word: str) -> float:
    """What a word weighs, by its share in print, from LEAST_WEIGHT to 1."""
    share = load_company().share(word)
    if share is None:
        return 1.0
    return min(1.0, max(LEAST_WEIGHT, (share - COMMONEST) / (RAREST - COMMONEST)))


@functools.lru_cache(maxsize=1 << 16)
def term_of(printed: str) -> Term | None:
    """The term of a printed word; None for one that carries no content."""
    form = fold(printed)
    if not carries_content(printed):
        return None
    found = load_concepts().of(form)
    return Term(
        stem(form),
        frozenset(one.name for one in found if not one.contrary),
        frozenset(one.name for one in found if one.contrary),
        load_meanings().of(form),
        weight_of(form),
    )


@functools.lru_cache(maxsize=1 << 16)
def state_of(words: str) -> str | None:
    """The state that a name in one or two words means; None for another word, and in small letters."""
    if not words[:1].isupper():
        return None
    state = load_actors().state_named(tuple(words.lower().replace(".", "").split()))
    return state.id if state else None


# copies are told in the same words: 2^14 contents are about a thousand reports
@functools.lru_cache(maxsize=1 << 14)
def content_of(text: str, force: Force | None = None, cue: str | None = None, speaker: str | None = None) -> Content:
    """A content from its words, the force and the words with which it is told, and the state its speaker is of.

    >>> contradicts(content_of("China has joined the talks"), content_of("China has not joined the talks", Force.DENY))
    False
    """
    printed = [word.group() for word in WORD.finditer(text)]
    terms, states, names = meanings([*printed, *(telling_of(cue) if cue else ())])
    terms = (*terms, *phrases_in(text))
    if speaker and not states and (force in AGAINST or SELF.search(text)):
        states = (speaker,)
    return Content(text, force, cue, terms, states, names)


def phrases_in(text: str) -> Iterator[Term]:
    """The terms of several words in a text: "let go"."""
    concepts = load_concepts()
    for phrase in set(concepts.phrase.findall(text.lower())):
        found = concepts.phrases[phrase]
        yield Term(
            phrase,
            frozenset(one.name for one in found if not one.contrary),
            frozenset(one.name for one in found if one.contrary),
            None,
            LEAST_WEIGHT,
        )


def telling_of(cue: str) -> list[str]:
    """The words of a cue that are of what is told: "called the killings at Dioro" tells of killings."""
    words = WORD.findall(cue)
    return words[words.index("the") :] if "the" in words else []


def meanings(printed: Sequence[str]) -> tuple[tuple[Term, ...], tuple[str, ...], frozenset[str]]:
    """The terms, the states in order and the other names of some words."""
    terms: dict[str, Term] = {}
    states: dict[str, None] = {}
    names: set[str] = set()
    at, running = 0, False
    while at < len(printed):
        word = printed[at]
        double = (
            state_of(f"{word} {printed[at + 1]}") if at + 1 < len(printed) and printed[at + 1][:1].isupper() else None
        )
        state = double or state_of(word)
        if state is not None:
            states[state] = None
            at += 2 if double else 1
            running = False
            continue
        term = term_of(word)
        if term is not None:
            if word[:1].isupper() and (at > 0 or term.weight == 1.0) and not word.isupper():
                term = replace(term, weight=FURTHER_NAME if running else NAME_WEIGHT)
                names.add(term.stem)
                running = True
            else:
                running = False
            terms.setdefault(term.stem, term)
        at += 1
    return tuple(terms.values()), tuple(states), frozenset(names)


def rows_of(content: Content) -> Floats:
    """The vectors of a content's terms, a row each, zeros for those without."""
    return np.array([NOWHERE if term.vector is None else term.vector for term in content.terms], np.float32)


def coverages(one: Content, other: Content, least: float = 0.0) -> tuple[float, float, float]:
    """How much of the weight of each content the other has, in the same word or one of its meaning, in [0, 1].

    Third, the less of both: the weight that is so covered of words other than names, of what is said of those. Where
    the words and concepts in common come to less than `least`, vectors are not looked at.
    """
    if not one.terms or not other.terms:
        return 0.0, 0.0, 0.0
    shares = [exact_shares(one, other), exact_shares(other, one)]
    states = STATE_WEIGHT * len(set(one.states) & set(other.states))
    exact = sum(
        (states + sum(share * term.weight for share, term in zip(mine, content.terms, strict=True))) / content.weight
        for mine, content in zip(shares, (one, other), strict=True)
    )
    if exact >= least:
        alike = rows_of(one) @ rows_of(other).T
        for mine, near in zip(shares, (alike.max(1).tolist(), alike.max(0).tolist()), strict=True):
            for place, close in enumerate(near):
                if close > NEAR and close > mine[place]:
                    mine[place] = close
    found = []
    for mine, content in zip(shares, (one, other), strict=True):
        named, said = states, 0.0
        for share, term in zip(mine, content.terms, strict=True):
            if term.stem in content.names:
                named += share * term.weight
            else:
                said += share * term.weight
        found.append(((named + said) / content.weight, said))
    (mine_covered, mine_said), (theirs_covered, theirs_said) = found
    return mine_covered, theirs_covered, min(mine_said, theirs_said)


def exact_shares(one: Content, other: Content) -> list[float]:
    """How far the other content has each term of one: wholly the same word, mostly one under a concept of it."""
    stems, concepts = other.stems, other.concepts
    return [
        1.0
        if term.stem in stems
        else 0.0
        if concepts.isdisjoint(term.concepts) and concepts.isdisjoint(term.contrary)
        else LOOSE
        for term in one.terms
    ]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared between two contents; each between 0 and 1."""

    shorter: float
    longer: float
    states_shared: float
    states_apart: float
    names_shared: float
    names_apart: float
    exchanged: float
    times_apart: float
    against: float
    demand: float
    knowing: float
    because: float
    open_: float
    figure_shared: float


def traits(one: Content, other: Content) -> Traits:
    """What two contents have in common and what holds them apart, the same from both sides."""
    mine, theirs, _ = coverages(one, other)
    states, others = set(one.states), set(other.states)
    demands = [content.force in DEMANDS for content in (one, other)]
    return Traits(
        max(mine, theirs),
        min(mine, theirs),
        float(bool(states & others)),
        float(bool(states - others and others - states)),
        float(bool(one.names & other.names)),
        float(bool(one.names - other.names and other.names - one.names)),
        float(exchanged(one, other)),
        float(bool(one.times != other.times)),
        float(any(sided(content) is not Sign.YES for content in (one, other))),
        float(demands[0] != demands[1]),
        float(("knowing" in one.marks) != ("knowing" in other.marks)),
        float(("because" in one.marks) != ("because" in other.marks)),
        float(any(content.left_open is not None for content in (one, other))),
        float(bool(one.figures & other.figures)),
    )


# Learned on the first half of the topics of evals/gold/claims, with pairs across its topics as further examples of
# different claims: logistic regression, in the order of the traits (evals/claims.py measures both halves).
WEIGHTS = (3.36, 1.84, -0.10, 0.09, 0.28, -0.50, -0.77, -0.03, 1.30, -1.53, -0.32, -0.72, -0.36, -1.37)
BIAS = -2.27
ON_ONE_MATTER = -1.5  # score of the same claim in two statements that are known to be about one matter: best F1 there
# Closeness of two contents, the sum of what each has of the other: from TOGETHER on they are one claim wherever they
# stand (one in a thousand pairs from different topics of the gold is as close), below TOO_FAR a pair speaks against it.
IDENTICAL = 2.0
TOGETHER = 1.0
TOO_FAR = 0.8
LEAST_COVERED = 0.25  # of the longer content: a few words that a long one has too do not tell the same
LEAST_SAID = 0.6  # weight of words other than names in common: about one rare word
LEAST_EXACT = 0.6  # of TOGETHER: of less in common by words and concepts vectors hardly ever make as much
# What is taken off: the nearer two contents are otherwise, the more a difference in one of these is the point.
EXCHANGED = 1.5
OTHER_STATE = 0.7  # each names a state that the other does not
OTHER_NAME = 0.5
OTHER_TIME = 0.8  # each names a month or year, none in common
ONE_TIME = 0.3  # only one of them does; also a demand beside a report, and knowing of a thing beside the thing


def is_one_matter(one: Content, other: Content) -> bool:
    """Whether two contents that are known to be about one matter are one claim, and not only related."""
    return score(one, other) >= ON_ONE_MATTER


def closeness(one: Content, other: Content) -> float:
    """How much of each other two contents have, in [0, 2]; less where parts are exchanged or times differ."""
    if one is other:  # copies: contents of the same words are one value
        return IDENTICAL
    shared = (
        len(one.stems & other.stems) + len(one.concepts & other.concepts) + len(set(one.states) & set(other.states))
    )
    if shared < FEWEST_SHARED:  # spares the vectors of most pairs
        return 0.0
    mine, theirs, said = coverages(one, other, LEAST_EXACT)
    if min(mine, theirs) < LEAST_COVERED or said < LEAST_SAID:
        return 0.0
    states, others = set(one.states), set(other.states)
    apart = (
        EXCHANGED * exchanged(one, other)
        + OTHER_STATE * bool(states - others and others - states)
        + OTHER_NAME * bool(one.names - other.names and other.names - one.names)
        + (OTHER_TIME if one.times and other.times else ONE_TIME)
        * one.times.isdisjoint(other.times)
        * bool(one.times | other.times)
        + ONE_TIME * ((one.force in DEMANDS) != (other.force in DEMANDS))
        + ONE_TIME * (("knowing" in one.marks) != ("knowing" in other.marks))
    )
    return max(0.0, mine + theirs - apart)


def score(one: Content, other: Content) -> float:
    """How much speaks for one claim in two contents: the logit of a regression, the same from both sides."""
    found = traits(one, other)
    values: list[float] = [getattr(found, name) for name in NAMES]
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))


NAMES = tuple(field.name for field in fields(Traits))
DEMANDS = frozenset({Force.URGE})


def exchanged(one: Content, other: Content) -> bool:
    """Whether two contents give the same or like parts to other states: who does it to whom the other way round."""
    first, second = agent(one), agent(other)
    if first is None or second is None or first == second:
        return False
    if set(one.states) == set(other.states):
        return len(one.states) == len(other.states) == len(("actor", "recipient"))
    return first not in other.states and second not in one.states


def agent(content: Content) -> str | None:
    """The state that does what a content tells: the first, in the passive the last."""
    if not content.states:
        return None
    return content.states[-1 if "passive" in content.marks else 0]


def content_of_statement(statement: Statement) -> Content:
    """The content of a statement."""
    text = statement.words
    return content_of(text, statement.force, statement.cue.text if statement.cue else None, statement.speaker.country)


def content_of_event(event: Event) -> Content:
    """The content of an event: the sentence it is told in."""
    return content_of(event.passage.text)


def telling_words(text: str) -> list[str]:
    """The words of a content by which others like it are looked for: those that carry content, as printed.

    >>> telling_words("China has not joined the talks")
    ['China', 'joined', 'talks']
    """
    words = words_of(text)
    spans = zip(words.starts, words.ends, words.telling, strict=True)
    return list(dict.fromkeys(text[start:end] for start, end, telling in spans if telling))


def likeness(one: Content, other: Content) -> float:
    """The share of the shorter content's weight that both have, in [0, 1]; 0 where too few words are shared."""
    shared = one.words.keys() & other.words.keys()
    # a name at the head of a content does not show that it is one; the other content may
    weights = {word: max(one.words[word], other.words[word]) for word in shared}
    if len(shared) < FEWEST_SHARED or sum(weight < SHARP_WEIGHT for weight in weights.values()) < FEWEST_SAID:
        return 0.0
    lighter = min(sum((content.words | weights).values()) for content in (one, other))
    return sum(weights.values()) / lighter


def is_same(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents surely say the same thing, of whichever polarity; other figures or days make them two."""
    for mine, theirs in ((one.figures, other.figures), (one.weekdays, other.weekdays)):
        if mine and theirs and not mine & theirs:
            return False
    return likeness(one, other) >= least


def contradicts(one: Content, other: Content) -> bool:
    """Whether two contents say the opposite of the same thing."""
    return is_same(one, other) and polarity(one, other) is Polarity.OPPOSE


def agrees(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents say the same thing with the same polarity."""
    return is_same(one, other, least) and polarity(one, other) is Polarity.AGREE
