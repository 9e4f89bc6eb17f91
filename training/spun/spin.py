"""Spin known names with raw thesauri, part of them hidden from the tree, and see what comes back at which margins.

python -m training.spun.spin --wordnet DIR --moby words.txt

The words are exchanged by chance for any synonym of any sense of WordNet or any word of a Moby entry, which the
restorer does not know as such (its table is pruned and weighted, and it looks elsewhere too). Three names of ten are
left out of the tree: whatever they are restored to is wrong. Seeded; no gold is read.
"""

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun import tortured, tree
from foreigndesk.reading.spun.tree import LINKS, Meaning, Sort, known_meanings, one_spelling
from training.thesaurus.neighbours import read_moby
from training.thesaurus.wordnet import plain, read_synsets

SEED = 11
NAMES = 1500
SHARE = 0.4
FRAMES = ("Officials of the {} declined to comment.", "It was told to the {} on Monday.", "The {} has said so.")


def synonyms(wordnet: Path, moby: Path) -> dict[str, list[str]]:
    """Word -> words that a thesaurus lists with it, in any sense."""
    found: dict[str, set[str]] = {}
    for _, _, words, _ in read_synsets(wordnet):
        for one in map(plain, words):
            found.setdefault(one, set()).update(plain(word) for word in words)
    for head, words in read_moby(moby).items():
        found.setdefault(head, set()).update(words)
    return {word: sorted(others - {word}) for word, others in found.items()}


def spun(printed: str, table: dict[str, list[str]], chance: random.Random) -> str | None:
    """A name with some of its words exchanged; None if none could be."""
    words = printed.split()
    changed = False
    for place, word in enumerate(words):
        others = [other for other in table.get(word.lower(), ()) if other.count(" ") <= 1 and other.isascii()]
        if word.lower() not in LINKS and word.isalpha() and others and chance.random() < SHARE:
            new = chance.choice(others)
            words[place] = new[0].upper() + new[1:]
            if " " not in new:
                words[place] = new.capitalize()
            changed = True
    return " ".join(words) if changed else None


def hidden(meaning: Meaning) -> bool:
    """Whether a name is left out of the tree: three of ten, by what it is called."""
    return zlib.crc32(one_spelling(meaning.printed).encode()) % 10 < 3


def kept_meanings(actors) -> Iterator[Meaning]:
    """The names that stay in the tree."""
    return (meaning for meaning in known_meanings(actors) if not hidden(meaning))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--wordnet", type=Path, required=True)
    ask.add_argument("--moby", type=Path, required=True)
    ask.add_argument("--show", type=int, default=0)
    told = ask.parse_args()
    actors = load_actors()
    chance = random.Random(SEED)
    table = synonyms(told.wordnet, told.moby)
    pool = [m for m in known_meanings(actors) if m.sort in {Sort.BODY, Sort.EXPRESSION} and m.printed[0].isupper()]
    chance.shuffle(pool)
    with patch.object(tree, "known_meanings", kept_meanings):
        tree.tree_of(actors)
    results = []
    for meaning in pool[:NAMES]:
        broken = spun(meaning.printed, table, chance)
        if broken is None:
            continue
        text = chance.choice(FRAMES).format(broken)
        words = Words(text)
        start = text.index(broken)
        first = next(i for i in range(len(words)) if words.starts[i] >= start)
        every = tortured.weighed(
            tree.tree_of(actors),
            words,
            tortured.walk(tree.tree_of(actors), words, first, first, tree.tree_of(actors).root, ()),
            actors,
        )
        best = max(every, key=lambda name: (name.bits, -len(name.swaps)), default=None)
        if best is None or not best.swaps:
            results.append((False, hidden(meaning), -99.0, -99.0, broken, meaning.printed, None))
            continue
        ahead = best.bits - tortured.rivalry(best, every)
        right = one_spelling(best.meaning.printed) == one_spelling(meaning.printed)
        results.append((right, hidden(meaning), best.bits, ahead, broken, meaning.printed, best.meaning.printed))
    print(len(results), "names,", sum(one[1] for one in results), "hidden")
    for enough in (0.0, 1.0, 2.0, 3.0, 4.0, 6.0):
        for ahead in (0.5, 1.0, 1.5, 2.0, 3.0):
            told_ = [one for one in results if one[2] >= enough and one[3] >= ahead]
            good = sum(one[0] for one in told_)
            false = Counter(one[1] for one in told_ if not one[0])
            print(
                f"enough {enough} ahead {ahead}: precision {good / max(1, len(told_)):.3f} "
                f"recall of known {good / sum(not one[1] for one in results):.3f} "
                f"wrong: known {false[False]} hidden {false[True]}"
            )
    shown = [one for one in results if not one[0] and one[2] >= tortured.ENOUGH and one[3] >= tortured.AHEAD]
    for one in shown[: told.show]:
        print(f"{one[4]!r} -> {one[6]!r} (true {one[5]!r}, hidden {one[1]}) {one[2]:.1f} {one[3]:.1f}")


if __name__ == "__main__":
    main()
