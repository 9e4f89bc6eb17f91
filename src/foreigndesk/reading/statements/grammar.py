"""What the parse says about a word: its phrase, its subject, the clause it governs. Pure functions on spaCy tokens."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from foreigndesk.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# What a verb shares with the verb it hangs on: the subject of "agreed" in "met and agreed", of "saying" in
# "left, saying", of "send" in "pledged to send" and "was ready to send".
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "dep", "acomp"})
EDGE_MARKS = frozenset(",;:.—–-()[]")
LOOSE = frozenset({"advcl", "parataxis", "punct", "cc"})
# Participles that tell how their subject feels: "is concerned that" is the subject's own, "is expected to" is others'.
FELT = frozenset(
    "concern worry convince satisfy interest commit oppose determine please surprise disappoint scare excite thrill "
    "incline embarrass shock alarm frustrate encourage delight amaze confuse dedicate prepare".split()
)
EMPTY_SUBJECTS = frozenset({"it", "there"})
SEEMING = frozenset({"seem", "appear", "remain", "be", "look", "turn"})


def span_of(tokens: Iterable[Token]) -> Span | None:
    """The span from the first to the last of some tokens, white space and loose punctuation at its edges left out."""
    kept = sorted(tokens, key=lambda token: token.i)
    while kept and (kept[0].is_space or kept[0].text in EDGE_MARKS):
        kept.pop(0)
    while kept and (kept[-1].is_space or kept[-1].text in EDGE_MARKS):
        kept.pop()
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1])) if kept else None


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """The tokens that lie in a span of characters, cut tokens included."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def phrase(head: Token, without: Token | None = None) -> Span | None:
    """The noun phrase of a head: its subtree without loose ends, and without the clause that holds a certain word.

    A relative clause belongs to it behind a comma and a name ("Ada Lund, who was minister then, said"), as people
    marked it; a restrictive one is left out.
    """
    kept = {head}
    for child in head.children:
        if without is not None and without in child.subtree:
            continue
        if child.dep_ == "relcl" and not (head.pos_ == "PROPN" and head.doc[child.left_edge.i - 1].text == ","):
            continue
        if child.dep_ not in LOOSE or (child.dep_ == "cc" and any(c.dep_ == "conj" for c in head.children)):
            kept.update(child.subtree)
    # A subtree with a hole (an apposition behind a relative clause) is cut at the hole.
    run = [head]
    for step in (-1, 1):
        i = head.i + step
        while (
            0 <= i < len(head.doc)
            and (head.doc[i] in kept or head.doc[i].dep_ == "punct")
            and (head.doc[i].sent == head.sent)
        ):
            run.append(head.doc[i])
            i += step
    last = max((token.i for token in run if token in kept), default=head.i)
    first = min((token.i for token in run if token in kept), default=head.i)
    return span_of(token for token in run if first <= token.i <= last)


def alone(noun: Token) -> Span | None:
    """The phrase of a noun without others that are joined to it: of "Riga and Oslo" "Riga"."""
    end = next((child.i for child in noun.children if child.dep_ in {"cc", "conj"}), None)
    return phrase(noun) if end is None else span_of(token for token in noun.subtree if token.i < end)


CLOSING = "\"”’' \n"  # what may stand behind the mark of a question


def is_question(sentence: Words) -> bool:
    """Whether a sentence ends as a question, whatever closes behind it."""
    ends = (token.text.rstrip(CLOSING) for token in reversed(sentence))
    return next(filter(None, ends), "").endswith("?")


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject, also where it shares that of the verb it hangs on; None if there is none."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return verb.head
        if verb.dep_ in SHARES_SUBJECT or (verb.dep_ == "pcomp" and verb.head.dep_ == "prep"):
            verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return None


def speaker_of(verb: Token) -> Token | None:
    """The head of who speaks, feels or wants by a verb: its subject, or the one behind "by" in the passive.

    None for an empty "it seems", and for a passive that does not tell by whom.
    """
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    bare = verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and not any(c.dep_ == "aux" for c in verb.children)
    if (passive or bare) and verb.lemma_.lower() not in FELT:
        agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        return agents[0] if agents else None
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in EMPTY_SUBJECTS:
        return None if subject.dep_ == "expl" or verb.lemma_.lower() in SEEMING else subject
    return subject
