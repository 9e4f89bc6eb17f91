"""Tortured names: known names whose words were exchanged for neighbours in meaning ("Stimson Heart").

"Tortured" after the tortured phrases of rewritten papers: Cabanac, Labbé and Magazinov, "Tortured phrases: a dubious
writing style emerging in science", 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.thesaurus import load_company, load_thesaurus
from foreigndesk.reading.names.titles import BEFORE_NAMES, TELLING
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.tree import LINKS, Branch, Meaning, Sort, Tree, tree_of

# First parts of words that machines print apart: "With out".
APART = frozenset({"with", "in", "out", "up", "over", "under"})
MOST_SWAPS = 4
# The dearest that a name may be: so much for each word that is no mere link but one. Two words both of which were
# exchanged must be close ("Chilly Warfare"), three or four vouch for each other.
EACH, SLACK = 4.5, 0.6
EACH_OF_EXPRESSION = 3.0  # there are more of them, and of less weight
BOTH_CLOSE = 3.0
VOUCHED = 3.0
OFFICE = 2.3  # every state has offices that no table knows: "Ministry of Public Health"
STRANGE = 3.6  # one exchange of a name none of whose words was kept
# Of offices the one that more known bodies are named by: defence ministries rather than security ministries.
USUAL = 0.4
# Of the forms of one actor the name its row is under is preferred ("Center", "Centre").
MAIN = 0.7
# Two names closer to each other than this are not told apart.
UNDECIDED = 0.2
# Two words of a name that go so well together as printed (bits) that nothing was exchanged: "public safety".
NATURAL = 6.0
# ... where the name is none of a table but a mere expression: "New Class" is no broken New Year.
ANY = 1.0


@dataclass(frozen=True, slots=True)
class Swap:
    """One exchanged word or phrase: words first..end, and what it stands for."""

    first: int
    end: int
    expected: str
    cost: float


@dataclass(frozen=True, slots=True)
class Tortured:
    """Words first..end, the known name they stand for, and the words that were exchanged; a low cost is a close one."""

    first: int
    end: int
    meaning: Meaning
    swaps: tuple[Swap, ...]

    @property
    def cost(self) -> float:
        """The cost of all exchanges."""
        return sum(swap.cost for swap in self.swaps)


def find_tortured(words: Words, actors: Actors) -> list[Tortured]:
    """The tortured names of a text, in order, none overlapping."""
    tree = tree_of(actors)
    found: list[Tortured] = []
    index = 0
    while index < len(words):
        end, best = best_at(tree, words, index, actors) if may_begin(tree, words, index) else (index, None)
        if best is not None:
            found.append(best)
        index = max(end, index + 1)
    return found


def may_begin(tree: Tree, words: Words, index: int) -> bool:
    """Whether a name can begin at a word: a capitalised one, or one that stands behind a state ("China's army")."""
    if words.normals[index] in LINKS:
        return False
    if words.capital(index):
        return True
    return index > 0 and (tree.is_place(words.normals[index - 1]) or words.possessive(index - 1))


def best_at(tree: Tree, words: Words, first: int, actors: Actors) -> tuple[int, Tortured | None]:
    """Where the longest name ends that begins at a word, and the name, if it is a tortured one."""
    every = [name for name in walk(tree, words, first, first, tree.root, ()) if not name.swaps or fits(words, name)]
    if not every:
        return first, None
    best = max(every, key=rank)
    if not best.swaps:
        return best.end, None
    if not whole(words, best, actors) or natural(words, best) or ambiguous(best, every):
        return first, None
    return best.end, best


def rank(found: Tortured) -> tuple[int, bool, float]:
    """Longer names first, then known bodies before mere phrases, then closer ones."""
    better = USUAL * found.meaning.usual + MAIN * found.meaning.main
    return found.end - found.first, found.meaning.sort in {Sort.BODY, Sort.PERSON}, better - found.cost


def ambiguous(best: Tortured, every: list[Tortured]) -> bool:
    """Whether another name would do as well."""
    return any(
        other.end == best.end
        and other.meaning.printed.lower() != best.meaning.printed.lower()
        and (other.meaning.actor is None or other.meaning.actor != best.meaning.actor)
        and rank(other)[1:] > (rank(best)[1], rank(best)[2] - UNDECIDED)
        for other in every
    )


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
    opens = load_thesaurus().opens_phrase(normals[first], normals[first + 1])
    if opens or normals[first] in APART:
        yield first + 2, both
    if opens and first + 2 < len(words) and words.joined(first + 1):
        yield first + 3, f"{both} {normals[first + 2]}"


def joined(words: Words, behind: int) -> bool:
    """Whether a word and the next can belong to one name; some have a comma ("Economy, Trade and Industry")."""
    return words.joined(behind) or words.gap(behind) == ", "


def fits(words: Words, found: Tortured) -> bool:
    """Whether the exchanges are few and close enough, and the words are printed as names are."""
    swapped = {index for swap in found.swaps for index in range(swap.first, swap.end)}
    kept = [i for i in range(found.first, found.end) if i not in swapped and words.normals[i] not in LINKS]
    if found.meaning.sort is Sort.ROLE:
        return bool(kept) and all(swap.cost <= OFFICE for swap in found.swaps)
    # Inside a phrase the machine is careless with capitals: "Financial institution" for Bank.
    if not all(words.capital(index) for index in (*kept, *(swap.first for swap in found.swaps))):
        return False
    if found.meaning.sort is Sort.PERSON:
        return bool(kept) and all(swap.cost <= VOUCHED for swap in found.swaps)
    content = len(kept) + len(found.swaps)
    if not kept and content == 2:
        return found.cost <= BOTH_CLOSE
    if not kept and any(swap.cost > STRANGE for swap in found.swaps):
        return False
    each = EACH_OF_EXPRESSION if found.meaning.sort is Sort.EXPRESSION else EACH
    return found.cost <= each * (content - 1) + SLACK


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
    before = first - 1
    if found.meaning.sort is Sort.ROLE and before > 0 and words.normals[before] == "and" and words.capital(before - 1):
        return False  # "Intelligence and Safety Service"
    if before < 0 or words.gap(before) != " " or not words.capital(before) or words.opens(before):
        return True
    return words.normals[before] in BEFORE_NAMES or actors.state_named((words.normals[before],)) is not None


def natural(words: Words, found: Tortured) -> bool:
    """Whether an exchanged word goes so well with its neighbour in the name that nothing was exchanged."""
    company = load_company()
    enough = NATURAL if found.meaning.sort in {Sort.BODY, Sort.PERSON} else ANY
    for swap in found.swaps:
        for one in (swap.first - 1, swap.end - 1):
            inside = found.first <= one and one + 1 < found.end and words.gap(one) == " "
            if inside and not LINKS & {words.normals[one], words.normals[one + 1]}:
                usual = company.pair(words.normals[one], words.normals[one + 1])
                if usual is not None and usual > enough:
                    return True
    return False
