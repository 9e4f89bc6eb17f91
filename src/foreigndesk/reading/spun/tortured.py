"""Tortured names: known names whose words were exchanged for neighbours in meaning ("Stimson Heart").

"Tortured" after the tortured phrases of rewritten papers: Cabanac, Labbé and Magazinov, "Tortured phrases: a dubious
writing style emerging in science", 2021. Each known name that printed words could stand for is weighed against their
being some unknown name, in bits: how usual is the name, how likely a machine prints its words so, how rare are the
printed words in names (a noisy channel, as in exchanged.py).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.pivots import load_pivots
from foreigndesk.lexicon.thesaurus import load_company, load_exchanges, load_thesaurus
from foreigndesk.reading.names.titles import BEFORE_NAMES, TELLING
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.tree import LINKS, Branch, Meaning, Sort, Tree, one_spelling, tree_of

# First parts of words that machines print apart: "With out".
APART = frozenset({"with", "in", "out", "up", "over", "under"})
MOST_SWAPS = 6
# The share of words of names that a machine exchanges, in spun reports four of ten; in bits.
SWAPPED, KEPT = math.log2(0.4), math.log2(0.6)
# Words that usually stand side by side tell less than by themselves; at most so much less (bits).
MOST_TOGETHER = 7.0
# A known name must be this much likelier than an unknown one, and than all other known ones. Of 1,022 names spun by
# training/spun, three of ten of them not known, 0.92 are then restored rightly, most others to a near namesake; from 1
# to 4 bits precision rises by 0.03 and recall falls by 0.02.
ENOUGH = 3.0
AHEAD = 1.5
# Words that were kept vouch for a name. Where none was, or several words were exchanged and one kept, more evidence is
# asked for: of the spun names above 2 of 10 and 6 of 10 were right with less, 10 of 14 and 49 of 59 with more.
UNVOUCHED = 6.0
# An office that no actor has is not determined where the word for its kind was exchanged ("Trade Division"): 0.7.
KINDS_OF_OFFICE = frozenset("administration agency bureau department directorate ministry office secretariat".split())
# What a report tells beside: a state of which it speaks, a name that it also prints whole, an abbreviation behind.
OF_STATE, FAMILIAR, INITIALS, OTHER_INITIALS = 1.5, 3.0, 8.0, -6.0
OF = re.compile(r" (?:of|for) ")
ABBREVIATION = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z.&]*[A-Z])\)")


@dataclass(frozen=True, slots=True)
class Swap:
    """One exchanged word or phrase: words first..end, what it stands for, and the bits against it."""

    first: int
    end: int
    expected: str
    cost: float


@dataclass(frozen=True, slots=True)
class Tortured:
    """Words first..end, the known name they stand for, the words that were exchanged, and the evidence in bits."""

    first: int
    end: int
    meaning: Meaning
    swaps: tuple[Swap, ...]
    bits: float = 0.0

    @property
    def cost(self) -> float:
        """The bits against all exchanges."""
        return sum(swap.cost for swap in self.swaps)


@dataclass(frozen=True, slots=True)
class Around:
    """What a report speaks of: states by their ids, and known names that it prints whole, by `one_spelling`."""

    states: frozenset[str] = frozenset()
    familiar: frozenset[str] = frozenset()


NOWHERE = Around()


def find_tortured(words: Words, actors: Actors) -> list[Tortured]:
    """The tortured names of a text, in order, none overlapping."""
    first = find_names_in(words, actors, NOWHERE)
    if not any(name.swaps for name in first):
        return []
    around = Around(states_in(words, actors), frozenset(one_spelling(name.meaning.printed) for name in first))
    return [name for name in find_names_in(words, actors, around) if name.swaps]


def states_in(words: Words, actors: Actors) -> frozenset[str]:
    """The states that a text names."""
    tree = tree_of(actors)
    places = {word for word in words.normals if tree.is_place(word)}
    return frozenset(state.id for word in places if (state := actors.state_named((word,))) is not None)


def find_names_in(words: Words, actors: Actors, around: Around) -> list[Tortured]:
    """The known names of a text, broken (with swaps) or whole, in order, none overlapping."""
    tree = tree_of(actors)
    found: list[Tortured] = []
    index = 0
    while index < len(words):
        best = best_at(tree, words, index, actors, around) if may_begin(tree, words, index) else None
        if best is not None:
            found.append(best)
        index = best.end if best is not None else index + 1
    return found


def may_begin(tree: Tree, words: Words, index: int) -> bool:
    """Whether a name can begin at a word: a capitalised one, or one that stands behind a state ("China's army")."""
    if words.normals[index] in LINKS:
        capital = words.capital(index) and not words.opens(index)
        return capital and any(end > index + 1 for end, _ in phrases_at(words, index))
    if words.capital(index) or words.normals[index].isdigit():
        return True
    return index > 0 and (tree.is_place(words.normals[index - 1]) or words.possessive(index - 1))


def best_at(tree: Tree, words: Words, first: int, actors: Actors, around: Around) -> Tortured | None:
    """The likeliest known name that begins at a word, broken or whole; None if there is none or it is not sure."""
    every = weighed(tree, words, walk(tree, words, first, first, tree.root, ()), actors, around)
    if not every:
        return None
    best = max(every, key=lambda name: (name.bits, -len(name.swaps)))
    sure = best.bits >= max(enough(words, best), AHEAD + rivalry(best, every))
    return best if not best.swaps or (sure and not undetermined(best, every)) else None


def enough(words: Words, found: Tortured) -> float:
    """The evidence asked for, by how many words of a name were kept."""
    told = sum(words.normals[index] not in LINKS for index in range(found.first, found.end))
    kept = told - sum(swap.end - swap.first for swap in found.swaps)
    return UNVOUCHED if kept < 1 or (kept == 1 and len(found.swaps) > 1) else ENOUGH


def undetermined(found: Tortured, every: Iterable[Tortured]) -> bool:
    """Whether an office of no known actor lost the word for its kind, so that another kind would do as well."""
    name = one_spelling(found.meaning.printed)
    known = any(other.meaning.actor and one_spelling(other.meaning.printed) == name for other in every)
    return found.meaning.office and not known and any(swap.expected in KINDS_OF_OFFICE for swap in found.swaps)


def weighed(
    tree: Tree, words: Words, names: Iterable[Tortured], actors: Actors, around: Around = NOWHERE
) -> list[Tortured]:
    """The names with their evidence; of those that broken capitals or neighbours rule out, none."""
    return [
        replace(name, bits=evidence(tree, words, name) + beside(words, name, actors, around))
        for name in names
        if not name.swaps or (fits(words, name) and whole(words, name, actors))
    ]


def evidence(tree: Tree, words: Words, found: Tortured) -> float:
    """How much likelier it is that a known name stands here than some unknown one, in bits."""
    swapped = {index for swap in found.swaps for index in range(swap.first, swap.end)}
    told = [index for index in range(found.first, found.end) if index in swapped or words.normals[index] not in LINKS]
    kept = sum(KEPT for index in told if index not in swapped)
    put = sum(SWAPPED - swap.cost for swap in found.swaps)
    rare = sum(tree.surprise(words.normals[index]) for index in told)
    return found.meaning.prior + kept + put + rare - together(words, found.first, found.end)


def beside(words: Words, found: Tortured, actors: Actors, around: Around) -> float:
    """What the rest of the report tells for a name: its state, the name printed whole, an abbreviation behind it."""
    actor = actors.get(found.meaning.actor) if found.meaning.actor else None
    bits = OF_STATE if actor is not None and actor.country in around.states else 0.0
    bits += FAMILIAR if one_spelling(found.meaning.printed) in around.familiar else 0.0
    short = ABBREVIATION.match(words.text, words.ends[found.end - 1])
    if short is not None:
        letters = "".join(word[0] for word in normal_words(found.meaning.printed) if word not in LINKS)
        bits += INITIALS if letters == short[1].replace(".", "").lower() else OTHER_INITIALS
    return bits


def together(words: Words, first: int, end: int) -> float:
    """How much of the words' rarity is explained by their usually standing side by side ("public safety")."""
    company = load_company()
    total = 0.0
    for index in range(first, end - 1):
        if words.gap(index) == " " and not LINKS & {words.normals[index], words.normals[index + 1]}:
            usual = company.pair(words.normals[index], words.normals[index + 1])
            total += min(MOST_TOGETHER, max(0.0, usual or 0.0))
    return total


