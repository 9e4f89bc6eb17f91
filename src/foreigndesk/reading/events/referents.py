"""Whom a pronoun may stand for, nearest first: by the grammar of its sentence and of the one before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from foreigndesk.reading.events import clauses, grammar

PERSONAL = frozenset({"he", "she", "him", "her", "his"})
THINGS = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
PRONOUNS = PERSONAL | THINGS | PLURAL
# "the two signed a pact", "both sides agreed", "the two leaders met": those last named together.
TWO = frozenset({"two", "2", "pair"})
PAIR_NOUNS = frozenset({"side", "country", "leader", "nation", "government", "state", "man", "president", "neighbour"})
STATES_AND_BODIES = frozenset({"GPE", "NORP", "ORG"})
SENTENCES_BACK = 2  # a pair further back is no longer meant: in the seeds and PLV all lie within two sentences


def referents(pronoun: Token) -> Iterator[Token]:
    """The nouns a pronoun may stand for, nearest first: subjects of its clauses, then of the sentence before.

    Only subjects are offered: in news a sentence's subject is what the next pronoun speaks of.
    """
    if pronoun.dep_ == "dobj" and pronoun.head.dep_ == "conj":  # "convicted a teacher and sentenced him"
        yield from clauses.objects(pronoun.head.head)
    own = pronoun.dep_ == "poss"
    # The object of a verb is never its subject, unless it says "itself".
    passed = own or pronoun.dep_ in {"nsubj", "nsubjpass"}
    for verb in pronoun.ancestors:
        if verb.pos_ not in grammar.VERBAL:
            continue
        if not passed:
            passed = True
            continue
        for child in verb.children:
            subject = child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ not in PRONOUNS
            if subject and pronoun not in child.subtree and (own or child.i < pronoun.i or verb.i > pronoun.i):
                yield clauses.antecedent(child, verb)
                yield from (word for word in child.children if word.dep_ == "poss" and word.pos_ == "PROPN")
        if pronoun.lower_ in THINGS and pronoun.dep_ == "poss":
            near = [
                word for word in pronoun.sent if word.dep_ == "poss" and word.i < pronoun.i and word.pos_ == "PROPN"
            ]
            yield from reversed(near)
        own = own or verb.dep_ in {"ccomp", "advcl", "conj", "relcl"}
    before = sentence_before(pronoun.sent)
    rivals = {"PERSON"} if pronoun.lower_ in PERSONAL else STATES_AND_BODIES
    named = any(word.ent_type_ in rivals for word in pronoun.doc[pronoun.sent.start : pronoun.i])
    if before is not None and not named:  # somebody named before it in its own sentence may be meant as well
        yield from (child for child in before.root.children if child.dep_ in {"nsubj", "nsubjpass"})


def sentence_before(sentence: Span) -> Span | None:
    """The sentence before a sentence, blank ones passed over; None for the first."""
    i = sentence.start - 1
    while i >= 0 and sentence.doc[i].is_space:
        i -= 1
    return sentence.doc[i].sent if i >= 0 else None


def means_several(token: Token) -> bool:
    """Whether a word stands for several parties named together before ("they", "the two", "both sides")."""
    if token.lower_ in PLURAL or token.lower_ == "both":
        return True
    beside = {child.lower_ for child in token.children if child.dep_ in {"nummod", "det", "predet", "amod"}}
    if token.lower_ in TWO:
        return "the" in beside
    return token.lemma_.lower() in PAIR_NOUNS and ("both" in beside or ("the" in beside and bool(TWO & beside)))


def pair_before(token: Token) -> list[Token]:
    """The first of the nouns last joined by "and" before a word; [] if there are none within two sentences."""
    start = token.sent.start
    for _ in range(SENTENCES_BACK):
        before = sentence_before(token.doc[start].sent)
        start = before.start if before is not None else start
    for word in reversed(token.doc[start : token.i]):
        if word.dep_ == "conj" and word.head.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"} and word.pos_ == "PROPN":
            return [word.head]
    return []
