"""How sure a speaker is, in the speaker's own words; and the writer's distance."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.forces import load_distances
from foreigndesk.lexicon.hedges import load_hedges
from foreigndesk.model import Certainty, Passage, Span


def find_certainty(text: str, cue: Token | None, content: Sequence[Span]) -> Certainty:
    """Hedges in the content and the cue, verbatim with their places; the ICD 203 band if a band's word was used.

    The band is read from the speaker, never issued by the desk (ICD 203, 2015, on likelihood terms).
    """
    hedges = load_hedges()
    words: list[Passage] = []
    distance: list[Passage] = []
    for span in content:
        words += [Passage(*m.span(), m.group()) for m in hedges.speaker.finditer(text, span.start, span.end)]
        distance += [Passage(*m.span(), m.group()) for m in hedges.writer.finditer(text, span.start, span.end)]
    if cue is not None:
        here = Passage(cue.idx, cue.idx + len(cue), cue.text)
        if cue.lemma_.lower() in load_distances():
            distance.append(here)
        elif hedges.speaker.fullmatch(cue.lower_):
            words.append(here)
    bands = {hedges.bands[word.text] for word in words if word.text in hedges.bands}
    return Certainty(tuple(sorted(words)), bands.pop() if len(bands) == 1 else None, tuple(sorted(distance)))