def rivalry(best: Tortured, every: Sequence[Tortured]) -> float:
    """The evidence of all other names together that as many words could stand for, the name as printed among them."""
    others: dict[str, float] = {}
    mine = one_spelling(best.meaning.printed)
    for other in every:
        key = one_spelling(other.meaning.printed)
        same = key == mine or (other.meaning.actor is not None and other.meaning.actor == best.meaning.actor)
        if other.end >= best.end and not same:
            others[key] = max(others.get(key, -math.inf), other.bits)
    return math.log2(sum(2.0**bits for bits in others.values())) if others else -math.inf


def walk(
    tree: Tree, words: Words, first: int, index: int, branch: Branch, swaps: tuple[Swap, ...]
) -> Iterator[Tortured]:
    """Every name that begins at a word and goes on from a branch."""
    for meaning in branch.meanings:
        yield Tortured(first, index, meaning, swaps)
    if index >= len(words) or not branch.next or (index > first and not joined(words, index - 1)):
        return
    ahead = branch.next.get(words.normals[index])
    if ahead is not None:
        yield from walk(tree, words, first, index + 1, ahead, swaps)
    if len(swaps) == MOST_SWAPS:
        return
    for end, phrase in phrases_at(words, index):
        for word, cost, behind in tree.ahead(branch, phrase):
            yield from walk(tree, words, first, end, behind, (*swaps, Swap(index, end, word, cost)))


