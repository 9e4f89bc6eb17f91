"""Who is nearest to mind at a place in a report: what "he" and "they" mean."""

from __future__ import annotations

import bisect
import math

from spacy.tokens import Token

from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import NONE, Layout
from foreigndesk.reading.statements.speakers.member import Kind, Member, Mentioned

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
# In sentences: how much nearer than its distance something brings a member. Chosen by reading 40 reports of PolNeAR
# train (about 150 pronouns); no single one of them, halved or doubled, moves more than three of those.
SUBJECT = 1.0
SPOKE_LAST = 1.5  # "he said" goes on with whom "said" was told of last
SPOKE_LAST_OTHERWISE = 0.5
GENDER_KNOWN = 0.5
FADES = 0.4  # after two sentences and a half, having spoken counts less and less
LEANS_AWAY = 1.0
GOVERNS = 1.0  # "the managers hire whom they want": the subject of the clause that theirs hangs on
UNNAMED = -0.5
OFTEN = 0.5  # times the logarithm of how often
PARAGRAPH = -0.3
OWN_QUOTATION = -3.0  # a speaker seldom calls himself "he"
FEW = 12  # mentions in one sentence; more there are in lists only
CLOSE_CALL = 0.5  # half a sentence: two so near each other could both be meant


class Salience:
    """Weighs members at a place by what was said of them before it."""

    def __init__(self, layout: Layout) -> None:
        """Nobody has spoken yet."""
        self.layout = layout
        self.spoke: list[tuple[int, Member]] = []

    def spoke_before(self, place: int) -> tuple[int, Member] | None:
        """Who spoke last before a token, and where."""
        at = bisect.bisect_left(self.spoke, place, key=lambda pair: pair[0]) - 1
        return self.spoke[at] if at >= 0 else None

    def speaker_before(self, place: int) -> Member | None:
        """Who spoke last before a token."""
        spoke = self.spoke_before(place)
        return spoke[1] if spoke else None

    def last_seen(self, member: Member, place: int) -> tuple[Mentioned, int] | None:
        """The last mention before a token that one there looks back to, and how many there are.

        A word outside quotations does not look into them: whom a speaker mentions is not who speaks next.
        """
        seen = member.mentions if self.layout.quotation[place] != NONE else member.outside
        times = bisect.bisect_left(seen, place, key=lambda mention: mention.token)
        if not times:
            return None
        last = seen[times - 1]
        sentence = self.layout.sentence
        for before in range(
            times - 2, max(times - FEW, -1), -1
        ):  # in one sentence the subject counts, not a later "his"
            if sentence[seen[before].token] != sentence[last.token]:
                break
            if seen[before].subject > last.subject:
                last = seen[before]
        return last, times

    def of(self, member: Member, head: Token, *, speaking: bool, governor: int = NONE) -> float | None:
        """How near a member is to a pronoun, in sentences below zero; None if it was not mentioned before.

        `governor` is the token of the subject that governs the pronoun's clause.
        """
        place = head.i
        found = self.last_seen(member, place)
        if found is None:
            return None
        last, times = found
        layout = self.layout
        score = float(layout.sentence[last.token] - layout.sentence[place])
        score += PARAGRAPH * min(layout.paragraph[place] - layout.paragraph[last.token], 2)
        score += SUBJECT * last.subject - last.aside + GOVERNS * (last.token == governor)
        if member.kind is Kind.PERSON:
            score += UNNAMED * (not member.named) + OFTEN * math.log(times)
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


def governor_of(head: Token) -> int:
    """The token of the subject that governs a pronoun's clause from above; -1 if there is none."""
    verb = head.head
    while verb.head != verb:
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            for child in verb.children:
                if child.dep_ in SUBJECTS and child.i < head.i:
                    return int(child.i)
    return NONE


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
