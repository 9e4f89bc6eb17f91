"""Names beside descriptions: "the envoy, Ada Lund", "its spokesman, Ada Lund", "the newspaper Aftonbladet"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Manner, NounKind
from foreigndesk.reading.statements.layout import Layout
from foreigndesk.reading.statements.phrases import PLURAL, country_said
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.descriptions import describe, noun_of
from foreigndesk.reading.statements.speakers.meaning import Meaning, Roster
from foreigndesk.reading.statements.speakers.member import Kind, Member, person


class Appositions:
    """Reads who is named beside a description, and what that tells of either."""

    def __init__(self, layout: Layout, cast: Named, roster: Roster, meaning: Callable[[Token], Meaning]) -> None:
        """Share what the reading of the report fills; `meaning` tells whom any other word means."""
        self.layout, self.named, self.roster, self.meaning = layout, cast, roster, meaning

    def beside(self, token: Token) -> Member | None:
        """Who is named in apposition to a noun: "the envoy, Ada Lund", "the newspaper Aftonbladet"."""
        known = noun_of(token)
        if token.tag_ in PLURAL or (known is not None and known.kind in {NounKind.PEOPLE, NounKind.DOCUMENT}):
            return None
        wanted = Kind.BODY if known is not None and known.kind is not NounKind.PERSON else Kind.PERSON
        around = [child for child in token.children if child.dep_ in {"appos", "nsubj"}]
        around += [t for child in token.rights if child.dep_ == "prep" for t in child.subtree if t.dep_ == "appos"]
        if token.dep_ == "appos":
            around.append(token.head)
        is_media = known is not None and known.kind is NounKind.MEDIA
        if is_media:
            around += [child for child in token.lefts if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN"]
        for other in around:
            member = self.named.at.get(other.i) or (self.unknown_name(other) if other.pos_ == "PROPN" else None)
            if member is not None and is_media and member.actor is None:
                member.kind, member.is_media = Kind.BODY, True
            if member is not None and member.kind is wanted:
                member.is_media = member.is_media or is_media
                member.country = member.country or country_said(token, self.named.countries)
                return member
        return None

    def unknown_name(self, token: Token) -> Member | None:
        """Whom two capitalised words name that no rule for names found; None if they do not look like a name."""
        run = capitals(token)
        if len(run) < 2 or token.i in self.named.at:
            return None
        known = noun_of(token)
        is_body = known is not None and known.kind is NounKind.BODY
        member = self.named.add(token, run[0].i, Kind.BODY if is_body else Kind.PERSON)
        self.roster.add(member)
        return member

    def learn_owner(self, token: Token, member: Member) -> None:
        """Whose a named person or body is by the noun beside the name: "its spokesman, Ada Lund"."""
        owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
        if owner is None or member.country is not None:
            return
        whose = self.meaning(owner).member
        if whose is not None and whose.kind in {Kind.BODY, Kind.STATE}:
            member.country = whose.country
            if member.is_mouthpiece and owner.pos_ == "PRON":
                member.speaks_for = whose.name

    def reveal(self, token: Token, member: Member) -> None:
        """Those described alike before a name came are the one named now: "a negotiator", "the negotiator, X"."""
        if not any(child.lower_ == "the" for child in token.children):
            return
        said = describe(token, self.named)
        if said.known is not None and said.known.manner is Manner.INSIDER:
            return  # who speaks without a name is not given one
        first = member.mentions[0].token if member.mentions else token.i
        for other in self.roster.by_word.get(said.noun, ()):
            if (
                other.noun == said.noun
                and said.words <= other.words | {other.country}
                and person(other)
                and other.revealed is None
                and other.intro is not None
                and other.intro.start < self.layout.tokens[min(first, token.i)].idx
                and compatible(other.country, member.country)
                and compatible(other.gender, member.gender)
            ):
                other.revealed = member
                member.country = member.country or other.country


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two things told may be the same: they are, or one of them is not told."""
    return one is None or other is None or one == other


def capitals(token: Token) -> list[Token]:
    """The capitalised words that end with a name's last word: "Grethe Vestermark-Lund"."""
    doc = token.doc
    first = token.i
    while first > token.left_edge.i and (doc[first - 1].pos_ == "PROPN" or doc[first - 1].text == "-"):
        first -= 1
    return [word for word in doc[first : token.i + 1] if word.text[:1].isupper()]
