"""A pair of parties in a text: the marked words, the grammar between them, and the deeds that the rules see there."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Name, Party, Report, Span
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.coding import Coder
from foreigndesk.reading.events.deeds import Deed
from foreigndesk.reading.events.enough import Coded
from foreigndesk.reading.events.referents import PRONOUNS

OURS, THEIRS = "actor", "recipient"
# How well a deed fits a pair: its parties first, then whether it lies between them in the grammar, then how much its
# trigger asks for; a deed that is only supposed yields to a real one. Weighed by hand on PLV's train half.
HAS_ACTOR, HAS_RECIPIENT, BETWEEN, SUPPOSED, WEIGHT, DEPTH = 8.0, 6.0, 3.0, -3.0, 0.3, -0.2


class PairCast(Cast):
    """A cast that knows two parties only: what is marked as actor and what is marked as recipient."""

    def __init__(self, doc: Doc, actor: Span | None, recipient: Span | None) -> None:
        """Take the marked spans as names."""
        self.marked = {mark: span for mark, span in ((OURS, actor), (THEIRS, recipient)) if span is not None}
        names = [Name(doc.text[s.start : s.end], None, None, s.start, s.end) for s in self.marked.values()]
        super().__init__(doc, names, load_actors(), None)

    def find_party(self, token: Token) -> Party | None:
        """The mark a word stands under, the narrower one first."""
        word = Span(token.idx, token.idx + len(token))
        if token.lower_ in PRONOUNS and not any(span.covers(word) for span in self.marked.values()):
            return super().find_party(token)
        over = [(span.end - span.start, mark) for mark, span in self.marked.items() if span.covers(word)]
        mark = min(over)[1] if over else None
        return Party(mark, None, mark, mark, word.start, word.end) if mark else None

    def kinds(self, token: Token) -> frozenset[str]:
        """As for any cast; a marked word is a party in any case."""
        kinds = super().kinds(token)
        return kinds | {"party", "spoken"} if self.party(token) else kinds


@dataclass(frozen=True)
class Fit:
    """A deed the rules see, whether it has the pair's parties, and how well it fits the pair."""

    coded: Coded
    has_actor: bool
    has_recipient: bool
    score: float


class Pair:
    """An actor and a recipient (or one of them) in a Doc, with what the grammar and the rules say of the two."""

    def __init__(self, doc: Doc, actor: Span | None, recipient: Span | None) -> None:
        """Lay the spans (characters of the Doc's text) over its words."""
        self.doc = doc
        self.actor, self.recipient = actor, recipient
        self.ours, self.theirs = words_of(doc, actor), words_of(doc, self.recipient)
        self.heads = head_of(doc, actor), head_of(doc, self.recipient)
        self.path = path_between(*self.heads)

    @functools.cached_property
    def marked(self) -> frozenset[int]:
        """The words of both parties."""
        return self.ours | self.theirs

    @functools.cached_property
    def way(self) -> list[Token]:
        """The path without the parties' own words and without punctuation."""
        return [token for token in self.path if token.i not in self.marked and is_word(token)]

    @functools.cached_property
    def order(self) -> str:
        """Which party is printed first: "AB" or "BA"; "A" or "B" where it stands alone."""
        if not self.theirs or not self.ours:
            return "A" if self.ours else "B"
        return "AB" if min(self.ours) < min(self.theirs) else "BA"

    @functools.cached_property
    def between(self) -> range:
        """The words between the parties as printed; those behind a party that stands alone."""
        if not self.theirs or not self.ours:
            return range(max(self.marked, default=-1) + 1, len(self.doc))
        first, second = (self.ours, self.theirs) if self.order == "AB" else (self.theirs, self.ours)
        return range(max(first) + 1, max(max(first) + 1, min(second)))

    @functools.cached_property
    def coder(self) -> Coder:
        """The rule coder over this text, in which nobody acts but the pair."""
        return Coder(
            self.doc, Report("pair", "", self.doc.text), PairCast(self.doc, self.actor, self.recipient), (), ()
        )

    @functools.cached_property
    def deeds(self) -> dict[int, Deed]:
        """Every deed of the text, those that are only asked for or threatened included."""
        return dict(self.coder.deeds)

    @functools.cached_property
    def fits(self) -> list[Fit]:
        """The deeds that the rules code, the one that fits the pair best first."""
        return sorted(map(self.fit, self.coder.coded()), key=lambda fit: -fit.score)

    def fit(self, coded: Coded) -> Fit:
        """How well a deed fits the pair."""
        actors = {party.actor for party in coded.roles.actors}
        recipients = {party.actor for party in coded.roles.recipients}
        ours, theirs = OURS in actors, THEIRS in recipients | (actors if OURS in actors else set())
        score = HAS_ACTOR * ours + HAS_RECIPIENT * theirs
        score += BETWEEN * (coded.deed.token in self.path or coded.deed.verb in self.path)
        score += SUPPOSED * (coded.outcome.auxiliary == "hypothetical")
        depth = sum(1 for _ in coded.deed.token.ancestors)
        return Fit(coded, ours, theirs, score + WEIGHT * coded.deed.trigger.weight + DEPTH * depth)


def is_word(token: Token) -> bool:
    """Whether a token is neither punctuation nor white space."""
    return not token.is_punct and not token.is_space


def words_of(doc: Doc, span: Span | None) -> frozenset[int]:
    """The indices of the words that a span touches."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None
    return frozenset(range(words.start, words.end)) if words is not None else frozenset()


def head_of(doc: Doc, span: Span | None) -> Token | None:
    """The head of the words in a span."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None
    return words.root if words is not None else None


def path_between(one: Token | None, other: Token | None) -> Sequence[Token]:
    """The words on the way from one to the other in the grammar; those above one where the other is missing."""
    if one is None or other is None:
        known = one or other
        return list(known.ancestors) if known is not None else []
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    shared = {token.i for token in up} & {token.i for token in down}
    if not shared:
        return [*up, *down]
    apart = [token for token in (*up, *down) if token.i not in shared]
    return [*apart, next(token for token in up if token.i in shared)]
