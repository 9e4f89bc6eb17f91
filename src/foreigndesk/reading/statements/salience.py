"""Who is nearest to mind at a place in a report: what "he" and "they" mean."""

from __future__ import annotations

import math

from spacy.tokens import Token

from foreigndesk.reading.statements.cast import Kind, Member, Mentioned
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import NONE, Layout

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
# In sentences: how much nearer than its distance something brings a member. Chosen by reading 40 reports of PolNeAR
# train (about 150 pronouns); no single one of them, halved or doubled, moves more than three of those.
SUBJECT = 1.0
SPOKE_LAST = 1.5  # "he said" goes on with whom "said" was told of last
SPOKE_LAST_OTHERWISE = 0.5
GENDER_KNOWN = 0.5
FADES = 0.4  # after two sentences and a half, having spoken counts less and less
LEANS_AWAY = 1.0
UNNAMED = -0.5
OFTEN = 0.5  # times the logarithm of how often
ASIDE = -1.0
PARAGRAPH = -0.3
OWN_QUOTATION = -3.0  # a speaker seldom calls himself "he"
CLOSE_CALL = 0.5  # half a sentence: two so near each other could both be meant


class Salience:
    """Weighs members at a place by what was said of them before it."""

    def __init__(self, layout: Layout) -> None:
        """Nobody has spoken yet."""
        self.layout = layout
        self.spoke: list[tuple[int, Member]] = []

    def spoke_before(self, place: int) -> tuple[int, Member] | None:
        """Who spoke last before a token, and where."""
        return next(((at, member) for at, member in reversed(self.spoke) if at < place), None)

    def speaker_before(self, place: int) -> Member | None:
        """Who spoke last before a token."""
        spoke = self.spoke_before(place)
        return spoke[1] if spoke else None

    def last_seen(self, member: Member, place: int) -> tuple[Mentioned, int] | None:
        """The last mention before a token that one there looks back to, and how many there are.

        A word outside quotations does not look into them: whom a speaker mentions is not who speaks next.
        """
        quoted = self.layout.quotation[place] != NONE
        seen = [m for m in member.mentions if m.token < place and (quoted or m.quotation == NONE)]
        return (seen[-1], len(seen)) if seen else None

    def of(self, member: Member, head: Token, *, speaking: bool) -> float | None:
        """How near a member is to a pronoun, in sentences below zero; None if it was not mentioned before."""
        place = head.i
        found = self.last_seen(member, place)
        if found is None:
            return None
        last, times = found
        layout = self.layout
        score = float(layout.sentence[last.token] - layout.sentence[place])
        score += PARAGRAPH * min(layout.paragraph[place] - layout.paragraph[last.token], 2)
        score += SUBJECT * last.subject + ASIDE * last.aside
        score += UNNAMED * (not member.named)
        score += OFTEN * math.log(times)
        score += GENDER_KNOWN if member.gender is not None else -LEANS_AWAY * leans_away(member, head)
        spoke = self.spoke_before(place)
        if spoke is not None and spoke[1] is member:
            if layout.quotation[place] != NONE:
                score += OWN_QUOTATION
            else:
                since = layout.sentence[place] - layout.sentence[spoke[0]]
                score += (SPOKE_LAST if speaking else SPOKE_LAST_OTHERWISE) / max(since * FADES, 1)
        return score


def leans_away(member: Member, head: Token) -> bool:
    """Whether a member of unknown gender was taken for the other one more often."""
    word = head.lower_
    return (member.leaning < 0 and word in HE) or (member.leaning > 0 and word in SHE)


def subject_rank(token: Token) -> float:
    """How far a word is the subject: of a main clause, of another, or not at all."""
    if token.dep_ not in SUBJECTS:
        return 0.0
    verb = token.head
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return 1.0 if verb.dep_ in {"ROOT", "parataxis"} else 0.5


def same_clause(head: Token, mention: Token) -> bool:
    """Whether a pronoun and a mention are arguments of one verb, and so are two: "Lund met him"."""
    return head.dep_ != "poss" and mention.head == head.head and mention.dep_ != "poss"


def person(member: Member) -> bool:
    """Whether "he" or "she" can mean a member, its gender apart."""
    return member.kind is Kind.PERSON and not member.plural
