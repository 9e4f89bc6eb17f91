"""What an independent report takes from another word for word, and says so: mostly a quotation."""

from __future__ import annotations

import re

from foreigndesk.weighing.kinship.align import Block
from foreigndesk.weighing.kinship.compare import Compared
from foreigndesk.weighing.kinship.direction import mentions_of

# Equal words beside the credit: names and titles alone are shorter. Outside quotation marks the same facts come to be
# said in some of the same words.
LEAST_QUOTED, LEAST_WORDS = 8, 20
# A line that names an outlet to sell it, or to claim a right, credits it with nothing in particular.
FURNITURE = re.compile(
    r"copyright|©|all rights reserved|subscri|sign up|newsletter|terms of use|privacy|follow |more from|read more",
    re.IGNORECASE,
)
BESIDE = 1  # sentences between the credit and what it credits


def credited_blocks(compared: Compared) -> tuple[Block, ...]:
    """The shared passages beside which the first report names the other's outlet; none if it names it for nothing."""
    if not compared.likeness.blocks:
        return ()
    credited = credited_sentences(compared)
    found = []
    for block in compared.likeness.blocks:
        sentences = compared.one.words.sentences[block.one[0] : block.one[1]].tolist()
        quoted = int(compared.one.words.quoted[block.here].sum())
        enough = quoted >= LEAST_QUOTED or len(block) >= LEAST_WORDS
        if enough and credited.intersection(sentences):
            found.append(block)
    return tuple(found)


def credited_sentences(compared: Compared) -> set[int]:
    """The sentences in which the first report names the other's outlet, and those beside them."""
    outlet, words = compared.other.report.outlet, compared.one.words
    if not outlet or not len(words):
        return set()
    found: set[int] = set()
    text = compared.one.report.text
    for start, end in mentions_of(outlet, text):
        if FURNITURE.search(text, text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1):
            continue
        at = int(words.starts.searchsorted(start, side="right")) - 1
        sentence = int(words.sentences[max(at, 0)])
        found.update(range(sentence - BESIDE, sentence + BESIDE + 1))
    return found
