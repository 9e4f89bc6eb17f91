"""What is speaking, and what denies it: shared by the forms in which a silence is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.lexicon.silences import load_silences
from foreigndesk.model import Span
from foreigndesk.reading.statements.grammar import span_of, subject_of

LEX = load_silences()
NEGATIVE = frozenset({"no", "none", "nobody", "neither", "nor", "nothing"})
NOBODY = frozenset({"none", "nobody", "neither", "one"})  # "no one", "not one"
DATELINE = 10  # words of a dateline at most: towns of two names, an agency, a date
PRESS = frozenset({"reporter", "press", "media", "journalist", "newsman", "newspaper"})
ASKS = frozenset({"whether", "if", "why", "who", "what", "where", "when", "how", "which", "that"})


@dataclass(frozen=True, slots=True)
class Found:
    """A silence in a sentence: who is silent, by which form, the word it hangs on, and whether it has ended.

    `at` are the words that what it is about may hang on, `topic` is that itself where the form tells it. `loose` words
    are said also of what cannot speak ("quiet").
    """

    who: Token
    form: str
    verb: Token
    at: tuple[Token, ...]
    ended: bool = False
    topic: Token | None = None
    loose: bool = False

    @property
    def words(self) -> Span:
        """The words that tell it: the verb with what stands before it of its own, to the last word it hangs on."""
        last = max((self.verb, *self.at), key=lambda t: t.i)
        own = [t for t in self.verb.children if t.dep_ in {"aux", "auxpass", "neg", "advmod", "preconj"}]
        first = min((self.verb, *self.at, *(t for t in own if t.i < self.verb.i)), key=lambda t: t.i)
        span = span_of(self.verb.doc[first.i : last.i + 1])
        return span or Span(self.verb.idx, self.verb.idx + len(self.verb))


Form = Callable[[Token], Found | None]


def table(*rows: tuple[str, Form]) -> dict[str, tuple[Form, ...]]:
    """The forms that each lemma may begin, from pairs of a class of words and a form."""
    found: dict[str, tuple[Form, ...]] = {}
    for name, form in rows:
        for lemma in LEX.get(name, frozenset({name})):
            found[lemma] = (*found.get(lemma, ()), form)
    return found


def lemma(token: Token) -> str:
    """A lemma in small letters."""
    return token.lemma_.lower()


def children(token: Token, *deps: str) -> Iterator[Token]:
    """The children of a word that hang on it in one of some ways."""
    return (child for child in token.children if child.dep_ in deps)


def behind(token: Token, *words: str) -> Token | None:
    """The noun behind a preposition that hangs on a word, the first of some prepositions that has one."""
    for prep in token.children:
        if prep.lower_ in words and prep.dep_ in {"prep", "dative", "agent"}:
            inner = (*words, "of") if prep.lower_ == "out" else words
            noun = next(children(prep, "pobj", "pcomp"), None) or behind(prep, *inner)
            if noun is not None:
                return noun
    return None


def subject(verb: Token) -> Token | None:
    """Who a verb is told of; where the parse has nobody, the last noun before it that no preposition governs."""
    found = behind_dateline(verb) or subject_of(verb)
    if found is not None and found.dep_ != "expl" and found.i < verb.i:
        return found
    left = min([verb.i, *(c.i for c in children(verb, "aux", "neg", "advmod") if c.i < verb.i)])
    beside = verb.doc[left - 1] if left > verb.sent.start else None
    if found is None and beside is not None and beside.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "ROOT":
        return beside
    before = [
        t
        for t in verb.sent
        if t.i < verb.i and t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in {"pobj", "compound", "poss"}
    ]
    return before[-1] if found is None and before and before[-1].ent_type_ not in {"DATE", "TIME"} else None


def behind_dateline(verb: Token) -> Token | None:
    """The subject behind "COPENHAGEN, March 17 —", where the parse takes the town for it."""
    dash = next((t.i for t in verb.sent if t.text in {"—", "–"} and t.i < verb.i), None)
    if dash is None or dash - verb.sent.start > DATELINE or not verb.sent[0].is_upper:
        return None
    nouns = [t for t in verb.doc[dash : verb.i] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    nouns = [t for t in nouns if t.dep_ not in {"pobj", "compound", "poss", "amod"}]
    return nouns[0] if nouns else None


def speaks(verb: Token, *, refused: bool = False) -> bool:
    """Whether a verb that is denied, or refused, leaves nothing said.

    "confirm" and "talk" only if refused or in "confirm or deny"; "say" with nothing, anything, a word, a question.
    """
    word = lemma(verb)
    if is_else(verb):
        return False
    if word in LEX["reply"]:
        return True
    if word in {"confirm", "deny"}:
        return refused or any(lemma(t) in {"confirm", "deny"} for t in (*children(verb, "conj"), verb.head))
    if word in {"interview", "quote"}:
        return refused and any(True for _ in children(verb, "auxpass"))
    if word == "speak":
        return refused or is_public(verb)
    return word in LEX["topic"] or any(test(verb) for test in TESTS.get(word, ())) or gives(verb) or says(verb)


def is_else(verb: Token) -> bool:
    """Whether a verb tells something else, whatever denies it: an answer in deeds, an account owed, or further words.

    "did not comment further": something was said. "cannot explain away the losses": nobody expects it.
    """
    if any(c.lower_ in {"further", "away"} for c in verb.children if c.dep_ in {"advmod", "prt"}):
        return True
    word = lemma(verb)
    return (word in {"answer", "respond", "react"} and in_deeds(verb)) or (word == "answer" and owes(verb))


def owes(verb: Token) -> bool:
    """'does not answer to politicians': to whom somebody owes an account, and not what he is asked."""
    to = behind(verb, "to")
    return to is not None and (
        to.pos_ == "PRON" or ((known := load_nouns().get(lemma(to))) is not None and known.kind is NounKind.PERSON)
    )


def claims(verb: Token) -> bool:
    """'claim responsibility'."""
    return any(lemma(c) in {"responsibility", "credit"} for c in children(verb, "dobj"))


def brings_up(verb: Token) -> bool:
    """'raise the matter', 'bring up the raid'."""
    up = any(c.lower_ == "up" for c in children(verb, "prt"))
    return up if lemma(verb) in {"bring", "pick"} else any(lemma(c) in LEX["matter"] for c in children(verb, "dobj"))


def is_public(verb: Token) -> bool:
    """'speak about it', 'speak publicly', 'speak to the press', not 'speak to each other'."""
    about = behind(verb, "on", "about", "of", "to", "with")
    press = about is not None and (lemma(about) in PRESS or behind(verb, "to", "with") is None)
    long = behind(verb, "for", "since")
    lasting = long is not None and long.ent_type_ in {"DATE", "TIME"} and behind(verb, "to", "with") is None
    return press or lasting or bool({c.lower_ for c in verb.children} & {"publicly", "out", "up", "openly"})


def talks(verb: Token) -> bool:
    """'talk to the press', 'talk about it'."""
    about = behind(verb, "on", "about", "to", "with")
    return about is not None and (lemma(about) in PRESS or behind(verb, "about", "on") is not None)


def takes_questions(verb: Token) -> bool:
    """'take questions', 'return calls', 'take a position'."""
    return bool({lemma(c) for c in children(verb, "dobj")} & (LEX["asking"] | {"position", "side"}))


def weighs_in(verb: Token) -> bool:
    """'weigh in'."""
    return any(c.lower_ == "in" for c in verb.children)


def is_drawn(verb: Token) -> bool:
    """'be drawn'."""
    return any(lemma(c) == "be" for c in children(verb, "auxpass"))


def gives(verb: Token) -> bool:
    """'issue a statement', 'give an answer'."""
    word = lemma(verb)
    return word in LEX["give"] and any(lemma(c) in words_given(word) and has_any(c) for c in children(verb, "dobj"))


def says(verb: Token) -> bool:
    """'say anything', 'say a word', 'say whether'."""
    said = (c for c in verb.children if c.dep_ in {"dobj", "ccomp", "pcomp", "xcomp", "npadvmod"})
    return lemma(verb) in LEX["say"] and any(c.lower_ in LEX["anything"] or asks(c) for c in said)


def has_any(noun: Token) -> bool:
    """Whether a noun is any at all, or one: "a statement", "any comment"; not "the statement"."""
    return not any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in noun.lefts)


def words_given(verb: str) -> frozenset[str]:
    """What nobody gives who is silent; to have no position or no word for it is another thing."""
    bare = verb in {"have", "show", "find", "include", "contain"}
    return frozenset({"comment", "reaction", "statement", "mention"}) if bare else LEX["telling"]


def asks(clause: Token) -> bool:
    """Whether a clause asks whether, why or who; "when", "how many" withhold a detail."""
    first = next(iter(sorted(clause.subtree, key=lambda t: t.i)), clause)
    return first.lower_ in {"whether", "if", "why", "who", "what", "where"}


def in_deeds(verb: Token) -> bool:
    """Whether it is an answer in deeds, or to a signal: "respond with force", "answer the radio"."""
    means = (c for t in verb.subtree if t.lower_ in {"with", "by", "in"} and t.i > verb.i for c in children(t, "pobj"))
    if any(lemma(t) in LEX["deed"] for noun in means for t in (noun, *children(noun, "conj"))):
        return True
    if any(c.lower_ in {"militarily", "forcefully"} for c in verb.subtree):
        return True
    objects = list(children(verb, "dobj"))
    calls = any(lemma(c) == "call" and behind(c, "for") is not None for c in objects)  # "answered the call for unity"
    to = behind(verb, "to")  # "did not respond to treatment"
    signals = LEX["signal"]
    return calls or any(lemma(c) in signals for c in objects) or (to is not None and lemma(to) in signals)


def deed_of(verb: Token) -> Token | None:
    """The verb that another governs with "to": of "declined to say" "say"."""
    return next((c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i and c.pos_ in {"VERB", "AUX"}), None)


def first_of(tokens: Iterable[Token], classes: str) -> Token | None:
    """The first of some words that is of a class."""
    return next((t for t in tokens if lemma(t) in LEX[classes]), None)


TESTS: dict[str, tuple[Callable[[Token], bool], ...]] = {
    "talk": (talks,),
    "weigh": (weighs_in,),
    "draw": (is_drawn,),
    **dict.fromkeys(("take", "return", "accept"), (takes_questions,)),
    "claim": (claims,),
    **dict.fromkeys(("raise", "bring", "pick"), (brings_up,)),
}
