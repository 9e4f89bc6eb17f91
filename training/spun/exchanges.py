"""Make lexicon/data/exchanges.txt.gz: what else the words of known names are printed as. See README.md.

python -m training.spun.exchanges --wordnet DIR --moby words.txt --books DIR --out FILE
"""

import argparse
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.thesaurus import load_thesaurus
from foreigndesk.reading.spun.tree import LINKS, tree_of
from training.thesaurus.counts import read_books
from training.thesaurus.inflection import forms_of
from training.thesaurus.neighbours import read_moby
from training.thesaurus.wordnet import DERIVED, SIMILAR, plain, read_irregular, read_parts, read_synsets

# Sisters under a general word are as many as it has kinds: of more than this none is near.
MOST_SISTERS = 12
# WordNet's own ties in any sense, and what both thesauri have; a mere entry of Moby; sisters.
CLOSE, ENTRY, SISTER = 3, 2, 1

Ties = dict[str, dict[str, int]]


def lemma_ties(wordnet: Path, moby: Path) -> Ties:
    """Lemma -> lemma -> how close, both ways."""
    ties: Ties = defaultdict(dict)

    def tie(one: str, other: str, strength: int) -> None:
        one, other = plain(one), plain(other)
        if one != other:
            for first, second in ((one, other), (other, one)):
                ties[first][second] = max(strength, ties[first].get(second, 0))

    synsets = {(part, offset): (words, pointers) for part, offset, words, pointers in read_synsets(wordnet)}
    for (part, _), (words, pointers) in synsets.items():
        kinds: list[list[str]] = []
        for one in words:
            for other in words:
                tie(one, other, CLOSE)
        for symbol, offset, other_part, _places in pointers:
            others = synsets[other_part, offset][0]
            if symbol in DERIVED | SIMILAR | {"@"}:
                for one in words:
                    for other in others:
                        tie(one, other, CLOSE if symbol != "@" else ENTRY)
            elif symbol == "~" and part == "n":
                kinds.append(others)
        if 1 < len(kinds) <= MOST_SISTERS:
            for number, mine in enumerate(kinds):
                for theirs in kinds[number + 1 :]:
                    for one in mine:
                        for other in theirs:
                            tie(one, other, SISTER)
    for head, entry in read_moby(moby).items():
        for word in entry:
            tie(head, word, ENTRY)
    return ties


def inflected(ties: Ties, wordnet: Path, wanted: frozenset[str], printed: frozenset[str]) -> Ties:
    """Printed -> expected -> closeness, each form against the same form of the other."""
    irregular, parts = read_irregular(wordnet), read_parts(wordnet)
    found: Ties = defaultdict(dict)
    for one, others in ties.items():
        if " " in one:
            continue
        for other, strength in others.items():
            for part in parts.get(one, {"n"}):
                for meant, form in forms_together(one, other, part, irregular):
                    if meant in wanted and form != meant and all(word in printed for word in form.split()):
                        found[form][meant] = max(strength, found[form].get(meant, 0))
    return found


def forms_together(
    one: str, other: str, part: str, irregular: dict[tuple[str, str], list[str]]
) -> Iterator[tuple[str, str]]:
    """The forms of two lemmas, pair by pair; a phrase as it is."""
    if " " in other:
        return iter([(one, other)] if other.count(" ") == 1 else [])
    return zip(forms_of(one, part, irregular), forms_of(other, part, irregular), strict=False)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("wordnet", "moby", "books", "out"):
        ask.add_argument(f"--{name}", type=Path, required=True)
    told = ask.parse_args()
    books = read_books(
        told.books / "frequency_dictionary_en_82_765.txt", told.books / "frequency_bigramdictionary_en_243_342.txt"
    )
    printed = frozenset(books.words)  # rare words too: what a machine takes from a thesaurus need not be usual
    wanted = frozenset(word for word in tree_of(load_actors()).channel.words if word in printed) - LINKS
    found = inflected(lemma_ties(told.wordnet, told.moby), told.wordnet, wanted, printed)
    lines = []
    for form, meanings in sorted(found.items()):
        known = load_thesaurus().expected(form)
        new = {meant: strength for meant, strength in meanings.items() if strength > known.get(meant, 0)}
        if new and form.isascii():
            lines.append(f"{form}\t{' '.join(f'{meant}{strength}' for meant, strength in sorted(new.items()))}")
    told.out.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(len(lines), "words,", sum(line.count(" ") + 1 for line in lines), "pairs,", told.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
