"""The cast of a report: every person, body and unnamed speaker in it, with what the report says of them.

A pronoun or "the former spy chief" is resolved to a member of the cast.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import ActorKind, Name, Span
from foreigndesk.reading.names import full_name
from foreigndesk.reading.statements.grammar import SUBJECTS, tokens_in

MALE_TITLES = frozenset({"mr.", "mr", "sir", "lord", "king", "prince", "chairman", "spokesman", "congressman"})
FEMALE_TITLES = frozenset(
    {"mrs.", "mrs", "ms.", "ms", "lady", "queen", "princess", "chairwoman", "spokeswoman", "congresswoman", "madam"}
)
# Whoever holds one of these may be called "the official" afterwards.
OFFICES = frozenset(
    "secretary minister director ambassador adviser advisor spokesman spokeswoman spokesperson chief envoy deputy "
    "commander general admiral governor mayor diplomat negotiator commissioner attorney prosecutor".split()
)
DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(slots=True)
class Member:
    """One of the cast: display name, known actor, what kind, and the words that describe it in this report."""

    name: str
    actor: str | None
    country: str | None
    kind: str  # person, body, state, unnamed (somebody) or thing
    post: str | None = None
    gender: str | None = None
    plural: bool = False
    is_media: bool = False
    words: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    as_subject: set[int] = field(default_factory=set)

    def last_before(self, place: int, hidden: Sequence[Span] = ()) -> int | None:
        """Where it was last mentioned before a place in the text, outside the hidden spans; None if it was not."""
        seen = (at for at in self.places if at < place and not any(s.start <= at < s.end for s in hidden))
        return max(seen, default=None)


def read_cast(doc: Doc, names: Sequence[Name], actors: Actors, day: dt.date | None) -> dict[str, Member]:
    """Everybody named in a report, by display name, in order of first mention."""
    cast: dict[str, Member] = {}
    for name in names:
        tokens = tokens_in(doc, Span(name.start, name.end))
        if not tokens:
            continue
        head = max(tokens, key=lambda token: sum(1 for _ in token.subtree))
        display = display_name(name, names, actors)
        member = cast.setdefault(display, new_member(display, name, actors, day))
        member.places.append(name.start)
        if head.dep_ in SUBJECTS:
            member.as_subject.add(name.start)
        if member.kind == "person":
            describe(member, head, tokens)
    return cast


def display_name(name: Name, names: Sequence[Name], actors: Actors) -> str:
    """The name to show: the known actor's, else the fullest form the report prints."""
    actor = actors.get(name.actor) if name.actor else None
    return actor.name if actor else full_name(name, names)


def new_member(display: str, name: Name, actors: Actors, day: dt.date | None) -> Member:
    """A member as it is first met; a known person brings country, post and the words of the post."""
    actor = actors.get(name.actor) if name.actor else None
    if actor is None:
        return Member(display, None, None, "person" if name.kind == "person" else "body")
    if actor.kind is not ActorKind.PERSON:
        kind = "state" if actor.kind is ActorKind.STATE else "body"
        return Member(display, actor.id, actor.country, kind, is_media=actor.kind is ActorKind.MEDIA)
    post = actor.post_on(day)
    member = Member(display, actor.id, actor.country, "person", post.title if post else None)
    if actor.posts:
        member.words.add("official")
    for held in actor.posts:
        member.words.update(held.title.lower().replace(",", " ").split())
    return member


def describe(member: Member, head: Token, tokens: list[Token]) -> None:
    """Learn a person's gender from the title before the name, and what describes them: titles, appositions."""
    inside = {token.i for token in tokens}
    before = head.doc[tokens[0].i - 1] if tokens[0].i else None
    for token in (*tokens, *([before] if before is not None else [])):
        if token.lower_ in MALE_TITLES:
            member.gender = "m"
        elif token.lower_ in FEMALE_TITLES:
            member.gender = "f"
    described: list[Token] = []
    for child in head.children:
        if child.i not in inside and child.dep_ in {"compound", "appos", "amod", "nmod"}:
            described += child.subtree
    if head.dep_ in {"appos", "nsubj"} and head.head.pos_ in {"NOUN", "PROPN"}:
        described += [head.head, *(t for c in head.head.children if c.dep_ in {"compound", "amod"} for t in c.subtree)]
    if head.dep_ in SUBJECTS and head.head.lemma_ == "be":
        described += [t for c in head.head.children if c.dep_ == "attr" for t in c.subtree]
    member.words.update(t.lemma_.lower() for t in described if t.pos_ in DESCRIBING and t.i not in inside)
    if member.words & OFFICES:
        member.words.add("official")
