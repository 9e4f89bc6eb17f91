"""Who can act in a report: words -> parties, by the names found in it or by a description ("Chinese officials").

A party needs a known actor or a described group of one: what resolves to nobody is no party.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.model import Actor, ActorKind, Name, Party
from foreigndesk.reading.events import clauses, grammar, paths
from foreigndesk.reading.events.naming import phrase_of
from foreigndesk.reading.events.referents import PERSONAL, PRONOUNS, THINGS, means_several, pair_before, referents
from foreigndesk.reading.events.strangers import LOCAL_SECTORS, Strangers

OF_ANOTHER = frozenset({"counterpart", "ally", "rival", "opponent", "enemy", "critic", "neighbour", "neighbor"})
# Nouns that stand for a state only where it is told which.
ANY_STATE = frozenset({"country", "nation", "state", "republic"})
SERVING = frozenset({"working", "acting", "serving", "loyal"})
# Entities that do nothing themselves, whatever stands as their verb.
NO_ACTORS = frozenset(
    {"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "MONEY", "LANGUAGE"}
)
FORMER = frozenset({"former", "ex", "ex-", "retired", "onetime", "late"})


class Cast(Strangers):
    """The parties of one report; its answers depend on the report's names and the day of publication."""

    def __init__(self, doc: Doc, names: Sequence[Name], actors: Actors, day: dt.date | None) -> None:
        """Lay the names over the words they cover."""
        super().__init__(doc, names, actors, day)
        self.found: dict[int, Party | None] = {}

    def party(self, token: Token) -> Party | None:
        """Who a noun names or describes; None for what is no actor or nobody known."""
        if token.i not in self.found:
            self.found[token.i] = None  # a chain of pronouns that leads back to itself ends here
            self.found[token.i] = self.find_party(token)
        return self.found[token.i]

    def find_party(self, token: Token) -> Party | None:
        """The party of a noun, not remembered."""
        if token.lower_ in PRONOUNS:
            meant = next((word for word in referents(token) if self.fits(token, word)), None)
            if meant is None or self.is_rivalled(token, meant):
                return None
            return self.at(token, self.party(meant))
        actor = self.actor_at(token)
        if actor is not None:
            return self.known(actor, token)
        counted = paths.counted(token)[1:]
        return next((party for word in counted if (party := self.party(word))), None) or self.described(token)

    def fits(self, pronoun: Token, word: Token) -> bool:
        """Whether a pronoun can stand for a word: he and she for people, it for what is no person, they for anybody.

        The nearest word that fits is meant, known or not: one further back would be a guess.
        """
        kinds = self.kinds(word)
        people = "person" in kinds or (word.pos_ == "NOUN" and "spoken" in kinds)
        if pronoun.lower_ in PERSONAL:
            gender = gender_of(self.name_at(word)) if people else None
            return people and gender in {None, "f" if pronoun.lower_ in {"she", "her"} else "m"}
        many = word.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in word.children)
        if pronoun.lower_ in THINGS:
            return "party" in kinds and "person" not in kinds and not many
        return "party" in kinds and (many or "person" not in kinds)

    def is_rivalled(self, pronoun: Token, meant: Token) -> bool:
        """Whether "its" may as well stand for a state named between: "an embargo on Chad after its raid"."""
        if pronoun.lower_ not in THINGS or pronoun.dep_ != "poss" or meant.i > pronoun.i:
            return False
        between = (word for word in self.doc[meant.i + 1 : pronoun.i] if "state" in self.kinds(word))
        return any(word.dep_ not in grammar.MODIFIERS and not self.same_name(word, meant) for word in between)

    @staticmethod
    def at(token: Token, party: Party | None) -> Party | None:
        """The party that a pronoun stands for: at its own words if they stand in the sentence, else at the pronoun."""
        if party is None or party.start >= token.sent.start_char:
            return party
        return replace(party, start=token.idx, end=token.idx + len(token))

    def parties(self, tokens: Sequence[Token]) -> tuple[Party, ...]:
        """The parties of some nouns, each once; "they" and "the two" stand for all they are said of."""
        found: list[Party] = []
        for token in tokens:
            stood_for = grammar.conjoined(pair_before(token)) if means_several(token) else []
            several = [party for word in stood_for if (party := self.party(word))]
            one = self.party(token)
            if one is None and token.dep_ == "appos":  # "France and Italy, the states that trained them"
                several = [party for word in grammar.conjoined([token.head]) if (party := self.party(word))]
                one = several[0] if several else None
            for party in several if len(several) > 1 else [one, *self.of_other_states(token, one)] if one else []:
                if not any(same_party(party, other) for other in found):
                    found.append(party)
        return tuple(found)

    def of_other_states(self, token: Token, one: Party) -> Iterator[Party]:
        """For people of several states ("officials from Norway and Chad"): the parties beside the first."""
        if one.actor is not None or token.tag_ not in {"NNS", "NNPS"}:
            return
        owners = (child for child in self.owners(token, one.sector or "") if self.actor_at(child) is not None)
        for other in grammar.conjoined(list(owners)[:1]):
            actor = self.actor_at(other)
            if actor is not None and actor.country != one.country:
                known = self.known(actor, other)
                yield replace(one, code=known.code, country=known.country)

    def known(self, actor: Actor, token: Token) -> Party:
        """The party of a known actor; of a person the state and sector of the post held on the report's day."""
        name = self.named.get(token.i)
        start, end = (name.start, name.end) if name is not None else (token.idx, token.idx + len(token))
        country, sector, code = actor.country, actor.sector, None
        if actor.kind is ActorKind.PERSON:
            country, sector = self.standing(actor)
            post = actor.post_on(self.day)
            if post is not None and post.country is None and post.body is not None:
                country, code = None, self.actors.entity_code(post.body)  # the secretary general is the organisation's
        if actor.kind is ActorKind.STATE:
            country, sector = country or actor.id, None
        if sector in {"IGO", "NGO"}:
            sector = None  # the entity code says it
        return Party(code or self.entity_code(actor, country), sector, actor.name, actor.id, start, end, country)

    def entity_code(self, actor: Actor, country: str | None) -> str | None:
        """The PLOVER entity code: a state's alpha-3, else UNO, EUR, IGO, NGO, ... (PLOVER 1.3, 5.1)."""
        code = self.actors.entity_code(actor.id) if actor.kind is not ActorKind.PERSON else None
        return code or country or {ActorKind.ORGANISATION: "IGO", ActorKind.GROUP: "IMG"}.get(actor.kind)

    def standing(self, person: Actor) -> tuple[str | None, str | None]:
        """Country and sector of a person on the report's day: of the post held, ELI after the last, none before it."""
        post = person.post_on(self.day)
        if post is not None:
            return post.country, post.sector or person.sector
        day = self.day.isoformat() if self.day is not None else ""
        if any(held.until is not None and held.until < day for held in person.posts):
            return person.country, "ELI"
        return person.country, None if person.posts else person.sector

    def described(self, token: Token) -> Party | None:
        """The party of a described group or unknown person: a noun with a sector, and the state or body it is of."""
        role = self.role_of(token)
        if role is None:
            return None
        noun, sector = role
        owner = self.owner_of(token, sector) or (self.owner_of(noun, sector) if noun != token else None)
        if owner is None:
            return None
        if any(word.lower_ in FORMER for word in grammar.modifiers(token)) and sector == "GOV":
            sector = "ELI"
        start, end = with_name(token, phrase_of(token))
        known = self.known(owner, token)
        if owner.kind is ActorKind.BODY and sector == "GOV" and owner.sector:
            sector = owner.sector
        return Party(known.code, sector, self.text[start:end], None, start, end, known.country)

    def owner_of(self, token: Token, sector: str) -> Actor | None:
        """The state, body or person whose somebody is: by a modifier, else by "of", "from", for locals also "in"."""
        owners = list(self.owners(token, sector))
        for child in owners:
            actor = self.actor_at(child)
            if actor is not None:
                return actor
        # "his government", "its troops"; but not "their counterparts", who are another's
        meant = [party for child in owners if child.lower_ in PRONOUNS and (party := self.party(child)) is not None]
        if not meant or meant[0].actor is None or token.lemma_.lower() in OF_ANOTHER:
            return None
        return self.actors.get(meant[0].actor)

    def owners(self, token: Token, sector: str) -> Iterator[Token]:
        """The words that may name the owner, nearest first."""
        for child in token.children:
            if child.dep_ == "poss":
                # "Zambia's president, whose government": whose the noun before is
                yield from self.owners(token.head.head, sector) if child.lower_ == "whose" else (child,)
            elif child.dep_ == "amod" and child.lower_ == "led":  # "U.S.-led troops"
                yield from (word for word in child.children if word.dep_ in {"npadvmod", "compound", "nmod"})
            elif child.dep_ in {"acl", "amod"} and child.lower_ in SERVING:  # "hackers working for North Korea"
                for word in (word for to in ("for", "to") for word in grammar.behind(child, to)):
                    yield word
                    yield from grammar.modifiers(word)
        yield from reversed(list(grammar.modifiers(token)))
        for preposition in ("of", "from", "for", *(("in",) if sector in LOCAL_SECTORS else ())):
            for noun in grammar.behind(token, preposition):
                yield noun
                yield from (child for child in noun.children if child.dep_ in {"poss", *grammar.MODIFIERS})
                if preposition == "in":
                    yield from grammar.behind(noun, "of")

    def holder(self, token: Token, prepositions: Sequence[str]) -> Party | None:
        """Whose a thing is that is no party itself: "the Israeli decision", "goods from China", "a base in Syria"."""
        for child in (*(c for c in token.children if c.dep_ == "poss"), *reversed(list(grammar.modifiers(token)))):
            actor = self.actor_at(child)
            if actor is not None:
                return self.belonging(actor, token)
            party = self.party(child) if child.dep_ == "poss" else None
            if party is not None:
                return party
        by = [noun for child in token.children if child.dep_ == "acl" for noun in clauses.agents(child)]
        for noun in by:  # "rockets fired by Hezbollah"
            party = self.party(noun)
            if party is not None:
                return party
        for preposition in prepositions:
            for noun in grammar.behind(token, preposition):
                party = self.party(noun) or (self.holder(noun, ()) if preposition in {"of", "on"} else None)
                if party is not None:
                    return party
        return None

    def stranger(self, token: Token) -> Party | None:
        """Somebody nobody is known of who can act: a person, a body, people of some sector, no place and no thing."""
        if token.lower_ in PRONOUNS:
            meant = next((word for word in referents(token) if self.fits(token, word)), None)
            return self.at(token, self.stranger(meant)) if meant is not None and meant != token else None
        if token.i in self.datelines or token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() in ANY_STATE:
            return None
        for word in reversed(paths.counted(token)):
            if "party" in self.kinds(word) or self.role_of(word) is not None:
                return self.somebody(word)
            if word.pos_ == "PROPN" and word.ent_type_ not in NO_ACTORS:
                start, end = phrase_of(word)
                return Party(None, None, self.text[start:end], None, start, end)
        return None

    def belonging(self, actor: Actor, token: Token) -> Party:
        """The party a thing belongs to, at the words that name the thing."""
        start, end = phrase_of(token)
        known = self.known(actor, token)
        return Party(known.code, known.sector, actor.name, actor.id, start, end, known.country)


def with_name(token: Token, span: tuple[int, int]) -> tuple[int, int]:
    """The offsets of somebody's description with the name told right behind it ("his Iranian counterpart, Ali Rad")."""
    named = next((child for child in token.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"), None)
    return span if named is None or named.pos_ != "PROPN" else (span[0], named.idx + len(named))


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same: the same known actor, else the same code, sector and words."""
    if one.actor is not None or other.actor is not None:
        return one.actor == other.actor
    return (one.code, one.sector, one.name.lower()) == (other.code, other.sector, other.name.lower())
