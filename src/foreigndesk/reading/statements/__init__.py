"""Who said what: attributions found in the parse, each made a Statement with speaker, sourcing, force and certainty.

attributions.py  which words are said, by which words, cued by which   (tagging, constructs, grammar)
speakers.py      who is meant by the words for the speaker               (cast)
sourcing.py force.py certainty.py circumstances.py                       what else the words tell
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import (
    Mention,
    Name,
    Passage,
    Reason,
    Report,
    Span,
    Statement,
    StatementKind,
    When,
    name_id,
)
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.statements.attribution import Attribution
from foreigndesk.reading.statements.attributions import find_attributions
from foreigndesk.reading.statements.certainty import find_certainty
from foreigndesk.reading.statements.circumstances import find_addressees, find_carriers, find_forum
from foreigndesk.reading.statements.force import find_force
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.sourcing import find_sourcing, passage
from foreigndesk.reading.statements.speakers import WRITER, Resolved, Speakers

LONGEST_CUE = 40  # characters; "did not immediately respond to a request" is 39


def find_statements(
    doc: Doc, report: Report, names: Sequence[Name], whens: Sequence[When], actors: Actors
) -> tuple[Statement, ...]:
    """The statements and attitudes of a report, in the order of the text."""
    attributions = find_attributions(doc, report.text)
    speakers = Speakers(doc, report, names, actors)
    found: dict[int, Statement] = {}
    holders = [holder_of(i, attributions) for i in range(len(attributions))]
    for i in outer_first(holders):
        outer = found.get(holders[i]) if holders[i] is not None else None  # type: ignore[arg-type]
        found[i] = statement(attributions[i], doc, report, speakers, whens, outer)
    return tuple(sorted(found.values(), key=lambda one: (start_of(one), one.id)))


def holder_of(i: int, attributions: Sequence[Attribution]) -> int | None:
    """The attribution whose content holds the cue of attribution i; of several the smallest."""
    cue = attributions[i].cue
    if not cue:
        return None
    holders = [
        (sum(span.end - span.start for span in other.content), j)
        for j, other in enumerate(attributions)
        if j != i and any(span.covers(cue[0]) for span in other.content) and not inside_each_other(i, j, attributions)
    ]
    return min(holders)[1] if holders else None


def inside_each_other(i: int, j: int, attributions: Sequence[Attribution]) -> bool:
    """Whether two attributions hold each other's cues: a tie, which the one that starts first wins."""
    one, other = attributions[i], attributions[j]
    mutual = bool(other.cue) and any(span.covers(other.cue[0]) for span in one.content)
    return mutual and i < j


def outer_first(holders: Sequence[int | None]) -> Iterator[int]:
    """Attributions in the order of the text, each before those told within it."""
    done: set[int] = set()

    def walk(i: int) -> Iterator[int]:
        if i not in done:
            done.add(i)
            yield i
            for j, holder in enumerate(holders):
                if holder == i:
                    yield from walk(j)

    for i, holder in enumerate(holders):
        if holder is None:
            yield from walk(i)
    for i in range(len(holders)):
        yield from walk(i)


def statement(
    one: Attribution, doc: Doc, report: Report, speakers: Speakers, whens: Sequence[When], outer: Statement | None
) -> Statement:
    """One attribution as a statement: every field from the report's words, with the reasons for it."""
    text = report.text
    cue = cue_token(doc, one)
    content = tuple(passage(text, span) for span in one.content)
    said = " ".join(part.text for part in content)
    span = one.speaker[0] if one.speaker else None
    tokens = tokens_in(doc, span) if span is not None else []
    resolved = outer_speaker(tokens, outer, text, span) or speakers.resolve(span)
    force, force_reason = find_force(cue, said)
    cue_passage = passage(text, cue_words(one.cue, cue)) if cue is not None else None
    reasons = [construct_reason(one, cue_passage), kind_reason(one), force_reason]
    if resolved.reason is not None:
        reasons.append(resolved.reason)
    return Statement(
        id=name_id("s", report.id, cue_passage.start if cue_passage else "", [(c.start, c.end) for c in content]),
        kind=one.kind,
        speaker=resolved.mention,
        cue=cue_passage,
        content=content,
        force=force,
        certainty=find_certainty(text, cue, one.content),
        sourcing=outer.sourcing if outer and resolved.is_outer else find_sourcing(resolved, tokens, around(doc, cue)),
        addressees=tuple(speakers.understand(at).mention for at in find_addressees(cue)),
        via=tuple(speakers.understand(at).mention for at in find_carriers(cue)),
        forum=find_forum(cue, text),
        within=outer.id if outer else None,
        when=nearest_when(whens, doc, cue) if cue is not None else None,
        model_score=round(one.score, 3),
        reasons=tuple(reasons),
    )


def kind_reason(one: Attribution) -> Reason:
    """Why it is a statement proper, or an attitude."""
    if one.kind is StatementKind.ATTITUDE:
        return Reason("kind", f"It is told of the speaker ({one.construct}), not said in so many words: an attitude.")
    return Reason("kind", f"It is said in so many words ({one.construct}): a statement.")


def construct_reason(one: Attribution, cue: Passage | None) -> Reason:
    """Why these words are an attribution at all."""
    if cue is None:
        return Reason("attribution", "Quoted without a cue, right after the speaker's words.")
    return Reason("attribution", f"“{cue.text}” attributes in this construction ({one.construct}).")


def outer_speaker(tokens: Sequence[Token], outer: Statement | None, text: str, span: Span | None) -> Resolved | None:
    """'I' and 'we' inside a quotation are its speaker."""
    if outer is None or span is None or len(tokens) != 1 or tokens[0].lower_ not in WRITER:
        return None
    said = outer.speaker
    mention = Mention(
        text[span.start : span.end], None, said.actor, said.name, said.country, said.post, span.start, span.end
    )
    reason = Reason("first person", f"“{mention.printed}” in the words of {said.name or 'a speaker'} is that speaker.")
    return Resolved(mention, None, reason, is_outer=True)


def around(doc: Doc, cue: Token | None) -> str:
    """The cue's sentence and the next one, where a report says why a speaker is not named."""
    if cue is None:
        return ""
    end = cue.sent.end
    return doc[cue.sent.start : doc[end].sent.end if end < len(doc) else end].text


def cue_words(cue: Sequence[Span], head: Token) -> Span:
    """The cue as one span: from its first word to its last, if no more than a few words stand between."""
    whole = Span(cue[0].start, cue[-1].end)
    word = Span(head.idx, head.idx + len(head))  # the tagger's words and the parser's are not cut alike everywhere
    at_head = next(span for span in cue if span.touches(word))
    return whole if whole.end - whole.start <= LONGEST_CUE else at_head


def cue_token(doc: Doc, one: Attribution) -> Token | None:
    """The head of the cue's words."""
    tokens = [token for span in one.cue for token in tokens_in(doc, span)]
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), None)


def start_of(one: Statement) -> int:
    """Where a statement's first word stands."""
    starts = [part.start for part in one.content] + ([one.cue.start] if one.cue else [])
    return min([*starts, one.speaker.start] if one.speaker.start is not None else starts)
