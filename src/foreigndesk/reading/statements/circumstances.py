"""To whom, where and through whom something was said: what hangs on the cue beside speaker and content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from foreigndesk.model import Passage, Span
from foreigndesk.reading.statements.grammar import phrase

# Verbs whose direct object is who was spoken to.
SPOKEN_TO = frozenset(
    "tell inform remind assure warn ask urge advise brief notify promise persuade convince press pressure lobby "
    "order instruct encourage implore beg appeal command invite alert caution reassure".split()
)
# What one tells rather than whom: "told a story".
TOLD = frozenset("story lie truth joke tale thing that this it question questions help number shot".split())
TOWARDS = frozenset({"to", "with"})
HEARING = {"call": frozenset({"on", "upon", "to"}), "accord": frozenset[str](), "agree": frozenset({"to"})}
FORUMS = frozenset(
    "conference briefing interview seminar speech statement tweet post call letter testimony meeting rally debate "
    "hearing panel discussion summit event article op-ed memo address message note email e-mail column session talk "
    "appearance remarks broadcast press communique editorial essay conversation forum symposium dinner lecture "
    "ceremony twitter facebook x telegram weibo truth television radio tv podcast".split()
)
IN_FORUM = frozenset({"at", "in", "during", "on", "after", "before", "by", "to"})
PEOPLE_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
AUDIENCES = frozenset(
    "reporter journalist crowd supporter lawmaker senator congress parliament audience official counterpart leader "
    "minister diplomat voter viewer delegate ally colleague troop student committee council press".split()
)


def find_addressees(cue: Token | None, words: Sequence[Token] = ()) -> tuple[Span, ...]:
    """Who was spoken to: the object of "told", "urged", and people behind "to" or "with"; of all the cue's words."""
    heads = [cue, *(word for word in words if word.pos_ == "VERB" and word != cue)] if cue is not None else []
    found = [token for head in heads for token in spoken_to(head)]
    return tuple(dict.fromkeys(span for token in found if (span := phrase(token)) is not None))


def spoken_to(cue: Token) -> Iterator[Token]:
    """Who was spoken to by one verb."""
    lemma = cue.lemma_.lower()
    speaks = lemma in SPOKEN_TO
    given = any(child.dep_ == "dative" for child in cue.children)  # "promised the court a pardon"
    for child in cue.children:
        if child.dep_ in {"dobj", "dative", "nsubjpass"} and speaks and child.lemma_.lower() not in TOLD:
            if child.pos_ != "ADP" and not (given and child.dep_ == "dobj"):
                yield child
        elif child.dep_ == "ccomp" and speaks and any(t.dep_ == "aux" and t.lower_ == "to" for t in child.children):
            yield from (t for t in child.children if t.dep_ == "nsubj")  # "urged the public not to panic"
        if child.dep_ in {"prep", "dative"} and child.lower_ in HEARING.get(lemma, TOWARDS):
            yield from (o for o in child.children if o.dep_ == "pobj" and addressable(o))


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
