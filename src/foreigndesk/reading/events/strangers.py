"""People and bodies that no table knows: described by what they are, by whose thing is meant, or by where they live."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.lexicon.codebook import load_nouns
from foreigndesk.lexicon.places import load_gazetteer
from foreigndesk.model import Party
from foreigndesk.reading.events import grammar, paths
from foreigndesk.reading.events.naming import Naming, phrase_of

# Sectors whose members are found where they live or sit: "the police in Minsk", but not "the troops in Ukraine".
LOCAL_SECTORS = frozenset({"COP", "CVL", "JUD", "OPP", "JRN", "EDU", "LAB", "MED", "AGR", "REL", "REF", "LEG", "GOV"})
# Sectors that act in public: for a state, against one, or for many.
ACTS_IN_PUBLIC = frozenset("GOV MIL COP SPY LEG JUD OPP REB PRM UAF PTY LAB ELI".split())


class Strangers(Naming):
    """The parties of one report whom only its own words make parties: without a code, or with that of a place."""

    def role_of(self, token: Token) -> tuple[Token, str] | None:
        """The noun that says what somebody is, with its sector: the noun itself, its title or its apposition."""
        person = token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and self.sector_at(token) is None)
        places = [] if person else [token]
        places += grammar.modifiers(token) if person else []
        places += [child for child in token.children if child.dep_ == "appos"]
        if token.dep_ == "appos" and person:
            places.append(token.head)
        places += [token] if person else []
        for place in places:
            sector = self.sector_at(place)
            if sector is not None:
                return place, sector
        return None

    def somebody(self, token: Token) -> Party | None:
        """Somebody nobody is known of: a name without an actor, or a group of no state ("around 20,000 civilians")."""
        for word in reversed(paths.counted(token)):
            name, role = self.named.get(word.i), self.role_of(word)
            place = name is not None and "place" in self.kinds(word) and "party" not in self.kinds(word)
            if place and (role is None or role[0] == word):
                continue  # a town that no table knows is where it was done
            if name is None and word.lemma_.lower() in load_nouns()["missile"]:
                continue  # somebody's gear, and nobody's own
            if role is None and name is None and not any(child.i in self.named for child in grammar.modifiers(word)):
                continue
            start, end = (name.start, name.end) if name is not None else phrase_of(word)
            printed = name.restored if name is not None and name.restored else self.text[start:end]
            return Party(None, role[1] if role is not None else None, printed, None, start, end)
        return next((party for word in grammar.behind(token, "of") if (party := self.somebody(word))), None)

    def by_modifier(self, token: Token) -> Party | None:
        """Somebody nobody is known of whose thing a noun names: "an army camp", "the rebel stronghold"."""
        if token.pos_ != "NOUN":
            return None
        for word in grammar.modifiers(token):
            sector = self.sector_at(word)
            if sector in ACTS_IN_PUBLIC:
                start, end = phrase_of(token)
                return Party(None, sector, self.text[start:end], None, start, end)
        return None

    def place(self, token: Token) -> Party | None:
        """A place that is no actor, as what a deed is done to: "shelled the town of Bara"; its state is the party."""
        name = self.named.get(token.i)
        if name is None or name.actor is not None or "place" not in self.kinds(token):
            return None
        known = load_gazetteer().place(name.restored or name.printed, None, self.states)
        country = known.country if known is not None else None
        return Party(country, None, name.restored or name.printed, None, name.start, name.end, country)

    def local(self, token: Token, country: str) -> Party | None:
        """The party of people of no printed nationality, by the country that their deed is set in."""
        for word in (*reversed(paths.counted(token)), *(child for child in token.children if child.dep_ == "appos")):
            sector = self.sector_at(word)
            if sector in LOCAL_SECTORS and word.i not in self.named:
                start, end = phrase_of(token)
                return Party(country, sector, self.text[start:end], None, start, end, country)
        return None
