"""Silences in which nobody is the subject: no word from X, calls to X went unanswered, X's silence, absent from X."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.silences.denial import is_negated, is_nothing
from foreigndesk.reading.silences.speech import LEX, Found, behind, children, lemma, subject, table

FROM = ("from", "by", "in", "out", "at")


def no_word(token: Token) -> Found | None:
    """'there was no comment from X', 'no word came from X', 'not a word in X', 'drew no response from X'."""
    holder = token.head
    none = is_nothing(token) or (token.dep_ in {"nsubj", "nsubjpass"} and is_negated(holder))
    if not none:
        return None
    if token.dep_ == "dobj" and lemma(holder) not in LEX["draw"] | {"be"}:
        return None
    giver = asked_of(holder) or giver_of(token, holder)
    if giver is not None and giver.i > token.i and giver.ent_type_ in {"DATE", "TIME"}:
        return None
    if giver is None:
        return quoted(token)
    topic = subject(holder) if token.dep_ == "dobj" and lemma(holder) in LEX["draw"] else None
    return Found(giver, "no word", token, (token,), topic=topic)


def asked_of(holder: Token) -> Token | None:
    """Whom they asked who got no answer: 'journalists who asked the minister got no answer'."""
    asker = next(children(holder, "nsubj"), None)
    asked = next((c for c in children(asker, "relcl", "acl") if lemma(c) in ASKED), None) if asker is not None else None
    return next(children(asked, "dobj"), None) if asked is not None and lemma(holder) in LEX["draw"] else None


ASKED = frozenset("ask call press approach question contact telephone ring".split())


def giver_of(noun: Token, holder: Token) -> Token | None:
    """Who words would have come from: behind "from", "by", "in", on the noun, its verb, or what its verb governs."""
    places = [
        noun,
        holder,
        *children(holder, "acomp", "xcomp", "prep", "attr"),
        *children(noun, "acl", "relcl", "prep"),
    ]
    for place in places:
        giver = behind(place, "from", "by") or (place.lower_ in {"from", "by"} and next(children(place, "pobj"), None))
        if giver:
            return giver
    for place in places:
        giver = behind(place, "in", "at", "out")
        if giver is not None and giver.ent_type_ not in {"DATE", "TIME"} and is_voice(giver):
            return giver
    return None


def is_voice(noun: Token) -> bool:
    """Whether words may stand "in" something: the press, a statement, a capital."""
    text = lemma(noun)
    return noun.ent_type_ in {"GPE", "ORG", "NORP"} or text in PRINT


PRINT = frozenset(
    "press media newspaper paper bulletin statement readout communique communiqué television broadcast speech address "
    "report account summary release declaration text agency capital".split()
)


def quoted(token: Token) -> Found | None:
    """'“No comment,” said the minister's office'."""
    if lemma(token) != "comment":
        return None
    said = next(
        (t for t in token.sent if lemma(t) in {"say", "reply", "answer", "snap", "repeat"} and t.pos_ == "VERB"), None
    )
    before = token.nbor(-1) if token.i else token
    if said is None or before.lower_ != "no" or before.i == token.doc[0].i or before.nbor(-1).text not in "“\"'‘":
        return None
    who = next(children(said, "nsubj"), None)
    return Found(who, "refused", said, (token,)) if who is not None else None


def unanswered(token: Token) -> Found | None:
    """'calls to X went unanswered', 'a request sent to X was not returned', 'messages left with X drew no reply'."""
    holder = token if token.dep_ not in {"acomp", "oprd", "xcomp"} else token.head
    asked = next((c for c in children(holder, "nsubj", "nsubjpass")), None)
    if asked is None or lemma(asked) not in LEX["asking"] | {"phone", "telephone"}:
        return None
    against = token.lower_ in LEX["unanswered"] or is_negated(holder)
    if not against and not any(is_nothing(c) and lemma(c) in LEX["telling"] for c in children(holder, "dobj")):
        return None
    who = next((t for t in asked.subtree if t.dep_ == "pobj" and t.head.lower_ in {"to", "with", "at"}), None)
    if who is None:
        who = behind(holder, "by")
    return Found(who, "unanswered", holder, (asked,)) if who is not None else None


def silence(token: Token) -> Found | None:
    """'X's silence on the coup', 'silence from X', 'met with silence in X'."""
    if token.pos_ != "NOUN" or lemma(token) in {"counsel", "peace", "tongue"}:
        return None  # "his firm's counsel"
    if any(lemma(t) in {"minute", "moment", "right", "vow"} for t in near(token)):
        return None
    holder = token.head
    owner = next((c for c in children(token, "poss") if c.pos_ in {"NOUN", "PROPN"}), None)
    if owner is not None:
        return Found(owner, "silence", token, (token,), loose=True)
    giver = behind(token, "from", "of") or behind(holder, "from")
    if giver is None and token.dep_ == "pobj" and holder.lower_ == "with":
        giver = behind(token, "in", "at", "by") or behind(holder.head, "from", "by", "in")
        topic = next(children(holder.head, "nsubjpass"), None)
        return Found(giver, "silence", token, (token,), topic=topic, loose=True) if giver is not None else None
    if giver is None and token.dep_ in {"attr", "nsubj"} and lemma(holder) == "be":
        giver = behind(holder, "in") or behind(token, "in")
    return Found(giver, "silence", token, (token,), loose=True) if giver is not None else None


def near(token: Token) -> list[Token]:
    """The words a noun hangs on, for two steps, and those that hang on it before it."""
    return [token.head, token.head.head, *token.lefts]


def unmentioned(token: Token) -> Found | None:
    """'was absent from the statement', 'went unmentioned in X's readout', 'appears nowhere in it'."""
    holder = token.head
    place = behind(token, "from", "in") or behind(holder, "from", "in")
    topic = subject(holder if token.pos_ != "VERB" else token)
    if place is None or topic is None or not is_voice(place) or is_negated(holder):
        return None
    return Found(place, "unmentioned", token, (token,), topic=topic)


def not_mentioned(token: Token) -> Found | None:
    """'was not mentioned in X's account', 'was not raised in the statement'."""
    topic = next(children(token, "nsubjpass"), None)
    place = behind(token, "in", "by", "from")
    if topic is None or place is None or not is_negated(token) or not (is_voice(place) or place.head.lower_ == "by"):
        return None
    return Found(place, "unmentioned", token, (token,), topic=topic)


NOUNS = table(
    ("telling", no_word),
    ("unanswered", unanswered),
    *((word, unanswered) for word in ("return", "answer", "draw", "receive", "acknowledge", "get")),
    ("silence", silence),
    ("unmentioned", unmentioned),
    *((word, not_mentioned) for word in ("mention", "discuss", "address", "acknowledge", "name", "include")),
)
