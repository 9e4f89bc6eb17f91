"""Make the tables of lexicon/thesaurus.py. See README.md.

python -m training.thesaurus.make --wordnet DIR --moby words.txt --books DIR --census FILE --corpus DIR --out DIR
"""

import argparse
import csv
import gzip
import math
import sys
import zlib
from array import array
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.roles import roles_by_phrase
from foreigndesk.lexicon.thesaurus import BITS_A_LEVEL, LEVEL_BITS, LEVELS, LOWEST_PAIR, LOWEST_WORD, UNSEEN
from foreigndesk.model import ActorKind
from training.thesaurus.counts import DISCOUNT, Counts, count_news, development_half, read_books
from training.thesaurus.neighbours import Pairs, add_derived, add_distant, inflected, lemma_pairs
from training.thesaurus.wordnet import read_expressions

# Rewriting machines print frequent words: the 30,000 most frequent of books, and what news prints twice.
PRINTED, EXPECTED = 30_000, 8_000
# A surname that fewer of 100,000 people bear is not looked for behind other words.
COMMON = 3
TELLING = 1.0  # bits
# Outside names only close neighbours: synonyms of WordNet, or near ones that Moby has too.
CLOSE_ENOUGH = 3
# Words that machines leave alone, or that stand for nothing: articles, pronouns, auxiliaries.
FUNCTION_WORDS = frozenset(
    """a am an and are as at be been being but by can could did do does doing for from had has have having he her hers
    him his how i if in into is it its me might my no nor not of on or our ours she should so than that the their
    theirs them then there these they this those to too up us was we were what when where which who whom whose why
    will with would you your yours s t d ll re ve m one two three four five six seven eight nine ten""".split()
)

# Wars, treaties, laws and places, written by hand.
NAMED = Path(__file__).parent / "named.txt"
LINKS = frozenset({"and", "for", "of", "on", "the"})


@dataclass(frozen=True)
class Vocabulary:
    """The words that may be printed, those that may be expected; of the latter those of bodies and of persons."""

    printed: frozenset[str]
    expected: frozenset[str]
    bodies: frozenset[str]
    persons: frozenset[str]


def vocabulary(news: Counts, books: Counts, expressions: set[str], people: set[str]) -> Vocabulary:
    """The words that the tables are about."""
    frequent = [word for word, _ in books.words.most_common(PRINTED)]
    printed = {word for word, count in news.words.items() if count > 1} | set(frequent)
    actors = load_actors()
    bodies = {word for phrase in roles_by_phrase() for word in phrase}
    bodies |= {word for expression in expressions for word in normal_words(expression)}
    for key, forms in actors.known_forms().items():
        actor = actors.get(forms[0].actor)
        if actor is not None and actor.kind is not ActorKind.PERSON:
            bodies.update(key.split())
    bodies = {word for word in bodies if len(word) > 1} - FUNCTION_WORDS
    expected = {word for word, count in news.words.items() if count > 2} | set(frequent[:EXPECTED])
    persons = people & printed
    return Vocabulary(frozenset(printed), frozenset(expected | bodies | persons), frozenset(bodies), frozenset(persons))


def pruned(pairs: Pairs, words: Vocabulary) -> Pairs:
    """The pairs worth keeping: all neighbours of bodies' words, near ones of persons', close ones of others."""
    kept: Pairs = {}
    for printed, expected in pairs.items():
        phrase = " " in printed
        some = {
            word: strength
            for word, strength in expected.items()
            if word not in FUNCTION_WORDS and strength >= least(word, words) + phrase
        }
        if some and printed.isascii() and all(word.isascii() for word in some):
            kept[printed] = some
    return kept


def least(word: str, words: Vocabulary) -> int:
    """How close a neighbour of a word must be to be kept."""
    return 1 if word in words.bodies else 2 if word in words.persons else CLOSE_ENOUGH


def write_neighbours(pairs: Pairs, path: Path) -> None:
    """Sorted lines of a word and its expected words, and of "=word" and how many words can stand for it.

    Zipped without a date, so that the table is the same every time.
    """
    lines = [
        f"{printed}\t{' '.join(f'{word}{strength}' for word, strength in sorted(expected.items()))}".encode()
        for printed, expected in pairs.items()
        if printed not in FUNCTION_WORDS
    ]
    spread = Counter(word for expected in pairs.values() for word in expected)
    lines += [f"={word}\t{count}".encode() for word, count in spread.items()]
    path.write_bytes(gzip.compress(b"\n".join(sorted(lines)), mtime=0))


