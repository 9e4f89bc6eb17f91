"""Who is to do what a verb tells, and who wants it done: "asked Oman to", "turned to Ankara to".

Pure functions on the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.reading.statements.carriers.parties import RECEIVING, behind, has_subject, is_party
from foreigndesk.reading.statements.grammar import speaker_of, subject_of

# "turned to Ankara to get word to Hamas": whom the preposition names is to do it.
TURNING = frozenset("turn look rely count lean depend call appeal prevail bank speak talk reach go work".split())
TURNED_TO = frozenset({"to", "on", "upon", "with", "out"})
# Whom one asks or sends: who is "expected to" do something is asked for nothing.
ASKING = frozenset(
    "ask request urge tell order instruct use employ enlist want authorize authorise press pressure persuade invite "
    "commission task charge send dispatch encourage beg implore need choose tap engage convince summon get have".split()
)
WISHING = frozenset("hope want wish like prefer trust ask urge request need have let see demand".split())
WISHES = frozenset(
    "hope wish expectation idea plan aim request demand plea suggestion goal desire proposal fear worry concern".split()
)
THANKING = frozenset({"thank", "praise", "credit", "commend"})
USING = frozenset("use employ enlist choose tap engage".split())
CONSENTING = frozenset(
    "agree refuse decline volunteer offer consent ready willing unwilling prepared reluctant".split()
)

OFFERS = frozenset("offer promise refusal willingness readiness attempt effort decision".split())


@dataclass(frozen=True, slots=True)
class Errand:
    """Who is to do what a verb tells, who wants it done, and the words that say so.

    `asked` is true where another wants it, or where the doer consents to it.
    """

    doer: Token | None
    asker: Token | None = None
    words: tuple[Token, ...] = ()
    asked: bool = False


def errand(verb: Token) -> Errand:
    """Who does a verb's deed, and who asked for it."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_subject(verb):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.lemma_.lower() in THANKING:
        thanks = verb.head.head
        return Errand(object_of(thanks), speaker_of(thanks), (thanks,), asked=True)
    if subject is None:
        return set_by(verb) or Errand(subject_of(verb))
    return wished(verb, subject) or Errand(subject)


def set_by(verb: Token) -> Errand | None:
    """The errand of an infinitive, set by the verb it hangs on."""
    above = verb.head
    lemma = above.lemma_.lower()
    owner = next((child for child in above.children if child.dep_ == "poss"), None)
    if verb.dep_ in {"xcomp", "ccomp"} and lemma == "help":
        return Errand(subject_of(above), None, (above,), asked=True)
    if verb.dep_ == "acl" and lemma in WISHES and above.dep_ == "dobj" and above.head.lemma_.lower() in RECEIVING:
        asker = owner or next(behind(above, ("from", "by")), None)
        return Errand(subject_of(above.head), asker, (above.head, above), asked=True)
    if verb.dep_ == "acl" and lemma in OFFERS and owner is not None:
        return Errand(owner, None, (above,), asked=True)
    if verb.dep_ not in {"xcomp", "advcl", "ccomp"} or not is_infinitive(verb):
        return None
    doer = object_of(above) if lemma in (USING if verb.dep_ == "advcl" else ASKING) else None
    if doer is None and lemma in TURNING:
        doer = next(turned_to(above), None)
    if doer is not None:
        return Errand(doer, speaker_of(above), (above,), asked=True)
    if verb.dep_ == "xcomp" and lemma in CONSENTING:
        return Errand(subject_of(above), None, (above,), asked=True)
    passive = above.tag_ == "VBN" and not any(c.lower_ in {"have", "has", "had"} for c in above.lefts)
    if verb.dep_ == "xcomp" and passive and lemma in ASKING:
        return Errand(subject_of(above), next(behind(above, ("by",)), None), (above,), asked=True)
    return None


def wished(verb: Token, subject: Token) -> Errand | None:
    """The errand of a clause that somebody wishes to come true: "wants Oman to", "the hope is that Oman will"."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "acl", "relcl", "attr"}:
        return None
    lemma = above.lemma_.lower()
    if above.pos_ == "VERB" and lemma in WISHING:
        return Errand(subject, speaker_of(above), (above,), asked=True)
    wish = above if above.pos_ == "NOUN" else next((c for c in above.children if c.dep_ == "nsubj"), None)
    if wish is None or wish.lemma_.lower() not in WISHES or (wish != above and lemma != "be"):
        return None
    owner = next((child for child in wish.children if child.dep_ == "poss"), None)
    holder = owner or next((noun for noun in behind(wish, ("of", "in", "among", "by")) if is_party(noun)), None)
    return Errand(subject, holder, (wish, above), asked=True)


def object_of(verb: Token) -> Token | None:
    """The people or body that is a verb's object."""
    return next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and is_party(c)), None)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def turned_to(verb: Token) -> Iterator[Token]:
    """Whom one turns to, relies on, speaks with, reaches out to."""
    for child in verb.children:
        if child.dep_ in {"prep", "prt", "advmod"} and child.lower_ in TURNED_TO:
            for noun in child.children:
                inner = noun.children if noun.dep_ == "prep" else (noun,)
                yield from (one for one in inner if one.dep_ == "pobj" and is_party(one))
