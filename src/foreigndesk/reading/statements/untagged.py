"""What the tagger does not tell: thoughts told by a noun, and messages that are carried between two others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from foreigndesk.model import Span
from foreigndesk.reading.statements.attribution import CARRIED, Attribution
from foreigndesk.reading.statements.carriers import Carriage
from foreigndesk.reading.statements.constructs import runs
from foreigndesk.reading.statements.grammar import alone, phrase

CARRIED_SCORE = 0.9  # 32 of 35 carriers found are right on evals/gold/via.jsonl


def with_nominals(found: list[Attribution], nominals: list[Attribution]) -> list[Attribution]:
    """Attributions with thoughts told by a noun; where the tagger found the noun, with who holds the thought."""
    result = []
    for one in found:
        same = next((each for each in nominals if shared(one.cue, each.cue)), None)
        if same is not None:
            one = replace(one, speaker=one.speaker or same.speaker, construct=same.construct)  # noqa: PLW2901
        if one.cue or not any(shared(one.content, each.cue) for each in nominals):
            result.append(one)
    new = (each for each in nominals if not any(shared(each.cue, one.cue) for one in found))
    return result + [each for each in new if each.speaker or not any(shared(each.cue, one.content) for one in found)]


def with_carriages(found: list[Attribution], carriages: Iterable[Carriage]) -> list[Attribution]:
    """Attributions with who carries them; a message that is carried and in none of them becomes one."""
    result = list(found)
    for carriage in carriages:
        cued = (i for word in carriage.words for i in cued_by(word, result))
        at = next((i for i in cued if not by_carrier(result[i], carriage)), None)
        if at is None and carriage.content is not None:
            message = carriage.content.idx
            at = next(
                (i for i, one in enumerate(result) if one_of(one.speaker, message) and not by_carrier(one, carriage)),
                None,
            )
        if at is None:
            result = [one for one in result if not one_of(one.cue, carriage.told.idx)]
            result.append(carried(carriage))
        else:
            result[at] = replace(result[at], carried=(*result[at].carried, carriage))
    return [one for one in result if one.content]


def cued_by(word: Token, found: Sequence[Attribution]) -> Iterator[int]:
    """The numbers of the attributions whose cue a word is in."""
    return (i for i, one in enumerate(found) if one_of(one.cue, word.idx))


def by_carrier(one: Attribution, carriage: Carriage) -> bool:
    """Whether an attribution takes the carrier for the speaker."""
    return any(one_of(one.speaker, token.idx) for token in carriage.carriers)


def carried(carriage: Carriage) -> Attribution:
    """A carried message as an attribution: whose it is, what tells that it goes, and its words."""
    first = carriage.recipients[0] if carriage.recipients else None
    speaker = alone(carriage.origin) if carriage.origin is not None else None
    return Attribution(
        (speaker,) if speaker is not None else (),
        runs([carriage.told]),
        words_of(carriage, first),
        CARRIED,
        CARRIED_SCORE,
        (carriage,),
    )


def words_of(carriage: Carriage, hearer: Token | None) -> tuple[Span, ...]:
    """What is carried: the message, the clause that is to be told, else the words that tell to whom it goes."""
    content = carriage.content
    if content is not None and content.pos_ in {"VERB", "AUX"}:
        return runs(content.subtree)
    if content is not None and (span := phrase(content, without=carriage.told)) is not None:
        return (span,)
    if hearer is None:
        return ()
    return runs((hearer.head if hearer.dep_ == "pobj" else hearer).subtree)


def shared(content: Iterable[Span], parts: Sequence[Span]) -> int:
    """How many characters some spans share with the parts of a quotation."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in content for b in parts)


def one_of(spans: Iterable[Span], place: int) -> bool:
    """Whether a place in the text lies in one of some spans."""
    return any(span.start <= place < span.end for span in spans)
