"""Read WordNet's data files: which words are neighbours in meaning, and by what tie."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
DIGIT = re.compile(r"\d")
MARK = re.compile(r"\((?:a|p|ip)\)$")  # where an adjective may stand: "galore(ip)"

# wninput(5WN), "pointer symbols": more and less general, similar, part of a head synset, derived, pertaining to.
GENERAL = frozenset({"@", "~"})
SIMILAR = frozenset({"&", "^"})
DERIVED = frozenset({"+", "\\", "<"})
CLOSE, NEAR = 3, 2

Ties = dict[tuple[str, str, str], int]


def read_ties(folder: Path) -> Ties:
    """(word, word, part of speech) -> 3 for synonyms, similar and derived words, 2 for more and less general ones."""
    synsets = {(part, offset): (words, pointers) for part, offset, words, pointers in read_synsets(folder)}
    ties: Ties = defaultdict(int)
    for (part, _), (words, pointers) in synsets.items():
        for one in words:
            for other in words:
                tie(ties, one, other, part, CLOSE)
        for symbol, offset, other_part, places in pointers:
            others = synsets[other_part, offset][0]
            first, last = int(places[:2], 16), int(places[2:4], 16)
            if symbol in DERIVED and first and last:
                tie(ties, words[first - 1], others[last - 1], "*", CLOSE)
            elif symbol in SIMILAR or symbol in GENERAL:
                for one in words:
                    for other in others:
                        tie(ties, one, other, part, CLOSE if symbol in SIMILAR else NEAR)
    return ties


def tie(ties: Ties, one: str, other: str, part: str, strength: int) -> None:
    """Note that two words are neighbours, both ways; of two proper names neither stands for the other."""
    if one[0].isupper() and other[0].isupper() and " " not in one + other:
        return
    one, other = plain(one), plain(other)
    if one != other:
        for key in ((one, other, part), (other, one, part)):
            ties[key] = max(ties[key], strength)


def plain(lemma: str) -> str:
    """A lemma as words are compared.

    >>> plain("Get-together")
    'get together'
    """
    return lemma.lower().replace("-", " ")


def read_synsets(folder: Path) -> Iterator[tuple[str, str, list[str], list[tuple[str, str, str, str]]]]:
    """Part of speech, offset, words and pointers of each synset (wndb(5WN), "data file format")."""
    for name, letter in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):  # the licence
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [MARK.sub("", fields[4 + 2 * n]).replace("_", " ") for n in range(count)]
            at = 4 + 2 * count
            pointers = [
                (fields[p], fields[p + 1], fields[p + 2].replace("s", "a"), fields[p + 3])
                for p in range(at + 1, at + 1 + 4 * int(fields[at]), 4)
            ]
            yield letter, fields[0], words, pointers


# lexnames(5WN): acts, communication, events, groups, places, seas and mountains, states, times.
# Plants, animals and people are left out.
NAMED = frozenset({"04", "10", "11", "14", "15", "17", "26", "28"})


def read_expressions(folder: Path) -> set[str]:
    """Names of two to four words that are no bodies' or persons': "Cold War", "Middle East", "Labor Day"."""
    found: set[str] = set()
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        fields = line.split(" | ")[0].split()
        if line.startswith(" ") or fields[1] not in NAMED:
            continue
        words = [fields[4 + 2 * n].replace("_", " ") for n in range(int(fields[3], 16))]
        found.update(word for word in words if 1 <= word.count(" ") <= 3 and word.istitle() and not DIGIT.search(word))
    return found


def read_parts(folder: Path) -> dict[str, set[str]]:
    """Lemma -> the parts of speech it has."""
    parts: dict[str, set[str]] = defaultdict(set)
    for name, letter in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                parts[line.split(" ", 1)[0].replace("_", " ")].add(letter)
    return parts


def read_irregular(folder: Path) -> dict[tuple[str, str], list[str]]:
    """(lemma, part of speech) -> its irregular forms, from the exception lists."""
    irregular: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, letter in PARTS.items():
        for line in (folder / f"{name}.exc").read_text(encoding="latin-1").splitlines():
            form, *lemmas = line.split()
            for lemma in lemmas:
                irregular[lemma, letter].append(form)
    return irregular
