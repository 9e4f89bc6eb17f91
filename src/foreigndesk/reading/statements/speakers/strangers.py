"""Somebody described and not named: a new member of the cast, with what the description tells."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind
from foreigndesk.reading.statements.phrases import is_mouthpiece, object_of, phrase_span, roles_of, spoken_for
from foreigndesk.reading.statements.speakers.descriptions import Description
from foreigndesk.reading.statements.speakers.meaning import Meaning, Roster
from foreigndesk.reading.statements.speakers.member import Kind, Member
from foreigndesk.reading.statements.speakers.pronouns import REACH, Pronouns

SPEAKS_FOR_LAST = "taken to speak for the body this report named last"


class Strangers:
    """Makes new members of the cast out of the descriptions of one report."""

    def __init__(self, roster: Roster, pronouns: Pronouns, meaning: Callable[[Token], Meaning]) -> None:
        """Share what the reading of the report fills; `meaning` tells whom any other word means."""
        self.roster, self.pronouns, self.meaning_of = roster, pronouns, meaning

    def stranger(self, said: Description) -> Member:
        """Somebody described and not named; the same bare plural ("analysts") is the same again."""
        owner = self.meaning_of(said.owner).member if said.owner is not None else None
        name = said.text
        if owner is not None and said.owner is not None and said.owner.pos_ == "PRON" and owner.kind is not Kind.THING:
            name = f"{owner.name}’s {name.split(' ', 1)[-1]}"  # "Its envoy" -> "Iran's envoy"
        if said.plural and name in self.roster.by_name:
            return self.roster.by_name[name]
        if said.known is None and is_name(said.head):
            return self.nameless(said)
        member = Member(
            name,
            said.kind,
            country=said.country,
            plural=said.plural,
            is_media=said.known is not None and said.known.kind is NounKind.MEDIA,
            noun=said.noun,
            intro=phrase_span(said.head),
            count=said.count,
            definite=said.definite,
            is_mouthpiece=is_mouthpiece(said.head),
            roles=roles_of(said.head),
        )
        if owner is not None and owner.kind in {Kind.BODY, Kind.STATE}:
            member.country = member.country or owner.country
        if member.is_mouthpiece:
            self.give_body(member, said)
        elif said.known is not None and said.known.kind in {NounKind.DOCUMENT, NounKind.MEDIA}:
            author = owner or self.author(said.head)
            if author is not None and author.kind is not Kind.THING:
                member.name, member.actor, member.country = author.name, author.actor, author.country
        member.call([said.noun])
        member.words |= said.words
        self.roster.add(member)
        return member

    def nameless(self, said: Description) -> Member:
        """Whom a capitalised word names that no rule for names found: a body with an article, else a person."""
        kind = Kind.BODY if said.definite or said.plural else Kind.PERSON
        member = Member(said.text, kind, country=said.country, words=set(said.words))
        member.call([said.noun])
        self.roster.add(member)
        return member

    def give_body(self, member: Member, said: Description) -> None:
        """Whom a spokesperson without a name speaks for: the body told of, else the one named last."""
        spoken = spoken_for(said.head)
        if spoken is not None:
            member.speaks_for = spoken[1]
            body = self.meaning_of(spoken[0]).member
            if spoken[0].pos_ == "PRON" and body is not None:
                member.speaks_for = body.name
        else:
            near = self.pronouns.layout.sentence[said.head.i] - REACH
            found = self.pronouns.nearest(
                said.head,
                self.roster.things,
                lambda body: body.kind is Kind.BODY and self.pronouns.seen_since(body, near, said.head),
            )
            body, member.doubt = found.member, SPEAKS_FOR_LAST
            member.speaks_for = body.name if body is not None else None
        if body is not None:
            member.name, member.actor = body.name, body.actor
            member.country = body.country or member.country
            member.roles |= body.roles

    def author(self, head: Token) -> Member | None:
        """Who wrote a document: "a post by the adviser"."""
        nouns = (object_of(child) for child in head.rights if child.dep_ == "prep" and child.lower_ == "by")
        return next((self.meaning_of(noun).member for noun in nouns if noun is not None), None)


def is_name(head: Token) -> bool:
    """Whether a word is a name by its form."""
    return head.pos_ == "PROPN" and head.text[:1].isupper() and any(letter.islower() for letter in head.text)
