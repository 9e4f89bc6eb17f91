"""Who is silent: the noun behind a pronoun, the phrase that names it, the actor it is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.model import Name, Span, Statement
from foreigndesk.reading.silences.speech import LEX, NOBODY, behind, lemma
from foreigndesk.reading.statements.grammar import phrase, span_of

PRONOUNS = frozenset({"it", "they", "he", "she", "which", "who", "that", "its", "their", "his", "her", "them", "him"})


def antecedent(who: Token) -> Token:
    """Who is meant: of "none of them" they; of a pronoun the last subject before it, here or one sentence before."""
    if who.lower_ in NOBODY:
        inner = behind(who, "of", "at", "in", "from")
        who = inner if inner is not None else who
    if who.lower_ not in PRONOUNS:
        return who
    if who.head.dep_ == "relcl" and who.dep_ in {"nsubj", "nsubjpass"} and who.lower_ in {"which", "who", "that"}:
        return antecedent(who.head.head)
    sentence = who.sent
    first = sentence.start if sentence.start == 0 else who.doc[sentence.start - 1].sent.start
    before = [t for t in who.doc[first : who.i] if t.pos_ in {"NOUN", "PROPN"} and lemma(t) not in LEX["voiceless"]]
    subjects = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"}]
    # A subject of the same clause before those of others: "The ministry said it had no comment".
    return subjects[-1] if subjects else next((t for t in reversed(before) if t.ent_type_ in {"ORG", "GPE"}), who)


def phrase_of(who: Token) -> Span:
    """The phrase that names somebody, without "no" or "neither" before and without what stands behind a comma."""
    span = phrase(who) or Span(who.idx, who.idx + len(who))
    tokens = [t for t in who.sent if span.start <= t.idx < span.end]
    while tokens and tokens[0].lower_ in {"neither", "no", "not", "one", "of", "nor", "both"} and tokens[0] != who:
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].lower_ in {"’s", "'s", "himself", "herself", "itself", "themselves"}:
        tokens.pop()
    own = next(
        (n for n, t in enumerate(tokens) if t.dep_ == "det" and t.head == who and t.lower_ in {"the", "a", "an"}), 0
    )
    tokens = tokens[own:]
    ends = (
        i
        for i, t in enumerate(tokens)
        if t.i > who.i and (t.text in ",—–;" or t.dep_ == "acl" or lemma(t) in LEX["silent"] | {"yet"})
    )
    cut = next(ends, len(tokens))
    return span_of(tokens[:cut]) or span


def actor_of(
    who: Span, printed: Token, text: str, names: Sequence[Name], statements: Sequence[Statement], actors: Actors
) -> str | None:
    """The known actor a phrase names: a body before a state in it, one named alike before, whom the pronoun means."""
    head = antecedent(printed)
    inside = [
        name.actor
        for name in names
        if name.actor and who.start <= name.start and name.end <= who.end and (is_body(head) or name.start <= head.idx)
    ]
    bodies = [actor for actor in inside if (known := actors.get(actor)) is not None and known.kind != "state"]
    if inside:
        return bodies[-1] if bodies else inside[-1]
    at = Span(printed.idx, printed.idx + len(printed))
    for one in statements:
        speaker = one.speaker
        if speaker.actor and speaker.start is not None and speaker.end is not None:
            place = Span(speaker.start, speaker.end)
            if place.touches(who) or place.touches(at):
                return speaker.actor
    return same_words(text[who.start : who.end], who, names)


def is_body(head: Token) -> bool:
    """Whether a state behind "in" tells whose it is: of "the ministry in Khartoum", not of "its manager in Dubai"."""
    known = load_nouns().get(lemma(head))
    return head.pos_ == "PROPN" or (known is not None and (known.kind is NounKind.BODY or lemma(head) in OFFICE))


OFFICE = frozenset("official spokesman spokeswoman spokesperson minister ambassador diplomat authority".split())


def same_words(name: str, who: Span, names: Sequence[Name]) -> str | None:
    """The actor of "the defence ministry", "the ministry": the last named before it that ends so."""
    words = name.lower().split()
    tail = " ".join(words[1:])
    if len(words) < 2 or words[0] != "the" or (len(words) == 2 and words[1] not in BODIES):
        return None
    before = (one for one in reversed(names) if one.actor and one.end <= who.start)
    return next((one.actor for one in before if f" {one.printed.lower()}".endswith(f" {tail}")), None)


BODIES = frozenset("ministry embassy army navy agency commission parliament presidency cabinet bank guard".split())
