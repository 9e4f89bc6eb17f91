"""Whether a report is machine-spun, with the traces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Name, Oddity, Reason, Report, Spun
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.alternatives import one_stem
from foreigndesk.reading.spun.exchanged import Exchange, mean_bits, weigh_words
from foreigndesk.reading.spun.tortured import Swap, Tortured, find_tortured
from foreigndesk.reading.spun.tree import Sort

# Reports of 800 words are usual; in a longer one chance has more names to hit.
USUAL_LENGTH = 800
# Likeness of letters from which two words are one in two spellings: "defence" and "defense" have 0.86.
SPELLING = 0.8
# A cheap look at the opening first: of 20 spun reports the opening with the least evidence had 0.83 bits a word, of 420
# reports by PolNeAR's newsrooms three in four have less than this.
OPENING, FIRST, PLAIN = 3000, 60, 0.75
# Without any broken name the words must speak for themselves: 1.8 bits a word in the whole report.
ODD = 1.5
# The scale: one broken name and 1.06 bits a plain word make a score of a half. Set by hand on 20 spun reports (19 reach
# it) and 420 of PolNeAR (none does; nor do 504 that were not looked at).
NAMES, MORE_NAMES, BITS, WRITTEN_BY_HAND = 5.8, 2.0, 7.0, 13.2
# The evidence of a broken name in bits: much counts in full, less little.
NEAR, FAR = 8.0, 4.0
# ... if the exchanges are such as machines make, no mere relatives ("Senate Republicans", "Broad Street"); bits a word.
LIKELY_EXCHANGE = 3.5
WEIGHTS = {
    Sort.BODY: (1.0, 0.3),
    Sort.PERSON: (0.3, 0.0),
    Sort.EXPRESSION: (0.6, 0.1),
    Sort.ROLE: (0.5, 0.0),
    Sort.POST: (0.3, 0.0),
}


def find_spun(doc: Doc, report: Report, names: Sequence[Name], actors: Actors) -> Spun | None:  # noqa: ARG001 - all steps take the same
    """The traces of a machine that exchanged words, if there are enough of them; None for a report as written.

    `model_score` rises with the evidence and is no likelihood.
    """
    opening = mean_bits(weigh_words(Words(report.text[:OPENING]), FIRST))
    if opening < PLAIN:
        return None
    words = Words(report.text)
    tortured = find_tortured(words, actors)
    evidence = evidence_of_names(words, tortured)
    if not evidence and opening < ODD:
        return None
    exchanges = weigh_words(words)
    score = score_of(evidence, mean_bits(exchanges))
    if score < 0.5:
        return None
    oddities = oddities_of(words, exchanges, tortured)
    shown = "; ".join(f"“{oddity.printed}” for “{oddity.expected}”" for oddity in oddities[:4] if oddity.expected)
    sentence = f"{len(oddities)} words or phrases stand where news prints others of like meaning: {shown}."
    return Spun(oddities, round(score, 3), (Reason("spun", sentence),))


def score_of(names: float, bits: float) -> float:
    """The evidence of names and of plain words as a score in [0, 1]; names count little more after the first."""
    told = NAMES * min(1.0, math.sqrt(2 * names)) + MORE_NAMES * max(0.0, names - 1)
    return 1 / (1 + math.exp(-(told + BITS * bits - WRITTEN_BY_HAND)))


def evidence_of_names(words: Words, tortured: Sequence[Tortured]) -> float:
    """How much the tortured names count together, each once however often it is printed; less in a long report."""
    each = {words.slice(found.first, found.end): weight_of(words, found) for found in tortured}
    return sum(each.values()) / math.sqrt(max(1.0, len(words) / USUAL_LENGTH))


def weight_of(words: Words, found: Tortured) -> float:
    """How much one tortured name counts: known names with close exchanges most, offices with distant ones nothing.

    Another spelling or form of the same word tells nothing: "Defence" and "Defense", "South" and "Southeast".
    """
    if all(alike(words, swap) for swap in found.swaps):
        return 0.0
    near, far = WEIGHTS[found.meaning.sort]
    if found.cost > LIKELY_EXCHANGE * len(found.swaps):
        return 0.0
    return near if found.bits >= NEAR else far if found.bits >= FAR else 0.0


def alike(words: Words, swap: Swap) -> bool:
    """Whether an exchanged word is only another form or spelling of the expected one."""
    printed = " ".join(words.normals[swap.first : swap.end])
    return one_stem(printed, swap.expected) or SequenceMatcher(None, printed, swap.expected).ratio() > SPELLING


def oddities_of(words: Words, exchanges: Sequence[Exchange], tortured: Sequence[Tortured]) -> tuple[Oddity, ...]:
    """The traces in order: exchanged words of names, and plain words with strong evidence."""
    found = [
        Oddity(
            words.text[words.starts[swap.first] : words.ends[swap.end - 1]],
            swap.expected,
            words.starts[swap.first],
            words.ends[swap.end - 1],
            "tortured-name",
        )
        for name in tortured
        for swap in name.swaps
    ]
    taken = {oddity.start for oddity in found}
    found += [
        Oddity(words.texts[one.index], one.expected, words.starts[one.index], words.ends[one.index], "synonym")
        for one in exchanges
        if one.bits >= 3.0 and words.starts[one.index] not in taken
    ]
    return tuple(sorted(found, key=lambda oddity: oddity.start))