def levels(news: Counts, books: Counts, known: frozenset[str]) -> dict[str, int]:
    """Words and pairs with their levels; of books and news the higher association counts."""
    found: dict[str, int] = {}
    shares = {}
    for word in known:
        share = (news.words[word] / news.total + books.words[word] / books.total) / 2
        if share > 0:
            shares[word] = math.log2(share)
            found[word] = level(math.log2(share), LOWEST_WORD)
    usual = set(books.pairs) | {pair for pair, count in news.pairs.items() if count > 1}
    for one, other in usual:
        if one not in shares or other not in shares or {one, other} <= FUNCTION_WORDS:
            continue
        bits = max(
            books.association((one, other), books.pairs[one, other]),
            news.association((one, other), news.pairs[one, other] - DISCOUNT),
        )
        # A pair that is rarer than one not seen at all can be, or hardly more frequent than by chance, tells nothing.
        if bits > max(TELLING, UNSEEN - shares[one] - shares[other]):
            found[f"{one} {other}"] = level(bits, LOWEST_PAIR)
    return found


def write_expressions(expressions: set[str], own: set[str], spinnable: frozenset[str], path: Path) -> None:
    """The fixed expressions: WordNet's if a machine could exchange all their words, and those written by hand."""
    rows = [
        (expression, "written by hand" if expression in own else "WordNet 3.0")
        for expression in sorted(expressions)
        if expression in own or all(word in spinnable for word in expression.lower().split() if word not in LINKS)
    ]
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["expression", "origin"])
        table.writerows(rows)


def read_surnames(census: Path, least: int = COMMON) -> dict[str, int]:
    """Surname in small letters -> how many of 100,000 people bear it, of those that many do."""
    lines = (line.split() for line in census.read_text(encoding="ascii").splitlines())
    counts = {name.lower(): round(float(share) * 1000) for name, share, _, _ in lines}
    return {name: count for name, count in counts.items() if count >= least}


def write_surnames(surnames: dict[str, int], words: frozenset[str], path: Path) -> None:
    """Surnames that are words as well, with how many of 100,000 people bear them."""
    rows = [[name, count, "US census 1990"] for name, count in surnames.items() if name in words and len(name) > 1]
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["surname", "in_100000", "origin"])
        table.writerows(sorted(rows))


def level(bits: float, lowest: float) -> int:
    """Bits as a level."""
    return min(LEVELS, max(0, round((bits - lowest) / BITS_A_LEVEL)))


def write_company(found: dict[str, int], path: Path) -> None:
    """Hashes and levels, sorted."""
    packed = {zlib.crc32(key.encode()) >> LEVEL_BITS << LEVEL_BITS: value for key, value in sorted(found.items())}
    entries = array("I", sorted(key | value for key, value in packed.items()))
    if sys.byteorder == "big":
        entries.byteswap()
    path.write_bytes(entries.tobytes())


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("wordnet", "moby", "books", "census", "corpus", "out"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    told = ask.parse_args()
    news = count_news(path.read_text(encoding="utf-8") for path in development_half(told.corpus))
    books = read_books(
        told.books / "frequency_dictionary_en_82_765.txt", told.books / "frequency_bigramdictionary_en_243_342.txt"
    )
    own = set(NAMED.read_text(encoding="utf-8").splitlines())
    expressions = read_expressions(told.wordnet) | own
    people = read_surnames(told.census).keys() | load_given_names().keys()
    words = vocabulary(news, books, expressions, set(people))
    ties = lemma_pairs(told.wordnet, told.moby)
    neighbours = inflected(ties, told.wordnet, words.printed, words.expected)
    add_distant(neighbours, ties, words.printed, words.bodies)
    add_derived(neighbours, ties, words.printed, words.bodies)
    pairs = pruned(neighbours, words)
    write_neighbours(pairs, told.out / "thesaurus.txt.gz")
    spinnable = frozenset(word for expected in pairs.values() for word in expected) & words.printed
    write_expressions(expressions, own, spinnable, told.out / "expressions.csv")
    write_surnames(read_surnames(told.census, 1), frozenset(pairs) | spinnable, told.out / "surnames.csv")
    write_company(levels(news, books, words.printed | words.expected), told.out / "company.bin")


if __name__ == "__main__":
    main()
