"""Planted kin found by this desk, by datasketch and by Daft: `python -m evals.bench_minhash [--reports N]`.

Each system is given the originals (the half of the PolNeAR train reports that nothing was developed on) and what was
planted from them, as texts alone, and pairs them: F1 of the pairs by way of planting, and processor time for all ways.

datasketch: MinHashLSH over five words in a row, PERMUTATIONS permutations; every pair that collides, and only those
("verified") whose shingles have the Jaccard similarity that was asked for. Daft: its `minhash` over the same, in bands,
every pair that collides in one and whose signatures agree as much. Either is left out, and said to be, where it is not
installed; Daft is no dependency of the project (`pip install daft`).
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.kinship import plant, read_half
from evals.planting import PLANTINGS
from foreigndesk.model import Report
from foreigndesk.weighing.kinship import Index, kin_of

PERMUTATIONS, SHINGLE = 128, 5
# Jaccard: 0.5 is what both projects' examples ask for; 0.2 is low enough for a third of a text, and for one in which a
# tenth of the words was exchanged.
THRESHOLDS = (0.5, 0.2)
TOKEN = re.compile(r"\w+")

Pairs = set[tuple[int, int]]  # (original, planted)
System = Callable[[Sequence[str], Sequence[str]], Pairs]


def with_desk(originals: Sequence[str], texts: Sequence[str]) -> Pairs:
    """The desk's own, on texts alone: no outlet, no date."""
    index = Index()
    for place, text in enumerate(originals):
        index.place(kin_of(Report(id=f"o{place:06}", path="", text=text)))
    found = set()
    for place, text in enumerate(texts):
        for finding in index.place(kin_of(Report(id=f"p{place:06}", path="", text=text))):
            found |= {(int(one[1:]), place) for one in (finding.debtor, finding.creditor) if one[0] == "o"}
    return found


def shingles(text: str) -> set[bytes]:
    """Every SHINGLE words in a row."""
    words = TOKEN.findall(text.lower())
    return {" ".join(words[n : n + SHINGLE]).encode() for n in range(max(len(words) - SHINGLE + 1, 1))}


def with_datasketch(threshold: float, *, verified: bool) -> System:
    """MinHashLSH: pairs that collide, or those of them that are as alike as asked for."""

    def pairs(originals: Sequence[str], texts: Sequence[str]) -> Pairs:
        datasketch = importlib.import_module("datasketch")

        def hashed(known: set[bytes]) -> Any:
            minhash = datasketch.MinHash(num_perm=PERMUTATIONS)
            minhash.update_batch(list(known))
            return minhash

        index, kept = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), []
        for place, text in enumerate(originals):
            kept.append(shingles(text))
            index.insert(place, hashed(kept[place]))
        found = set()
        for place, text in enumerate(texts):
            mine = shingles(text)
            near = index.query(hashed(mine))
            found |= {(one, place) for one in near if not verified or jaccard(kept[one], mine) >= threshold}
        return found

    return pairs


def jaccard(one: set[bytes], other: set[bytes]) -> float:
    """What two sets share of what they have together."""
    return len(one & other) / len(one | other)


def with_daft(threshold: float) -> System:
    """Daft's minhash in bands; signatures must agree as much as asked for."""
    rows = 2 if threshold < 0.4 else 4  # a pair as alike as the threshold then meets in one band of 64, or of 32

    def bands(signature: tuple[int, ...]) -> Iterator[tuple[int, tuple[int, ...]]]:
        for start in range(0, PERMUTATIONS, rows):
            yield start, signature[start : start + rows]

    def pairs(originals: Sequence[str], texts: Sequence[str]) -> Pairs:
        os.environ.setdefault("DO_NOT_TRACK", "1")  # read when Daft is imported
        daft = importlib.import_module("daft")
        normal = [" ".join(TOKEN.findall(text.lower())) for text in (*originals, *texts)]
        column = daft.col("text").minhash(num_hashes=PERMUTATIONS, ngram_size=SHINGLE, seed=1)
        hashed = daft.from_pydict({"text": normal}).select(column).to_pydict()
        signatures = [tuple(row) for row in next(iter(hashed.values()))]
        kept, planted = signatures[: len(originals)], signatures[len(originals) :]
        buckets = defaultdict(list)
        for place, signature in enumerate(kept):
            for band in bands(signature):
                buckets[band].append(place)
        found = set()
        for place, signature in enumerate(planted):
            for other in {other for band in bands(signature) for other in buckets.get(band, ())}:
                same = sum(a == b for a, b in zip(signature, kept[other], strict=True))
                if same >= threshold * PERMUTATIONS:
                    found.add((other, place))
        return found

    return pairs


def systems() -> dict[str, System]:
    """What is compared, by name; what is not installed is said to be missing."""
    known: dict[str, System] = {"this desk": with_desk}
    for name in ("datasketch", "daft"):
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not installed: left out of the comparison", file=sys.stderr)
            continue
        for threshold in THRESHOLDS:
            if name == "daft":
                known[f"Daft minhash, {threshold}"] = with_daft(threshold)
            else:
                known[f"datasketch, {threshold}"] = with_datasketch(threshold, verified=False)
                known[f"datasketch, {threshold}, verified"] = with_datasketch(threshold, verified=True)
    return known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--reports", type=int, help="only so many of them")
    parser.add_argument("--ways", nargs="+", choices=tuple(PLANTINGS), default=tuple(PLANTINGS))
    wanted = parser.parse_args()
    if not wanted.corpora.is_dir():
        sys.exit("No corpora found: kin are planted over PolNeAR (see --corpora).")
    reports = read_half(wanted.corpora, 1)[: wanted.reports]
    originals = [report.text for report in reports]
    planted = {way: [made.text for made, _, _ in plant(reports, way)] for way in wanted.ways}
    print(
        f"{'F1 of ' + str(len(originals)) + ' planted':28}" + "".join(f"{way:>13}" for way in planted) + "    seconds"
    )
    for name, system in systems().items():
        cells, begin = "", time.process_time()
        for texts in planted.values():
            found = system(originals, texts)
            right = sum(one == other for one, other in found)
            cells += f"{2 * right / (len(found) + len(texts)):>13.3f}"
        print(f"{name:28}{cells}{time.process_time() - begin:>11.1f}", flush=True)


if __name__ == "__main__":
    main()
