"""Whom a deed reaches where its trigger's own places name nobody: the nearest party below its object, clause or words.

"criticised a spate of arrests by the junta": the object names nobody, but what hangs on it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Party
from foreigndesk.reading.events import clauses, grammar
from foreigndesk.reading.events.cast import Cast, same_party
from foreigndesk.reading.events.deeds import Deed
from foreigndesk.reading.events.roles import AGAINST_PLACES, RolesFound

# What may lead on from a noun to whom it concerns; relative clauses tell something else.
LEADS_ON = frozenset(
    {"prep", "agent", "pobj", "poss", "appos", "dobj", "pcomp", "acl", "dative", "xcomp", "ccomp", "conj"}
)
# Prepositions of time and circumstance: what stands behind them has no part in the deed.
ASIDE = frozenset(
    "after before since until during while amid despite within because due throughout without as like following than "
    "pending via through including".split()
)
STARTS = (
    ("obj",), ("dative",), ("clause",), ("to",), ("against",), ("on",), ("for",), ("with",), ("between",), ("from",),
    ("over",), ("of",), ("into",), ("at",),
)  # fmt: skip
# Deeds done together: where several did them, nobody further off is a party.
TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"})
# Types in which forces are what is given rather than whom it is given to.
GIVES = frozenset({"AID", "COOPERATE", "MOBILIZE"})
# Nearer places only: who meets is told by "with", and what is freed or given back goes to somebody.
PATHS = {"CONSULT": (("with",), ("between",), ("to",)), "RETREAT": (("obj",), ("dative",), ("to",))}
FARTHEST = 8  # steps down to somebody known: "provided money to pay for aid for those displaced in Yemen" takes seven
NEAREST = 4  # steps down to somebody unknown, whom only the words near by make a party


def with_reached(deed: Deed, roles: RolesFound, cast: Cast) -> RolesFound:
    """The roles of a deed, with whom it reaches as recipients if it has none."""
    if roles.recipients or not roles.actors or (len(roles.actors) > 1 and deed.trigger.type in TOGETHER):
        return roles
    found = reached(deed, cast, (*roles.actors, *roles.via))
    return replace(roles, recipients=found, reached=bool(found))


def reached(deed: Deed, cast: Cast, others: Sequence[Party]) -> tuple[Party, ...]:
    """The nearest known party below a deed's object, clause or prepositions, `others` aside, else an unknown one.

    () if there is none at all.
    """
    if deed.trigger.type == "REQUEST":  # "demanded that the cabinet resign"
        asked = [word for clause in deed.walk(("clause",)) for word in clauses.subjects(clause)]
        strangers = [cast.stranger(word) for word in asked if cast.party(word) is None]
        found = without_kin([*cast.parties(asked), *filter(None, strangers)], others)
        if found:
            return found[:1]
    starts = [start for path in PATHS.get(deed.trigger.type, STARTS) for start in deed.walk(path)]
    if load_types()[deed.trigger.type].needs_recipient:  # help given in a state is given to it
        starts += deed.walk(("in",))
    for start in starts:
        for token in downwards(start, FARTHEST):
            party = cast.party(token)
            if party is not None and party.code is not None and without_kin([party], others):
                return without_kin(cast.parties(grammar.conjoined([token])), others)
    ways = (cast.stranger, cast.by_modifier, *((cast.place,) if deed.trigger.type in AGAINST_PLACES else ()))
    below = [token for start in starts for token in downwards(start, NEAREST) if cast.party(token) is None]
    unknown = [party for way in ways for token in below if (party := way(token)) is not None]
    given = deed.trigger.type in GIVES
    return without_kin([party for party in unknown if not (given and party.sector == "MIL")], others)[:1]


def without_kin(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Some parties less those that are others, or are of the same state or body."""
    return tuple(
        party
        for party in parties
        if not any(
            same_party(party, other) or (party.code is not None and party.code == other.code) for other in others
        )
    )


def downwards(start: Token, farthest: int) -> Iterator[Token]:
    """The nouns and modifiers below a word, nearest first, through what leads on to whom it concerns."""
    level = [start]
    for _ in range(farthest):
        yield from (token for token in level if token.pos_ in {"NOUN", "PROPN", "ADJ"})
        level = [child for token in level for child in token.children if leads_on(child)]
        if not level:
            return


def leads_on(child: Token) -> bool:
    """Whether a word leads on from the one it hangs on."""
    if child.dep_ in grammar.MODIFIERS:
        return not grammar.is_prefix(child)
    return child.dep_ in LEADS_ON and child.lower_ not in ASIDE and not grammar.is_time(child)
