"""What denies a verb or a noun, and what is denied."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.silences.speech import LEX, children, lemma


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: by "not", "never", "neither", or by a subject that is nobody."""
    if any(c.dep_ in {"neg", "preconj"} or c.lower_ in {"never", "neither", "nor"} for c in verb.children):
        return True
    who = next(children(verb, "nsubj", "nsubjpass"), None)
    if who is not None and (is_nothing(who) or any(c.lower_ == "neither" for c in who.children)):
        return True
    if not_before(verb):
        return True
    # "can not" and "did not" before the first of two verbs hold for both: "did not confirm or deny"
    joined = verb.dep_ == "conj" and not any(True for _ in children(verb, "nsubj", "aux"))
    either = joined and any(c.lower_ in {"or", "nor"} for c in verb.head.children)
    return either and is_negated(verb.head)


def not_before(verb: Token) -> bool:
    """Whether "not" stands before a verb without another verb or a noun between: "has not so much as said"."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 6) - 1, -1):
        token = verb.doc[i]
        if token.lower_ in {"not", "never", "n't", "n’t"}:
            return token.head == verb or any(t.lower_ == "as" for t in verb.doc[i : verb.i])
        if token.pos_ in {"VERB", "NOUN", "PROPN", "PRON", "PUNCT"}:
            return False
    return False


def is_denied(verb: Token) -> bool:
    """Whether a verb or what governs it is denied: "did not want to comment", "has not seen fit to comment".

    Not where another is made to speak ("did not ask her to comment"), or denials meet ("did not refuse to comment").
    """
    word = verb
    for _ in range(3):
        if is_negated(word):
            return True
        above = word.head
        if word.dep_ not in {"xcomp", "acomp"} or lemma(above) in LEX["refuse"] | LEX["fail"] | LEX["demand"] - {
            "want"
        }:
            return False
        if any(True for _ in children(above, "dobj")) or any(c.i < word.i for c in children(word, "nsubj")):
            return False
        word = above
    return False


def is_nothing(noun: Token) -> bool:
    """Whether a noun is told as none at all: "no comment", "not a word", "nothing", "none of them"."""
    if noun.lower_ in {"none", "nobody", "nothing", "neither"}:
        return True
    first = next(iter(noun.lefts), noun)
    before = first.nbor(-1) if first.i > noun.sent.start else None
    if any(c.lower_ == "no" or c.dep_ == "neg" or c.lower_ in {"neither", "zero"} for c in noun.lefts):
        return True
    single = first.lower_ in {"a", "an", "one", "single", "any"}
    return single and before is not None and before.lower_ == "not"
