"""Whom "he", "they", "it" and "who" mean: the one nearest to mind whom they fit."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import Layout
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.descriptions import QUANTIFIERS, noun_of
from foreigndesk.reading.statements.speakers.meaning import Meaning, Roster
from foreigndesk.reading.statements.speakers.member import Kind, Member
from foreigndesk.reading.statements.speakers.salience import (
    CLOSE_CALL,
    FEW,
    HE,
    SHE,
    Salience,
    governor_of,
    same_clause,
)
from foreigndesk.reading.statements.speakers.saying import speaks

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
CLAUSES = frozenset({"relcl", "acl", "ccomp"})
SEVERAL_FIT = "more than one of this report could be meant"
LONG_AGO = "whom it is taken to mean was last spoken of several sentences before"
BODY_AS_THEY = 2.0  # sentences: "they" is rather several than one body
REACH = 3  # sentences back that an epithet or "it" looks
NEAR = 8  # words before a relative pronoun in which its noun is looked for, where the parse does not tell


def anybody(_: Member) -> bool:
    """Fits whoever."""
    return True


class Pronouns:
    """Resolves the pronouns of one report against what was read before them."""

    def __init__(self, layout: Layout, cast: Named, roster: Roster, salience: Salience) -> None:
        """Share what the reading of the report fills."""
        self.layout, self.named, self.roster, self.salience = layout, cast, roster, salience

    def meaning(self, token: Token) -> Meaning:
        """Whom a personal or possessive pronoun means."""
        word = token.lower_
        if word in HE | SHE:
            gender = "m" if word in HE else "f"
            return self.nearest(token, self.roster.people, lambda member: member.gender in {gender, None}, gender)
        if word in THEY:
            return self.nearest(token, self.roster.several)
        near = self.layout.sentence[token.i] - REACH
        return self.nearest(token, self.roster.things, lambda member: self.seen_since(member, near, token))

    def seen_since(self, member: Member, sentence: int, token: Token) -> bool:
        """Whether a member was mentioned before a token, in a sentence or behind it."""
        found = self.salience.last_seen(member, token.i)
        return found is not None and self.layout.sentence[found[0].token] >= sentence

    def nearest(
        self,
        token: Token,
        members: Iterable[Member],
        fits: Callable[[Member], bool] = anybody,
        gender: str | None = None,
    ) -> Meaning:
        """The fitting member that is nearest to mind."""
        speaking, governor = speaks(token), governor_of(token)
        best: Member | None = None
        first = second = -1000.0
        for member in members:
            if not member.mentions or not fits(member):
                continue
            score = self.salience.of(member, token, speaking=speaking, governor=governor)
            if score is None or self.is_other(token, member):
                continue
            if gender is None and not member.plural and token.lower_ in THEY:
                score -= BODY_AS_THEY
            if score > first:
                best, first, second = member, score, first
            elif score > second:
                second = score
        if best is None:
            why = f"nobody before “{token.text}” fits it"
            return Meaning(None, "pronoun", f"N{why[1:]}.", why)
        close = first - second < CLOSE_CALL
        if gender is not None and best.gender is None and not close:
            best.leaning += 1 if gender == "m" else -1
        why = f"“{token.text}” means {best.name}, the nearest before it whom it fits."
        return Meaning(best, "pronoun", why, SEVERAL_FIT if close else self.long_ago(token, best))

    def long_ago(self, token: Token, member: Member) -> str | None:
        """What is doubtful about a pronoun that looks far back."""
        found = self.salience.last_seen(member, token.i)
        far = found is not None and self.layout.sentence[token.i] - self.layout.sentence[found[0].token] > REACH
        return LONG_AGO if far else None

    def is_other(self, token: Token, member: Member) -> bool:
        """Whether a member stands beside a pronoun as another part of the same clause."""
        if token.dep_ in SUBJECTS and any(self.named.at.get(t.i) is member for t in arguments_behind(token)):
            return True
        sentence = self.layout.sentence[token.i]
        before = bisect.bisect_left(member.mentions, token.i, key=lambda mention: mention.token)
        for mention in reversed(member.mentions[max(before - FEW, 0) : before]):
            if self.layout.sentence[mention.token] != sentence:
                return False
            if same_clause(token, self.layout.tokens[mention.token]):
                return True
        return False

    def antecedent(self, token: Token, clause: Token) -> Token | None:
        """The noun that the clause of "who" or "which" describes: of "who" a person; None if there is none."""
        fits = self.is_person if token.lower_.startswith("who") else is_thing
        noun = above(clause.head, fits)
        if not fits(noun):
            noun = next((t for t in reversed(self.layout.tokens[max(token.i - NEAR, 0) : token.i]) if fits(t)), noun)
        return None if noun == token or noun.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} else noun

    def is_person(self, token: Token) -> bool:
        """Whether a word names or describes persons."""
        member = self.named.at.get(token.i)
        if member is not None:
            return member.kind in {Kind.PERSON, Kind.PEOPLE}
        known = noun_of(token)
        if known is not None:
            return known.kind in {NounKind.PERSON, NounKind.PEOPLE}
        return token.lower_ in QUANTIFIERS or token.pos_ == "PRON"


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a relative pronoun opens; None if it opens none."""
    verb = token.head
    for _ in range(3):  # "whose aides said": possessor, subject, verb
        if verb.dep_ in CLAUSES and verb.head.i < token.i:
            return verb
        verb = verb.head
    return None


def above(noun: Token, fits: Callable[[Token], bool]) -> Token:
    """The nearest word that fits, from a noun upwards: not the institute that somebody heads, nor the day."""
    token = noun
    while not fits(token):
        head = token.head
        if head == token or token.dep_ in {"ROOT", *SUBJECTS, "dobj", "ccomp", "advcl", "parataxis"}:
            return noun
        token = head
    return token


def is_thing(token: Token) -> bool:
    """Whether a word can be what "which" means: a noun, and no date."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and token.ent_type_ not in {"DATE", "TIME"}


def arguments_behind(subject: Token) -> Iterator[Token]:
    """What a subject's verb governs behind it: whom "he" told, called or met is not he."""
    for child in subject.head.children:
        if child.i > subject.i:
            if child.dep_ in {"dobj", "dative", "attr"}:
                yield child
            elif child.dep_ == "prep":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
