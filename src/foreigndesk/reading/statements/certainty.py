"""How sure a speaker is, in the speaker's own words; and the writer's distance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.forces import load_distances
from foreigndesk.lexicon.hedges import load_hedges
from foreigndesk.model import Certainty, Passage, Span

# "assesses with moderate confidence": a grade that stands with the cue (ICD 203 on levels of confidence).
CONFIDENCE = re.compile(r"\b(?:very )?(?:low|moderate|medium|high) confidence\b", re.IGNORECASE)


def find_certainty(text: str, cue: Token | None, content: Sequence[Span], inner: Sequence[Span] = ()) -> Certainty:
    """Hedges in the content, and grades of confidence with the cue, verbatim with their places; and the band.

    Words of others told within the content (`inner`) are theirs. The ICD 203 band is read from the speaker's word,
    never issued by the desk (ICD 203, 2015, on likelihood terms).
    """
    hedges = load_hedges()
    words: list[Passage] = []
    distance: list[Passage] = []
    for span in content:
        words += passages(hedges.speaker, text, span)
        distance += passages(hedges.writer, text, span)
    words = [word for word in words if not any(part.covers(word) for part in inner)]
    if cue is not None:
        if cue.lemma_.lower() in load_distances():
            distance.append(Passage(cue.idx, cue.idx + len(cue), cue.text))
        for child in cue.children:
            if child.dep_ == "prep" and child.lower_ == "with":
                last = child.right_edge
                words += passages(CONFIDENCE, text, Span(child.idx, last.idx + len(last)))
    found = tuple(sorted(set(words)))
    bands = {band for word in found if (band := hedges.bands.get(word.text.lower()))}
    return Certainty(found, bands.pop() if len(bands) == 1 else None, tuple(sorted(set(distance))))


def passages(pattern: re.Pattern[str], text: str, span: Span) -> list[Passage]:
    """Where a pattern stands in a span of a text."""
    return [Passage(*match.span(), match.group()) for match in pattern.finditer(text, span.start, span.end)]
