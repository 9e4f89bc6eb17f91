"""Who can act in a report: words -> parties, by the names found in it or by a description ("Chinese officials").

A party needs a known actor or a described group of one: what resolves to nobody is no party.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.codebook import load_nouns
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.model import Actor, ActorKind, Name, Party
from foreigndesk.reading.events import clauses, grammar, paths
from foreigndesk.reading.events.naming import Naming, phrase_of
from foreigndesk.reading.events.referents import PERSONAL, PRONOUNS, THINGS, means_several, pair_before, referents

# Sectors whose members are found where they live or sit: "the police in Minsk", but not "the troops in Ukraine".
LOCAL_SECTORS = frozenset({"COP", "CVL", "JUD", "OPP", "JRN", "EDU", "LAB", "MED", "AGR", "REL", "REF", "LEG", "GOV"})
SERVING = frozenset({"working", "acting", "serving", "loyal"})
FORMER = frozenset({"former", "ex", "ex-", "retired", "onetime", "late"})


class Cast(Naming):
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
        """A party at the words of a pronoun that stands for it."""
        return replace(party, start=token.idx, end=token.idx + len(token)) if party is not None else None

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
        start, end = phrase_of(token)
        known = self.known(owner, token)
        if owner.kind is ActorKind.BODY and sector == "GOV" and owner.sector:
            sector = owner.sector
        return Party(known.code, sector, self.doc.text[start:end], None, start, end, known.country)

    def local(self, token: Token, country: str) -> Party | None:
        """The party of people of no printed nationality, by the country that their deed is set in."""
        for word in (*reversed(paths.counted(token)), *(child for child in token.children if child.dep_ == "appos")):
            sector = self.sector_at(word)
            if sector in LOCAL_SECTORS and word.i not in self.named:
                start, end = phrase_of(token)
                return Party(country, sector, self.doc.text[start:end], None, start, end, country)
        return None

    def role_of(self, token: Token) -> tuple[Token, str] | None:
        """The noun that says what somebody is, with its sector: the noun itself, its title or its apposition."""
        person = token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and self.sector_at(token) is None)
        places = [] if person else [token]
        places += grammar.modifiers(token) if person else []
        places += [child for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "appos" and person:
            places.append(token.head)
        for place in places:
            sector = self.sector_at(place)
            if sector is not None:
                return place, sector
        return None

    def owner_of(self, token: Token, sector: str) -> Actor | None:
        """The state, body or person whose somebody is: by a modifier, else by "of", "from", for locals also "in"."""
        for child in self.owners(token, sector):
            actor = self.actor_at(child)
            if actor is not None:
                return actor
        return None

    def owners(self, token: Token, sector: str) -> Iterator[Token]:
        """The words that may name the owner, nearest first."""
        for child in token.children:
            if child.dep_ == "poss":
                # "Zambia's president, whose government": whose the noun before is
                yield from self.owners(token.head.head, sector) if child.lower_ == "whose" else (child,)
            elif child.dep_ == "amod" and child.lower_ == "led":  # "U.S.-led troops"
                yield from (word for word in child.children if word.dep_ in {"npadvmod", "compound", "nmod"})
            elif child.dep_ == "acl" and child.lower_ in SERVING:  # "hackers working for North Korea"
                yield from (word for to in ("for", "to") for word in grammar.behind(child, to))
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

    def somebody(self, token: Token) -> Party | None:
        """Somebody nobody is known of: a name without an actor, or a group of no state ("around 20,000 civilians").

        Good enough for whom something is done to, not for who does it.
        """
        for word in reversed(paths.counted(token)):
            sector, name = self.sector_at(word), self.named.get(word.i)
            if name is not None and "place" in self.kinds(word) and "party" not in self.kinds(word):
                continue  # a town that no table knows is where it was done
            if name is None and word.lemma_.lower() in load_nouns()["missile"]:
                continue  # somebody's gear, and nobody's own
            if sector is None and name is None and not any(child.i in self.named for child in grammar.modifiers(word)):
                continue
            start, end = (name.start, name.end) if name is not None else phrase_of(word)
            printed = name.restored if name is not None and name.restored else self.doc.text[start:end]
            return Party(None, sector, printed, None, start, end)
        return next((party for word in grammar.behind(token, "of") if (party := self.somebody(word))), None)

    def belonging(self, actor: Actor, token: Token) -> Party:
        """The party a thing belongs to, at the words that name the thing."""
        start, end = phrase_of(token)
        known = self.known(actor, token)
        return Party(known.code, known.sector, actor.name, actor.id, start, end, known.country)


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same: the same known actor, else the same code, sector and words."""
    if one.actor is not None or other.actor is not None:
        return one.actor == other.actor
    return (one.code, one.sector, one.name.lower()) == (other.code, other.sector, other.name.lower())
