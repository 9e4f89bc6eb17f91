"""Doc -> attributions: which words are said, by which words, cued by which. By grammar and a table of cues.

The table counts how often people marked a word as a cue in a construction (lexicon/data/cues.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.cues import CueTable, load_cues
from foreigndesk.model import Span, paragraphs
from foreigndesk.reading.statements.constructs import Candidate, cue_spans, find_candidates, speaker_span
from foreigndesk.reading.statements.grammar import speaker_of
from foreigndesk.reading.statements.quotations import Quotation, find_quotations

# The share of a pair's uses that people marked. Complete F1 on 150 reports of PolNeAR train: .623 at .35, .626 at .40,
# .632 at .45, .633 at .50; of the last two the one that finds more.
CUE_AT_LEAST = 0.45
DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)*(?:, [^\n—–]{2,40}?)?(?: ?\([^)\n]{2,40}\))? ?(?:—|–|--|-) "
)
SENTENCE_END = re.compile(r"[.!?,…—–-][”’\"'»]*$")
NEAR = 3  # words between a quotation and a verb of saying that the parse did not join to it


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content as spans of the text; `construct` names the grammar, `score` the cue's share."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    construct: str
    score: float

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in (*self.speaker, *self.cue, *self.content))


def find_attributions(doc: Doc, text: str) -> tuple[Attribution, ...]:
    """The attributions of a text (the Doc's) by their place; one inside the content of another is kept as well."""
    cues = load_cues()
    quotations = find_quotations(text)
    chosen = [best for sentence in doc.sents for best in best_by_cue(find_candidates(sentence), cues)]
    found = [attribution(candidate, score, quotations) for candidate, score in chosen]
    found = [one for one in found if one.content]
    found = with_loose_quotations(doc, text, found, quotations, cues)
    found = [without_datelines(one, text) for one in found]
    return tuple(sorted(found, key=lambda one: one.start))


def without_datelines(one: Attribution, text: str) -> Attribution:
    """An attribution whose content does not begin with the report's dateline."""
    return replace(one, content=tuple(behind_dateline(span, text) for span in one.content))


def behind_dateline(span: Span, text: str) -> Span:
    """The part of a span behind a dateline at its start: "SEOUL, Oct. 31 (Agency) — North Korea" is "North Korea"."""
    line = text.rfind("\n", 0, span.start) + 1
    dateline = DATELINE.match(text, line)
    if dateline is None or not dateline.start() <= span.start < dateline.end() < span.end:
        return span
    return Span(dateline.end(), span.end)


def best_by_cue(candidates: Iterable[Candidate], cues: CueTable) -> list[tuple[Candidate, float]]:
    """For each word that may be a cue its likeliest candidate, if that is likely enough."""
    best: dict[int, tuple[Candidate, float]] = {}
    for candidate in candidates:
        score = cues.share(*candidate.key)
        if score >= CUE_AT_LEAST and score > best.get(candidate.cue.i, (candidate, 0.0))[1]:
            best[candidate.cue.i] = (candidate, score)
    return list(best.values())


def attribution(candidate: Candidate, score: float, quotations: Sequence[Quotation]) -> Attribution:
    """A candidate as spans; a quotation that its content reaches into is taken whole."""
    cue = cue_spans(candidate)
    content = complete(candidate.content, quotations, cue)
    speaker = speaker_span(candidate)
    return Attribution((speaker,) if speaker else (), cue, content, candidate.construct, score)


def complete(content: tuple[Span, ...], quotations: Sequence[Quotation], cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """Content widened to the whole of each quotation that it covers in part, unless the cue itself is quoted."""
    spans = list(content)
    for quotation in quotations:
        if any(quotation.whole.touches(span) for span in spans) and not any(quotation.whole.covers(c) for c in cue):
            spans += quotation.parts
    return merged(spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or follow each other within two characters made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end + 1:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def with_loose_quotations(
    doc: Doc, text: str, found: list[Attribution], quotations: Sequence[Quotation], cues: CueTable
) -> list[Attribution]:
    """Add the quotations that no content holds: to a verb of saying beside them, else to the speaker before them."""
    result = sorted(found, key=lambda one: one.start)
    lines = paragraphs(text)
    for quotation in quotations:
        whole = quotation.whole
        if any(attributes(one, whole) for one in result):
            continue
        verb = saying_beside(doc, text, quotation, cues)
        holder = cued_by(verb, result) if verb is not None else speaker_before(doc, text, whole, result, lines)
        if holder is not None:
            content = merged((*holder.content, *quotation.parts))
            result[result.index(holder)] = replace(holder, content=content)
        elif verb is not None:
            candidate = Candidate(verb, "quotation", quotation.parts, speaker_of(verb))
            result.append(attribution(candidate, cues.share(verb.lemma_.lower(), "clause"), quotations))
    return result


def cued_by(verb: Token, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that this verb already cues."""
    return next((one for one in found if any(span.start <= verb.idx < span.end for span in one.cue)), None)


def speaker_before(
    doc: Doc, text: str, quotation: Span, found: Sequence[Attribution], lines: Sequence[Span]
) -> Attribution | None:
    """The attribution that a quotation without a cue goes on from: the last before it, at most a paragraph away."""
    before = [one for one in found if one.start < quotation.start]
    if not before or not whole_sentences(doc, text, quotation):
        return None
    last = max(before, key=lambda one: max(s.end for s in (*one.cue, *one.content)))
    return last if apart(lines, last, quotation) <= 1 else None


def attributes(one: Attribution, quotation: Span) -> bool:
    """Whether an attribution holds a quotation in its content, its cue outside it."""
    told_inside = any(quotation.covers(span) for span in one.cue)
    return not told_inside and any(span.touches(quotation) for span in one.content)


def saying_beside(doc: Doc, text: str, quotation: Quotation, cues: CueTable) -> Token | None:
    """A verb of saying right before or behind a quotation that the parse left alone."""
    run = doc.char_span(quotation.whole.start, quotation.whole.end, alignment_mode="expand")
    if run is None:
        return None
    sides = [doc[max(0, run.start - NEAR) : run.start], doc[run.end : run.end + NEAR + 2]]
    for side in sides:
        for token in side:
            between = text[min(token.idx, quotation.whole.start) : max(token.idx, quotation.whole.end)]
            if "\n" in between and len(quotation.parts) == 1:
                continue
            if token.pos_ == "VERB" and cues.share(token.lemma_.lower(), "clause") >= CUE_AT_LEAST:
                return token
    return None


def whole_sentences(doc: Doc, text: str, span: Span) -> bool:
    """Whether a quotation is made of sentences: not a few quoted words of the writer's sentence, nor a heading."""
    run = doc.char_span(span.start, span.end, alignment_mode="expand")
    if run is None or len(run) <= NEAR or run[0].is_sent_start is False:
        return False
    return bool(SENTENCE_END.search(text, span.start, span.end))


def apart(lines: Sequence[Span], one: Attribution, span: Span) -> int:
    """How many paragraphs lie between an attribution's end and a span's start (0: the same paragraph)."""
    end = max(s.end for s in (*one.cue, *one.content))
    return sum(1 for line in lines if end <= line.start <= span.start)
