"""Doc -> attributions: which words are said, by which words, cued by which.

The tagger finds the outermost ones (tagging/). It was taught by people who marked one level only, so what is told
inside what somebody says ("an official said Mr. Lund had urged ...") is found by grammar and the table of cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from foreigndesk.lexicon.cues import CueTable, load_cues
from foreigndesk.model import Span
from foreigndesk.reading.statements.attribution import Attribution
from foreigndesk.reading.statements.carriers import Carriage
from foreigndesk.reading.statements.constructs import Candidate, cue_spans, find_candidates, runs, speaker_span
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.nominals import find_nominals
from foreigndesk.reading.statements.quotations import MARK, find_quotations
from foreigndesk.reading.statements.tagging import load_tagger
from foreigndesk.reading.statements.untagged import one_of, shared, with_carriages, with_nominals

# The share of a pair's uses that people marked as a cue. On 150 reports of PolNeAR train, where these rules alone found
# the outermost attributions too, complete F1 was .623 at .35, .626 at .40, .632 at .45, .633 at .50.
CUE_AT_LEAST = 0.45
DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)*(?:, [^\n—–]{2,40}?)?(?: ?\([^)\n]{2,40}\))? ?(?:—|–|--|-) "
)
LONGEST_HEADING = 80  # characters; as long as a line of print
LINE = re.compile(r"[^\n]+")
EDGES = " \t\r\n\xa0,;:.—–-()[]"
RELATIVES = frozenset({"which", "that", "who", "whom", "what"})
GENERIC_SPEAKERS = frozenset({"you", "one", "it"})


def find_attributions(doc: Doc, text: str, carriages: Sequence[Carriage] = ()) -> tuple[Attribution, ...]:
    """The attributions of a text (the Doc's) by their place; those inside the content of another as well.

    Messages that are carried between two others are attributions too, of whose they are.
    """
    tagged = [tidy(one, text) for one in load_tagger().find(doc, text)]
    whole = with_whole_clauses(with_whole_quotations(tagged, text), doc, text)
    whole = [without_relatives(one, text) for one in whole if not names_a_thing(one, doc)]
    outer = [replace(one, construct=construct_of(one, doc, text)) for one in whole]
    outer = with_nominals(outer, list(find_nominals(doc)))
    inner = [one for each in outer for one in within(each, doc) if not any(shared(one.cue, o.cue) for o in outer)]
    return tuple(sorted(with_carriages([*outer, *inner], carriages), key=lambda one: one.start))


def tidy(one: Attribution, text: str) -> Attribution:
    """An attribution without stray marks and line breaks around the speaker, and without a dateline in the content."""
    last_lines = (Span(max(s.start, text.rfind("\n", s.start, s.end) + 1), s.end) for s in one.speaker)
    parts = (behind_dateline(part, text) for span in one.content for part in lines_of(span, text))
    content = (part for part in parts if not is_heading(part, one.cue, text))
    return replace(one, speaker=trimmed(last_lines, text), content=union(trimmed(content, text), text))


def names_a_thing(one: Attribution, doc: Doc) -> bool:
    """Whether speaker and cue only modify one noun: "a Washington" and "think" of "a Washington think tank"."""
    words = [token for span in one.cue for token in tokens_in(doc, span)]
    if len(words) != 1 or words[0].dep_ != "compound":
        return False
    return any(token.head == words[0].head for span in one.speaker for token in tokens_in(doc, span))


def without_relatives(one: Attribution, text: str) -> Attribution:
    """An attribution without a relative pronoun that stands alone beside what is said: "which she called “unwise”"."""
    kept = tuple(span for span in one.content if text[span.start : span.end].lower() not in RELATIVES)
    return replace(one, content=kept) if kept else one


def trimmed(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans without loose punctuation at their edges, those that have nothing else left out."""
    result = []
    for span in spans:
        words = text[span.start : span.end]
        kept = words.strip(EDGES)
        start = span.start + len(words) - len(words.lstrip(EDGES))
        if kept:
            result.append(Span(start, start + len(kept)))
    return tuple(result)


def is_heading(span: Span, cue: tuple[Span, ...], text: str) -> bool:
    """Whether a span lies in a heading between paragraphs, which nobody says: a short line without a full stop."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    told_elsewhere = not any(start <= one.start < start + len(line) for one in cue)
    return start > 0 and told_elsewhere and len(line) <= LONGEST_HEADING and line.rstrip("”’\"'")[-1:] not in ".,!?…—–-"


def with_whole_quotations(found: list[Attribution], text: str) -> list[Attribution]:
    """Each quotation whole, with the attribution that holds most of it: nobody speaks half a quotation."""
    result = list(found)
    for quotation in find_quotations(text):
        shares = {
            i: shared(one.content, quotation.parts)
            for i, one in enumerate(result)
            if not any(quotation.whole.covers(cue) for cue in one.cue)
        }
        if not any(shares.values()):
            continue
        holder = max(shares, key=lambda i: shares[i])
        for i, share in shares.items():
            if i == holder:
                result[i] = replace(result[i], content=union((*result[i].content, *quotation.parts), text))
            elif share:
                kept = tuple(span for span in result[i].content if not shared((span,), quotation.parts))
                result[i] = replace(result[i], content=kept)
    return [one for one in result if one.content]


def with_whole_clauses(found: list[Attribution], doc: Doc, text: str) -> list[Attribution]:
    """Contents that another attribution cuts short, widened to the clause that their cue governs.

    Of "Mr. Lund has urged them to act, an official said" the official says all, Mr. Lund's urging included.
    """
    result = []
    for one in found:
        cutting = [other for other in found if other is not one and other.cue and ends_at(one.content, other.cue[0])]
        clause = clause_of(one, doc) if cutting else ()
        if any(shared(other.cue, clause) for other in cutting):
            one = replace(one, content=union((*one.content, *clause), text))  # noqa: PLW2901
        result.append(one)
    return result


def ends_at(content: tuple[Span, ...], cue: Span) -> bool:
    """Whether a content ends right where a cue begins."""
    return any(cue.start - 1 <= span.end < cue.end for span in content)


def clause_of(one: Attribution, doc: Doc) -> tuple[Span, ...]:
    """The clause that an attribution's cue governs in the parse; nothing if it governs none."""
    for token in (token for span in one.cue for token in tokens_in(doc, span)):
        for child in token.children:
            if child.dep_ == "ccomp" and not one_of(one.cue, child.idx):
                return runs(child.subtree, token)
    return ()


def union(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, those with nothing but a space between them made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and not text[result[-1].end : span.start].strip(" "):
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def construct_of(one: Attribution, doc: Doc, text: str) -> str:
    """How it is told: quoted, "according to", a clause of saying; else the grammar of an attitude."""
    if any(MARK.search(text, span.start, span.end) for span in one.content):
        return "quotation"
    for token in (token for span in one.cue for token in tokens_in(doc, span)):
        if token.lower_ == "according":
            return "according to"
        if token.dep_ == "parataxis":
            return "parataxis"
        if any(child.dep_ == "ccomp" and not one_of(one.cue, child.idx) for child in token.children):
            return "clause"
    return "attitude"


def behind_dateline(span: Span, text: str) -> Span:
    """A span without a dateline at its start: of "SEOUL, Oct. 31 (Agency) — North Korea" it is "North Korea"."""
    dateline = DATELINE.match(text, text.rfind("\n", 0, span.start) + 1)
    if dateline is None or not dateline.start() <= span.start < dateline.end() < span.end:
        return span
    return Span(dateline.end(), span.end)


def lines_of(span: Span, text: str) -> Iterator[Span]:
    """The parts of a span that lie in one paragraph each."""
    for line in LINE.finditer(text, span.start, span.end):
        yield Span(*line.span())


def within(outer: Attribution, doc: Doc) -> Iterator[Attribution]:
    """What is attributed inside the content of an attribution, by grammar."""
    tokens = [token for span in outer.content for token in tokens_in(doc, span)]
    for candidate, score in best_by_cue(find_candidates(tokens), load_cues()):
        one = as_attribution(candidate, score, outer)
        if one is not None:
            yield one


def best_by_cue(candidates: Iterable[Candidate], cues: CueTable) -> list[tuple[Candidate, float]]:
    """For each word that may be a cue its likeliest candidate, if that is likely enough."""
    best: dict[int, tuple[Candidate, float]] = {}
    for candidate in candidates:
        score = cues.share(*candidate.key)
        if score >= CUE_AT_LEAST and score > best.get(candidate.cue.i, (candidate, 0.0))[1]:
            best[candidate.cue.i] = (candidate, score)
    return list(best.values())


def as_attribution(candidate: Candidate, score: float, outer: Attribution) -> Attribution | None:
    """A candidate inside the content of another; None if it reaches out of it, or nobody in particular speaks."""
    cue, speaker = cue_spans(candidate), speaker_span(candidate)
    content = tuple(span for span in candidate.content if outer.holds(span))
    if (
        not content
        or speaker is None
        or candidate.speaker is None
        or not all(outer.holds(span) for span in (*cue, speaker))
    ):
        return None
    if candidate.speaker.lower_ in GENERIC_SPEAKERS:
        return None
    return Attribution((speaker,), cue, content, candidate.construct, score)
