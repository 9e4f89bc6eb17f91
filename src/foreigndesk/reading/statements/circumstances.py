"""To whom, where and through whom something was said: what hangs on the cue beside speaker and content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from foreigndesk.model import Passage, Span
from foreigndesk.reading.statements.grammar import phrase

# Verbs whose direct object is who was spoken to.
SPOKEN_TO = frozenset(
    "tell inform remind assure warn ask urge advise brief notify promise persuade convince call press pressure lobby "
    "order instruct encourage thank congratulate".split()
)
FORUMS = frozenset(
    "conference briefing interview seminar speech statement tweet post call letter testimony meeting rally debate "
    "hearing panel discussion summit event article op-ed memo address message note email e-mail column session talk "
    "appearance remarks broadcast press communique editorial essay conversation forum symposium dinner lecture "
    "ceremony twitter facebook x telegram weibo truth television radio tv podcast".split()
)
IN_FORUM = frozenset({"at", "in", "during", "on", "after", "before", "by", "to"})
CARRIERS = frozenset({"through", "via"})
PEOPLE_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
AUDIENCES = frozenset(
    "reporter journalist crowd supporter lawmaker senator congress parliament audience official counterpart leader "
    "minister diplomat voter viewer delegate ally colleague troop student committee council press".split()
)


def find_addressees(cue: Token | None) -> tuple[Span, ...]:
    """Who was spoken to: the object of "told", "urged", and people behind "to" or "with"."""
    if cue is None:
        return ()
    found = []
    for child in cue.children:
        if child.dep_ in {"dobj", "dative"} and cue.lemma_.lower() in SPOKEN_TO and addressable(child):
            found.append(child)
        elif child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with"}:
            found += [o for o in child.children if o.dep_ == "pobj" and addressable(o)]
    return tuple(span for token in found if (span := phrase(token)) is not None)


def addressable(token: Token) -> bool:
    """Whether one can speak to it: people, bodies, an audience."""
    return token.ent_type_ in PEOPLE_ENTITIES or token.lemma_.lower() in AUDIENCES or token.pos_ == "PRON"


def find_forum(cue: Token | None, text: str) -> Passage | None:
    """Where it was said: a news conference, a seminar, a post, a call."""
    for prep, noun in prepositions(cue):
        if prep.lower_ in IN_FORUM and noun.lemma_.lower() in FORUMS:
            span = phrase(noun)
            if span is not None:
                return Passage(span.start, span.end, text[span.start : span.end])
    return None


def find_carriers(cue: Token | None) -> tuple[Span, ...]:
    """Who carried it: "through China", "via the Swiss embassy"."""
    return tuple(
        span
        for prep, noun in prepositions(cue)
        if prep.lower_ in CARRIERS and noun.ent_type_ in PEOPLE_ENTITIES and (span := phrase(noun)) is not None
    )


def prepositions(cue: Token | None) -> Iterator[tuple[Token, Token]]:
    """The prepositions that hang on a cue, or on a noun that hangs on it, each with its noun."""
    if cue is None:
        return
    for child in cue.children:
        if child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield child, noun
                    yield from hanging_on(noun)
        elif child.dep_ == "dobj":
            yield from hanging_on(child)


def hanging_on(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The prepositions of a noun, each with its own noun."""
    for prep in noun.children:
        if prep.dep_ == "prep":
            yield from ((prep, inner) for inner in prep.children if inner.dep_ == "pobj")
