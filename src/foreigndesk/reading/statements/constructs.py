"""The ways in which a sentence attributes something: each finds candidates of cue, speaker and content in the parse.

A candidate says only that the grammar would allow it; whether its cue is one is for the table of cues to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.model import Span
from foreigndesk.reading.statements.grammar import phrase, span_of, speaker_of

PARTICLES = frozenset({"prt", "neg", "aux", "auxpass"})
PREDICATES = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution: the cue's head, how it governs the content, and where speaker and content stand."""

    cue: Token
    construct: str
    content: tuple[Span, ...]
    speaker: Token | None
    joined: tuple[Token, ...] = ()  # further words of the cue: "to" of "according to", "for" of "called for"

    @property
    def key(self) -> tuple[str, str]:
        """What the table of cues counts: lemma and construct, with the preposition where there is one."""
        lemma = self.cue.lemma_.lower()
        return (f"{lemma} {self.joined[-1].lower_}" if self.joined else lemma, self.construct)


def find_candidates(tokens: Iterable[Token]) -> Iterator[Candidate]:
    """All candidates whose cue is one of some tokens."""
    for token in tokens:
        if token.lower_ == "according":
            yield from according_to(token)
        elif token.pos_ in PREDICATES and token.dep_ not in {"aux", "auxpass"}:
            yield from verb_candidates(token)
        elif token.pos_ == "NOUN":
            yield from noun_candidates(token)
        elif token.pos_ == "ADJ":
            yield from adjective_candidates(token)


def according_to(token: Token) -> Iterator[Candidate]:
    """'X happened, according to Y.': Y says the rest of the sentence."""
    for prep in token.children:
        for speaker in prep.children:
            if prep.dep_ == "prep" and speaker.dep_ == "pobj":
                inside = {t.i for t in token.subtree}
                rest = [t for t in token.head.subtree if t.i not in inside]
                yield Candidate(token, "according to", runs(rest), speaker, (prep,))


def verb_candidates(verb: Token) -> Iterator[Candidate]:
    """Clauses, infinitives, objects and prepositions that a verb governs; clauses it is thrown into."""
    speaker = speaker_of(verb)
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    clause = [child for child in verb.children if child.dep_ == "ccomp"]
    for complement in clause:
        yield Candidate(verb, "passive clause" if passive else "clause", runs(complement.subtree, verb), speaker)
    if verb.dep_ == "parataxis" and not clause:
        inside = {t.i for t in verb.subtree}
        yield Candidate(verb, "parataxis", runs(t for t in verb.head.subtree if t.i not in inside), speaker)
    for child in verb.children:
        if child.dep_ == "xcomp" and any(t.dep_ == "aux" and t.lower_ == "to" for t in child.children):
            yield Candidate(verb, "passive infinitive" if passive else "infinitive", runs(child.subtree), speaker)
        elif child.dep_ == "dobj" and not clause:
            right = [t for t in verb.subtree if t.i >= child.left_edge.i and not outside(t, verb, child)]
            yield Candidate(verb, "object", runs(right), speaker)
        elif child.dep_ == "prep" and not clause:
            content = [t for c in child.children if c.dep_ in {"pobj", "pcomp"} for t in c.subtree]
            if content:
                yield Candidate(verb, "preposition", runs(content), speaker, (child,))


def noun_candidates(noun: Token) -> Iterator[Candidate]:
    """'the claim that', 'a call for', 'his comments on': speaker is the possessor or the 'by' phrase."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    agent = next((o for c in noun.children if c.lower_ in {"by", "from"} for o in c.children if o.dep_ == "pobj"), None)
    verb = noun.head if noun.dep_ in {"dobj", "attr", "pobj"} else None
    doer = speaker_of(verb) if verb is not None and verb.pos_ in PREDICATES else None
    speaker = owner or agent or doer
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and any(t.dep_ == "mark" or t.lower_ == "that" for t in child.children):
            yield Candidate(noun, "noun clause", runs(child.subtree), speaker)
        elif child.dep_ == "acl":
            yield Candidate(noun, "noun infinitive", runs(child.subtree), speaker)
        elif child.dep_ == "prep" and child.lower_ not in {"by", "from"}:
            content = [t for c in child.children if c.dep_ in {"pobj", "pcomp"} for t in c.subtree]
            if content:
                yield Candidate(noun, "noun preposition", runs(content), speaker, (child,))


def adjective_candidates(adjective: Token) -> Iterator[Candidate]:
    """'is confident that', 'skeptical of', 'eager to'."""
    speaker = speaker_of(adjective.head) if adjective.dep_ in {"acomp", "oprd"} else speaker_of(adjective)
    for child in adjective.children:
        if child.dep_ == "ccomp":
            yield Candidate(adjective, "adjective clause", runs(child.subtree), speaker)
        elif child.dep_ == "xcomp":
            yield Candidate(adjective, "adjective infinitive", runs(child.subtree), speaker)
        elif child.dep_ == "prep":
            content = [t for c in child.children if c.dep_ in {"pobj", "pcomp"} for t in c.subtree]
            if content:
                yield Candidate(adjective, "adjective preposition", runs(content), speaker, (child,))


def outside(token: Token, verb: Token, obj: Token) -> bool:
    """Whether a word behind the object belongs to another clause than the object's."""
    while verb not in {token, token.head}:
        token = token.head
    return token != obj and token.dep_ in {"conj", "cc", "advcl", "parataxis", "punct", "nsubj", "ccomp"}


def runs(tokens: Iterable[Token], cue: Token | None = None) -> tuple[Span, ...]:
    """The unbroken stretches that some tokens make, without those on the far side of a cue that splits them."""
    chosen = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    stretches: list[list[Token]] = []
    for token in chosen:
        if cue is not None and token == cue:
            continue
        if stretches and token.i == stretches[-1][-1].i + 1:
            stretches[-1].append(token)
        else:
            stretches.append([token])
    return tuple(span for stretch in stretches if (span := span_of(stretch)) is not None)


def cue_spans(candidate: Candidate) -> tuple[Span, ...]:
    """The words of the cue: its head with auxiliaries, negation, particle, and what is joined to it."""
    cue = candidate.cue
    words = [cue, *candidate.joined, *(t for t in cue.children if t.dep_ in PARTICLES)]
    return runs(words)


def speaker_span(candidate: Candidate) -> Span | None:
    """The phrase of the candidate's speaker."""
    return phrase(candidate.speaker, without=candidate.cue) if candidate.speaker is not None else None
