"""What a subject did not say: it declined, did not reply, has yet to speak, made no mention, had nothing to add."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.silences.denial import is_denied, is_negated, is_nothing
from foreigndesk.reading.silences.speech import (
    LEX,
    Found,
    behind,
    children,
    deed_of,
    lemma,
    speaks,
    subject,
    table,
    words_given,
)


def refused(token: Token) -> Found | None:
    """'declined to comment', 'refused to be drawn', 'declined comment', 'declined requests for an interview'."""
    who = subject(token)
    if token.pos_ not in {"VERB", "AUX"} or who is None or who.dep_ == "nsubjpass":
        return None
    deed = deed_of(token)
    if deed is not None and not is_negated(deed) and (speaks(deed, refused=True) or is_passive_of(deed, "draw")):
        return Found(who, "refused", token, (deed,))
    noun = next(children(token, "dobj"), None)
    if noun is not None and (lemma(noun) == "comment" or asks_for_words(noun)):
        return Found(who, "refused", token, (noun,))
    return None


def asks_for_words(noun: Token) -> bool:
    """'a request for comment', 'all requests for an interview'."""
    wanted = behind(noun, "for", "to")
    return lemma(noun) in LEX["asking"] and wanted is not None and lemma(wanted) in {"comment", "interview", "speak"}


def is_passive_of(verb: Token, word: str) -> bool:
    """Whether a verb is the passive of a word, also where the parse takes the participle for an adjective."""
    return lemma(verb) == word or (
        lemma(verb) == "be" and any(lemma(c) in {word, "drawn"} for c in children(verb, "acomp", "attr"))
    )


def forwent(token: Token) -> Found | None:
    """'chose not to comment', 'did not wish to comment', 'was unwilling to discuss it'."""
    deed, who = deed_of(token), subject(token)
    if deed is None or who is None or not speaks(deed, refused=True):
        return None
    against = token.lower_.startswith(("un", "reluct", "loath"))
    if against or is_negated(deed) or is_negated(token) or (token.dep_ == "acomp" and is_negated(token.head)):
        return Found(who, "refused", token, (deed,))
    return None


def failed(token: Token) -> Found | None:
    """'failed to mention', 'omitted to say a word'."""
    deed, who = deed_of(token), subject(token)
    words = lemma(deed) if deed is not None else ""
    if deed is None or who is None or not (words in LEX["reply"] or words in {"mention", "acknowledge", "explain"}):
        return None
    return Found(who, "unsaid", token, (deed,)) if speaks(deed) and not is_negated(token) else None


def withheld(token: Token) -> Found | None:
    """'withheld comment', 'reserved its judgement'."""
    noun, who = next(children(token, "dobj"), None), subject(token)
    if noun is None or who is None or lemma(noun) not in {"comment", "judgement", "judgment", "position", "reaction"}:
        return None
    return Found(who, "refused", token, (noun,)) if who.dep_ == "nsubj" else None


def unsaid(token: Token) -> Found | None:
    """'did not respond', 'has not mentioned it', 'would not say whether', 'neither confirmed nor denied'."""
    if token.pos_ not in {"VERB", "AUX"} or not speaks(token) or any(True for _ in children(token, "nsubjpass")):
        return drawn(token)
    nothing = any(is_nothing(c) for c in children(token, "dobj"))
    if not (is_denied(token) or nothing):
        return None
    if token.dep_ == "conj" and {lemma(token), lemma(token.head)} == {"confirm", "deny"}:
        return None  # told of the first of both
    who = subject(token)
    objects = tuple(
        c
        for c in children(token, "dobj")
        if c.i > token.i and (lemma(c) in LEX["telling"] | LEX["asking"] | {"nothing"})
    )
    pair = tuple(c for c in children(token, "conj") if lemma(c) in {"deny", "confirm", "answer", "respond"})
    return Found(who, "unsaid", token, (token, *objects, *pair)) if who is not None else None


def drawn(token: Token) -> Found | None:
    """'would not be drawn'."""
    who = next(children(token, "nsubjpass"), None)
    if lemma(token) != "draw" or who is None or not is_negated(token):
        return None
    return Found(who, "refused", token, (token,)) if any(c.lower_ == "would" for c in token.children) else None


def yet(token: Token) -> Found | None:
    """'has yet to comment', 'is yet to issue a statement'."""
    holder = token.head
    after = token.doc[token.i + 1 : token.i + 3] if headed(token) is not None else ()
    deed = next((c for c in (holder, *holder.children, *after) if c.i > token.i and c.pos_ in {"VERB", "AUX"}), None)
    has_to = deed is not None and any(c.lower_ == "to" for c in deed.children)
    who = (subject(holder) if holder != deed else None) or headed(token) if deed is not None else None
    if deed is None or who is None or not has_to or not (speaks(deed, refused=True) or lemma(deed) in LEX["say"]):
        return None
    if token.lower_ == "still" and lemma(holder) != "have":
        return None
    return Found(who, "unsaid", deed, (deed, *(c for c in children(deed, "dobj") if lemma(c) in LEX["telling"])))


def headed(token: Token) -> Token | None:
    """Who a headline tells of without a verb: 'Ruel Oil yet to respond'."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    return before if before.pos_ in {"NOUN", "PROPN"} else None


def unspoken_noun(token: Token) -> Found | None:
    """'made no mention of', 'had no immediate comment', 'has issued no statement', 'not a word in its bulletin'."""
    holder = token.head
    if token.dep_ not in {"dobj", "attr", "oprd", "nsubj", "npadvmod"} or not is_nothing(token) or is_negated(holder):
        return None
    who = subject(holder) if token.dep_ != "nsubj" else None
    if lemma(holder) not in LEX["give"] or who is None or who == token or who.dep_ in {"nsubjpass", "expl"}:
        return None
    if lemma(token) not in words_given(lemma(holder)):
        return None
    return Found(who, "unsaid", holder, (token,))


def none_of_it(token: Token) -> Found | None:
    """'Contacted for comment, X offered none'."""
    who = subject(token.head)
    asked = any(lemma(t) in LEX["telling"] for t in token.sent if t.i < token.i)
    if token.dep_ != "dobj" or lemma(token.head) not in LEX["give"] or not asked or who is None:
        return None
    return Found(who, "unsaid", token.head, (token,))


def had_nothing(token: Token) -> Found | None:
    """'had nothing to say'."""
    nothing = next((c for c in children(token, "dobj") if c.lower_ == "nothing"), None)
    deed = (
        next((c for c in nothing.children if lemma(c) in LEX["say"] | {"add"}), None) if nothing is not None else None
    )
    who = subject(token)
    if deed is None or who is None or lemma(behind(deed, "to") or deed) in ALREADY_SAID:
        return None  # "had nothing to add to his statement"
    return Found(who, "unsaid", token, (deed,))


ALREADY_SAID = frozenset("statement remark comment answer speech word".split())
UNSAID = table(
    ("refuse", refused),
    ("forgo", forwent),
    ("unable", forwent),
    ("fail", failed),
    ("withhold", withheld),
    ("reply", unsaid),
    ("topic", unsaid),
    ("say", unsaid),
    ("give", unsaid),
    *(
        (word, unsaid)
        for word in ("speak", "talk", "weigh", "confirm", "deny", "draw", "claim", "raise", "bring", "pick")
    ),
    ("yet", yet),
    ("still", yet),
    ("telling", unspoken_noun),
    ("none", none_of_it),
    ("have", had_nothing),
)
