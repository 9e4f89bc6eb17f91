"""Write thesaurus.csv, the words that spoilt copies swap in: python -m training.statements.thesaurus --wordnet DIR.

DIR holds WordNet 3.0's files (Debian: wordnet-base, /usr/share/wordnet). Words of one piece that inflect by rule:

    saying, mind   verbs whose first sense tells of communication; of thought or feeling
    held           a tenth of both, never swapped in: held-out reports are spun with these
    deed           other verbs that WordNet's own corpus has
    noun, quality  nouns and adjectives that WordNet's own corpus has, a part of them

Words of the table that robustness is measured with (`evals/robustness.py`) are left out, in every form.
"""

import argparse
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from evals.robustness import UNSEEN_STEMS

from .spin import THESAURUS, forms

# WordNet's lexicographer files, lexnames(5WN): 31 cognition, 32 communication, 37 emotion.
CLASSES = {32: "saying", 31: "mind", 37: "mind"}
MEASURED = {form for others in UNSEEN_STEMS.values() for other in others.split() for form in forms(other)}
MOST = 3000  # nouns, and adjectives: enough that none is met often, few enough for a small file


def entries(folder: Path, part: str) -> Iterator[tuple[str, int, int]]:
    """Word, lexicographer file of its first sense, and how many of its senses WordNet's corpus has (wndb(5WN))."""
    files = {}
    for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
        if line[:1].isdigit():
            offset, file, _ = line.split(" ", 2)
            files[offset] = int(file)
    for line in (folder / f"index.{part}").read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            word, *fields = line.split()
            pointers = int(fields[2])
            if re.fullmatch(r"[a-z]{3,}", word):
                yield word, files[fields[5 + pointers]], int(fields[4 + pointers])


def exceptions(folder: Path, part: str) -> dict[str, list[str]]:
    """Irregular forms of words."""
    found = defaultdict(list)
    for line in (folder / f"{part}.exc").read_text(encoding="latin-1").splitlines():
        form, *words = line.split()
        for word in words:
            found[word].append(form)
    return found


def verbs(folder: Path) -> Iterator[tuple[str, ...]]:
    """Class and four forms of each verb."""
    odd = exceptions(folder, "verb")
    for word, file, seen in entries(folder, "verb"):
        own = odd.get(word, [])
        if all(form.endswith(("ed", "ing", "ies")) for form in own) and (file in CLASSES or seen):
            base, third, past, going = forms(word)
            past = next((form for form in own if form.endswith("ed")), past)
            going = next((form for form in own if form.endswith("ing")), going)
            name = CLASSES.get(file, "deed")
            yield "held" if name != "deed" and zlib.crc32(word.encode()) % 10 == 0 else name, base, third, past, going


def nouns(folder: Path) -> Iterator[tuple[str, ...]]:
    """Class, singular and plural of each noun."""
    odd = exceptions(folder, "noun")
    for word, _, seen in entries(folder, "noun"):
        if seen and word not in odd and len(word) > 3:
            yield "noun", *forms(word)[:2]


def adjectives(folder: Path) -> Iterator[tuple[str, ...]]:
    """Class and form of each adjective."""
    yield from (("quality", word) for word, _, seen in entries(folder, "adj") if seen and len(word) > 3)


def thesaurus(folder: Path) -> list[tuple[str, ...]]:
    """Every row, in order."""
    dice = random.Random(0)
    rows = list(verbs(folder))
    for kind in (nouns, adjectives):
        every = list(kind(folder))
        rows += dice.sample(every, min(MOST, len(every)))
    return sorted(row for row in rows if not {*row[1:]} & MEASURED)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", required=True, type=Path)
    args = parser.parse_args()
    rows = thesaurus(args.wordnet)
    THESAURUS.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
