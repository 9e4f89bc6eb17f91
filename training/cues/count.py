"""Count how often each word cues an attribution in each construction of a corpus in PolNeAR's layout.

    python -m training.cues.count CORPUS_DIR > src/foreigndesk/lexicon/data/cues.csv

Only counts leave the corpus: a lemma (with its preposition), the construction, how often it was seen, and in how many
of these a human marked it as a cue.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from evals.polnear import GoldReport, read_gold
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.constructs import find_candidates

# Rarer pairs say less than their construction's average; leaving them out makes the table a third. A pair that never
# cued is kept where its construction mostly does ("help" with a clause), else its absence would speak for it.
SEEN_AT_LEAST = 3


def count(corpus: Path) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How often each (lemma, construction) was seen, and how often its cue was marked."""
    seen: Counter[tuple[str, str]] = Counter()
    cued: Counter[tuple[str, str]] = Counter()
    for report in read_gold(corpus):
        marked = characters(report, "cue")
        # Inside what somebody says people marked no further attribution, so nothing is learnt there.
        said = characters(report, "content") - marked
        for sentence in parse(report.text).sents:
            for candidate in find_candidates(sentence):
                if candidate.cue.idx in said:
                    continue
                seen[candidate.key] += 1
                cued[candidate.key] += candidate.cue.idx in marked
    return seen, cued


def characters(report: GoldReport, role: str) -> set[int]:
    """The characters that people marked with a role."""
    return {at for gold in report.attributions for span in gold[role] for at in range(*span)}


def main() -> None:
    seen, cued = count(Path(sys.argv[1]))
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["lemma", "construct", "seen", "cued", "origin"])
    for lemma, construct in list(seen):
        seen["*", construct] += seen[lemma, construct]
        cued["*", construct] += cued[lemma, construct]
    for key in sorted(seen):
        likely = 3 * cued["*", key[1]] > seen["*", key[1]]  # over a third of the construction's uses
        if seen[key] >= SEEN_AT_LEAST and (cued[key] or likely):
            table.writerow([*key, seen[key], cued[key], "PolNeAR train counts"])


if __name__ == "__main__":
    main()