def phrases_at(words: Words, first: int) -> Iterator[tuple[int, str]]:
    """The word at a place, and the phrases that begin there and can stand for one word, each with its end."""
    normals = words.normals
    yield first + 1, normals[first]
    if first + 1 >= len(words) or not words.joined(first):
        return
    both = f"{normals[first]} {normals[first + 1]}"
    pair = normals[first], normals[first + 1]
    opens = load_thesaurus().opens_phrase(*pair) or load_exchanges().opens_phrase(*pair)
    if opens or normals[first] in APART or both in load_pivots():
        yield first + 2, both
    if first + 2 < len(words) and words.joined(first + 1):
        three = f"{both} {normals[first + 2]}"
        if opens or three in load_pivots():
            yield first + 3, three


def joined(words: Words, behind: int) -> bool:
    """Whether a word and the next can belong to one name; some have a comma ("Economy, Trade and Industry")."""
    return words.joined(behind) or words.gap(behind) == ", "


def fits(words: Words, found: Tortured) -> bool:
    """Whether the words are printed as names are, and a person keeps a part of the name."""
    swapped = {index for swap in found.swaps for index in range(swap.first, swap.end)}
    kept = [i for i in range(found.first, found.end) if i not in swapped and words.normals[i] not in LINKS]
    if found.meaning.sort is Sort.ROLE:
        return bool(kept)
    if found.meaning.sort is Sort.PERSON and not kept:
        return False
    # Inside a phrase the machine is careless with capitals: "Financial institution" for Bank.
    return all(words.capital(i) or words.normals[i].isdigit() for i in (*kept, *(swap.first for swap in found.swaps)))


def whole(words: Words, found: Tortured, actors: Actors) -> bool:
    """Whether a name begins and ends where it was matched: no further capitalised word makes another name of it."""
    first, behind = found.first, found.end
    if not words.capital(first) or found.meaning.sort is Sort.PERSON:
        return True
    if behind < len(words) and words.gap(behind - 1) == " ":
        if words.capital(behind) and words.normals[behind] not in BEFORE_NAMES | TELLING:
            return False
        follows = min(behind + 1 + (words.normals[behind + 1 : behind + 2] == ["the"]), len(words) - 1)
        goes_on = words.normals[behind] in {"of", "for"} and words.capital(follows)
        of_state = found.meaning.sort is Sort.ROLE and actors.state_named((words.normals[follows],)) is not None
        if goes_on and not of_state and " of " not in found.meaning.printed:
            return False
        if words.normals[behind] == "and" and words.capital(follows) and OF.search(found.meaning.printed):
            return False  # "Department for Mines and Vitality"
    before = first - 1
    if found.meaning.sort is Sort.ROLE and before > 0 and words.normals[before] == "and" and words.capital(before - 1):
        return False  # "Intelligence and Safety Service"
    if before < 0 or words.gap(before) != " " or not words.capital(before) or words.opens(before):
        return True
    return words.normals[before] in BEFORE_NAMES or actors.state_named((words.normals[before],)) is not None
