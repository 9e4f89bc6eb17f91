"""Whether enough is known to code a deed. Precision first: where in doubt, it is not coded."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.lexicon.codebook import Kind, Trigger, load_entity_codes, load_triggers, load_types
from foreigndesk.reading.events import grammar, paths
from foreigndesk.reading.events.climb import WANTS
from foreigndesk.reading.events.deeds import Deed
from foreigndesk.reading.events.marks import Reality
from foreigndesk.reading.events.referents import PRONOUNS
from foreigndesk.reading.events.roles import RolesFound
from foreigndesk.reading.events.settle import Outcome
from foreigndesk.reading.events.strangers import ACTS_IN_PUBLIC

# The trigger of a demand without a verb of asking (rule `must`); who demands is found by `demands`, not by its roles.
MUST = Trigger(("must",), Kind.VERB, (), "REQUEST", None, (), (), "must")
# Types that need two parties where nobody visits anybody: nobody meets alone.
NEEDS_TWO = frozenset({"CONSULT"})
# Words that promise good or ill alike: what is promised decides, and a promise of nothing known is not coded.
GOOD_OR_ILL = frozenset({"vow", "swear", "promise", "pledge"})
# "agreed to X" is an agreement whatever X is, if a state or armed group agrees; not so "promised to X".
CONSENT = frozenset({"agree", "consent"})
ACTS_FOR_STATE = frozenset({None, "GOV", "MIL", "REB", "LEG"})
# Modes of deeds that are done to somebody: without anybody the trigger's words mean something else ("rounded up").
DONE_TO_SOMEBODY = frozenset({"arrest", "deport", "abduct", "beat", "torture", "execute", "assassinate"})
# Types that may be directed at somebody of no known state: accused, arrested, helped, attacked.
ALSO_UNKNOWN = frozenset(
    {"ACCUSE", "AID", "COOPERATE", "RETREAT", "CONCEDE", "COERCE", "ASSAULT", "SANCTION", "PROTEST", "MOBILIZE"}
)
# Where a deed's words tell what it is about, and what makes that a public matter rather than anybody's business.
ABOUT = ("obj", "for", "to", "of", "on", "against", "at", "about", "over", "with")
PUBLIC_MATTERS = frozenset(
    "accord amendment bid bill blockade border budget candidacy coup decision decree draft election exercise law "
    "legislation measure membership mission motion nomination order package plan policy programme program project "
    "proposal provocation referendum reform regulation resolution result rule ruling settlement solution strategy "
    "target verdict violation vote weapon territory sovereignty independence statement report offer "
    "demand request".split()
)


@dataclass(frozen=True, slots=True)
class Coded:
    """A deed with what became of it, before it is an event; `content` is the deed it asks for, promises or refuses."""

    deed: Deed
    reality: Reality
    outcome: Outcome
    roles: RolesFound
    content: Deed | None = None


def is_enough(coded: Coded) -> bool:
    """Whether a deed is coded: an actor, the recipients its type needs, and something that can be called an act."""
    deed, outcome, roles = coded.deed, coded.outcome, coded.roles
    if not roles.actors or outcome.rule == "weighed" or not has_parties(coded) or is_among_strangers(coded):
        return False
    if outcome.auxiliary in {"hypothetical", "negation"}:
        known = len(roles.actors) > 1 or any(party.code is not None for party in roles.recipients)
        return known and deed.trigger.kind is Kind.VERB
    first = deed.trigger.words[0]
    if first == "warn":  # a warning to one's own people is advice
        return any(theirs.code not in {None, ours.code} for theirs in roles.recipients for ours in roles.actors)
    if first in GOOD_OR_ILL and coded.content is None and outcome.type == "AGREE" and not deed.trigger.conditions:
        return False
    if coded.content is not None or len(roles.actors) > 1 or outcome.type in NEEDS_TWO:
        return True
    if any(
        party.code is not None or outcome.type in ALSO_UNKNOWN or party.sector in ACTS_IN_PUBLIC
        for party in roles.recipients
    ):
        return True
    return is_telling_alone(coded)


def is_among_strangers(coded: Coded) -> bool:
    """Whether nobody known has a part in a deed, and whoever does it acts neither for a state nor for many.

    "The authorities", a court, rebels or strikers act in public even where no state is printed; anybody else's quarrels
    are private matters, and what the actor of a noun alone did is told too vaguely.
    """
    roles = coded.roles
    if any(party.code is not None for party in (*roles.actors, *roles.recipients, *roles.via)):
        return coded.deed.trigger.kind is Kind.NOUN and all(
            actor.code is None and actor.sector is None for actor in roles.actors
        )
    if coded.outcome.type == "PROTEST":
        return all(actor.sector is None for actor in roles.actors)
    public = any(party.sector in ACTS_IN_PUBLIC for party in (*roles.actors, *roles.recipients))
    if not public or (not roles.recipients and len(roles.actors) == 1 and coded.content is None):
        return True
    return coded.deed.trigger.kind is Kind.NOUN and coded.deed.carrier is None


def has_parties(coded: Coded) -> bool:
    """Whether the deed has the parties without which its type or trigger makes no sense."""
    deed, outcome, roles = coded.deed, coded.outcome, coded.roles
    somebody = bool(roles.recipients) or len(roles.actors) > 1
    if deed.trigger is MUST or outcome.mode in DONE_TO_SOMEBODY:
        return bool(roles.recipients)
    if load_types()[outcome.type].needs_recipient:
        return somebody
    if NEEDS_TWO & {outcome.type, deed.trigger.type}:
        return somebody or is_body_of_many(roles)
    return True


def is_telling_alone(coded: Coded) -> bool:
    """Whether a deed without recipient or content is an act all the same."""
    deed, roles = coded.deed, coded.roles
    if deed.trigger.kind is Kind.NOUN and deed.carrier is None:
        # "its investigation" and the like: who is meant is a guess twice over.
        return not any(child.dep_ == "poss" and child.lower_ in PRONOUNS for child in deed.token.children)
    if deed.trigger.words[0] in CONSENT and all(actor.sector in ACTS_FOR_STATE for actor in roles.actors):
        return True
    if coded.outcome.type == "CONCEDE" and all(actor.sector in ACTS_FOR_STATE for actor in roles.actors):
        return True
    if deed.trigger.type == "THREATEN" and any(condition.words for condition in deed.trigger.conditions):
        return True  # "planted a flag", "issued an ultimatum": the words are the threat
    if deed.trigger.type in WANTS:
        named = frozenset(word for condition in deed.trigger.conditions for word in condition.words)
        return deed.trigger.kind is Kind.VERB and is_of_public_matter(deed, named)
    if load_types()[deed.trigger.type].quad in {2, 4} or deed.trigger.kind is not Kind.VERB:
        return True
    return is_of_public_matter(deed)


def is_body_of_many(roles: RolesFound) -> bool:
    """Whether the actors are people of an organisation of states: "European leaders gathered"."""
    return all(actor.code in load_entity_codes() and actor.sector is not None for actor in roles.actors)


def is_of_public_matter(deed: Deed, leave_out: frozenset[str] = frozenset()) -> bool:
    """Whether what a deed is about is a public matter: a plan, a law, another deed ("condemned the attack").

    Praise, blame or refusal of anything else, by whomever, is a remark (rule `no-remarks`). `leave_out` are words
    that the trigger itself names ("signalled willingness").
    """
    about = [head for path in ABOUT for head in deed.walk((path,)) if leave_out.isdisjoint(grammar.lemma_forms(head))]
    return any(
        form in PUBLIC_MATTERS or (form, True) in load_triggers()
        for head in about
        for word in paths.counted(head)
        for form in grammar.lemma_forms(word)
    )
