"""Who said what: attributions found in the parse, each made a Statement with speaker, sourcing, force and certainty.

attributions.py  which words are said, by which words, cued by which     (tagging, constructs, untagged, nominals)
carriers/        who carries them between two others
speakers/        who is meant by the words for the speaker
force.py         what is done by saying it                                 (said: by the words themselves)
sourcing.py certainty.py circumstances.py sides.py                         what else the words tell
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

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
from foreigndesk.reading.statements.attribution import NOMINALS, Attribution
from foreigndesk.reading.statements.attributions import find_attributions
from foreigndesk.reading.statements.carriers import Carriage, find_carriages
from foreigndesk.reading.statements.certainty import find_certainty
from foreigndesk.reading.statements.circumstances import find_addressees, find_forum
from foreigndesk.reading.statements.force import find_force
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.sides import carrier, is_third_party, meant, said_by
from foreigndesk.reading.statements.sourcing import find_sourcing, passage
from foreigndesk.reading.statements.speakers import WRITER, Resolved, Speakers

LONGEST_CUE = 40  # characters; "did not immediately respond to a request" is 39


def find_statements(
    doc: Doc, report: Report, names: Sequence[Name], whens: Sequence[When], actors: Actors
) -> tuple[Statement, ...]:
    """The statements and attitudes of a report, in the order of the text."""
    speakers = Speakers(doc, report, names, actors)
    carriages = [one for one in find_carriages(doc) if is_third_party(one, speakers)]
    attributions = find_attributions(doc, report.text, carriages)
    found: dict[int, Statement] = {}
    holders = [holder_of(i, attributions) for i in range(len(attributions))]
    held = defaultdict(list)
    for i, holder in enumerate(holders):
        held[holder].append(i)
    for i in outer_first(holders, held):
        holder = holders[i]
        outer = found.get(holder) if holder is not None else None
        inner = [span for j in held[i] for span in others_words(attributions[j], doc)]
        found[i] = statement(attributions[i], doc, report, speakers, whens, outer, inner)
        if attributions[i].construct in NOMINALS and not attributions[i].speaker:
            found[i] = with_standing_speaker(found[i], outer, found.values())
    return tuple(sorted(found.values(), key=lambda one: (start_of(one), one.id)))


def with_standing_speaker(one: Statement, outer: Statement | None, told: Iterable[Statement]) -> Statement:
    """A thought of nobody in particular ("the hope is that") as that of who speaks around it, or spoke last before."""
    before = [
        other for other in told if other.within is None and other.speaker.name and start_of(other) < start_of(one)
    ]
    whose = outer or max(before, key=start_of, default=None)
    if whose is None or whose.speaker.name is None:
        return one
    speaker = replace(
        whose.speaker, printed=None, restored=None, start=None, end=None, doubt="not printed: who spoke last before"
    )
    reason = Reason("standing speaker", f"Nobody is named: taken for {speaker.name}, who is told of around it.")
    return replace(one, speaker=speaker, sourcing=whose.sourcing, reasons=(*one.reasons, reason))


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


def outer_first(holders: Sequence[int | None], held: Mapping[int | None, Sequence[int]]) -> Iterator[int]:
    """Attributions in the order of the text, each before those told within it."""
    done: set[int] = set()

    def walk(i: int) -> Iterator[int]:
        if i not in done:
            done.add(i)
            yield i
            for j in held.get(i, ()):
                yield from walk(j)

    for i in held.get(None, ()):
        yield from walk(i)
    for i in range(len(holders)):
        yield from walk(i)


def statement(
    one: Attribution,
    doc: Doc,
    report: Report,
    speakers: Speakers,
    whens: Sequence[When],
    outer: Statement | None,
    inner: Sequence[Span] = (),
) -> Statement:
    """One attribution as a statement: every field from the report's words, with the reasons for it."""
    text = report.text
    cue = cue_token(doc, one)
    content = tuple(passage(text, span) for span in one.content)
    span = one.speaker[0] if one.speaker else None
    tokens = tokens_in(doc, span) if span is not None else []
    resolved = outer_speaker(tokens, outer, text, span) or speakers.resolve(span)
    said = said_by(resolved, [t for part in one.content for t in tokens_in(doc, part)], cue, speakers)
    force, force_reason = find_force(cue, said)
    cue_passage = passage(text, cue_words(one.cue, cue)) if cue is not None else None
    heard = [at for at in find_addressees(cue, cue_tokens(doc, one)) if span is None or not at.touches(span)]
    spoken_to = [speakers.understand(at).mention for at in heard]
    reached = [meant(token, speakers).mention for carriage in one.carried for token in carriage.recipients]
    reasons = [construct_reason(one, cue_passage), kind_reason(one), force_reason]
    if resolved.reason is not None:
        reasons.append(resolved.reason)
    reasons += [carriage_reason(carriage) for carriage in one.carried]
    return Statement(
        id=name_id("s", report.id, cue_passage.start if cue_passage else "", [(c.start, c.end) for c in content]),
        kind=one.kind,
        speaker=resolved.mention,
        cue=cue_passage,
        content=content,
        force=force,
        certainty=find_certainty(text, cue, one.content, inner),
        sourcing=outer.sourcing if outer and resolved.is_outer else find_sourcing(resolved, tokens, around(doc, cue)),
        addressees=tuple({m.start: m for m in (*spoken_to, *reached)}.values()),
        via=tuple(carrier(token, speakers) for carriage in one.carried for token in carriage.carriers),
        forum=find_forum(cue, text),
        within=outer.id if outer else None,
        when=nearest_when(whens, doc, cue) if cue is not None else None,
        model_score=round(one.score, 3),
        reasons=tuple(reasons),
    )


def carriage_reason(carriage: Carriage) -> Reason:
    """Why somebody is taken for a carrier."""
    carriers = " and ".join(token.text for token in carriage.carriers)
    to = f", to {' and '.join(token.text for token in carriage.recipients)}" if carriage.recipients else ""
    return Reason("via", f"“{carriage.told.text}” tells that it goes by {carriers}{to}.")


def others_words(one: Attribution, doc: Doc) -> tuple[Span, ...]:
    """The words of a statement told within another, if they are another's: "we believe" is the speaker's own."""
    own = any(token.lower_ in WRITER for span in one.speaker for token in tokens_in(doc, span))
    return () if own else (*one.cue, *one.content)


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
    sentence = cue.sent
    last = doc[sentence.end].sent if sentence.end < len(doc) else sentence
    return doc[sentence.start : last.end].text


def cue_words(cue: Sequence[Span], head: Token) -> Span:
    """The cue as one span: from its first word to its last, if no more than a few words stand between."""
    whole = Span(cue[0].start, cue[-1].end)
    word = Span(head.idx, head.idx + len(head))  # the tagger's words and the parser's are not cut alike everywhere
    at_head = next(span for span in cue if span.touches(word))
    return whole if whole.end - whole.start <= LONGEST_CUE else at_head


def cue_tokens(doc: Doc, one: Attribution) -> list[Token]:
    """The cue's words."""
    return [token for span in one.cue for token in tokens_in(doc, span)]


def cue_token(doc: Doc, one: Attribution) -> Token | None:
    """The head of the cue's words."""
    tokens = cue_tokens(doc, one)
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), None)


def start_of(one: Statement) -> int:
    """Where a statement's first word stands."""
    starts = [part.start for part in one.content] + ([one.cue.start] if one.cue else [])
    return min([*starts, one.speaker.start] if one.speaker.start is not None else starts)
