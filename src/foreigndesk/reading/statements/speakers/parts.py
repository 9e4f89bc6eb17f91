"""Some of many and several as one: "one of the officials", "a third", "Lund and Petrov"."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.statements.phrases import object_of, phrase_span, short_text
from foreigndesk.reading.statements.speakers.descriptions import COUNTS, QUANTIFIERS
from foreigndesk.reading.statements.speakers.member import Kind, Member

PARTS = QUANTIFIERS | frozenset("one another second third fourth fifth other latter".split())
ONE_MORE = frozenset("another second third fourth fifth other one".split())


def whole_of(token: Token) -> Token | None:
    """The noun of the many that a word picks some of: "one of the officials"; None if it does not."""
    if token.lower_ not in PARTS:
        return None
    nouns = (object_of(child) for child in token.rights if child.dep_ == "prep" and child.lower_ == "of")
    return next((noun for noun in nouns if noun is not None), None)


def is_one_more(token: Token) -> bool:
    """Whether a word stands for one more of those told of last: "Another said", "a third", "a retired one"."""
    if token.lower_ not in ONE_MORE or token.dep_ not in {"nsubj", "nsubjpass", "pobj", "ROOT"}:
        return False
    if token.lower_ == "one":  # "one" alone is anybody
        return any(child.dep_ in {"amod", "det"} for child in token.lefts)
    return not any(child.dep_ in {"prep", "compound"} for child in token.children)


def some_of(token: Token, whole: Token, many: Member) -> Member:
    """Some of many, who are of their kind and country."""
    count = COUNTS.get(token.lower_, 1 if token.lower_ in ONE_MORE else None)
    name = f"{token.text} of {many.name}" if whole.pos_ == "PRON" else short_text(token)
    member = like(many, name, token)
    member.count, member.plural = count, count != 1
    return member


def one_more(token: Token, last: Member) -> Member:
    """One more of the kind told of last, by its noun and the new words: "third senator", "retired general"."""
    words = last.name if token.lower_ == "another" else last.noun or last.name
    before = [t.text for t in token.lefts if t.dep_ == "amod"]
    before += [token.text] if token.lower_ in ONE_MORE - {"one"} else []
    member = like(last, " ".join([*before, words]), token)
    member.count, member.plural = 1, False
    return member


def like(many: Member, name: str, token: Token) -> Member:
    """Somebody new of the same description."""
    kind = Kind.PERSON if many.kind is Kind.PEOPLE else many.kind
    member = Member(
        name, kind, country=many.country, noun=many.noun or "member", intro=phrase_span(token), definite=False
    )
    member.is_media = many.is_media
    member.words |= many.words
    member.roles |= many.roles
    member.called |= many.called
    return member


def joined(token: Token) -> list[Token]:
    """A word and those that "and" joins to it."""
    found = [token]
    while True:
        last = found[-1]
        links = [child for child in last.rights if child.dep_ == "conj"]
        ands = [child for child in last.rights if child.dep_ == "cc"]
        if len(links) != 1 or any(child.lower_ not in {"and", "&"} for child in ands):
            return found
        found.append(links[0])


def together(parts: list[Member]) -> Member:
    """Several as one speaker; known by the first of them."""
    first = parts[0]
    countries = {part.country for part in parts if part.country}  # "American officials and analysts"
    return Member(
        " and ".join(part.name for part in parts),
        first.kind,
        actor=first.actor,
        country=next(iter(countries)) if len(countries) == 1 else None,
        plural=True,
        is_media=first.is_media,
        is_people=first.is_people,
        noun=first.noun,
        count=first.count,
        definite=first.definite,
        parts=tuple(parts),
    )
