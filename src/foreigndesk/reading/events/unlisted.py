"""What is done in words that no trigger lists: a verb with two known parties, its type given by the trained classifier.

The classifier knows no "nothing happened", so the grammar has to say that something did: somebody known is the subject
of a plain verb in the past or present, somebody else known is whom it reaches, and the verb is none that tells, wishes
or describes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.codebook import Effect, Kind, Trigger
from foreigndesk.model import Event, Party, Reason, Span
from foreigndesk.reading.events import clauses, grammar
from foreigndesk.reading.events.classifier import Verdict, classify
from foreigndesk.reading.events.climb import find_reality
from foreigndesk.reading.events.coding import Coder
from foreigndesk.reading.events.deeds import Deed, operator_at
from foreigndesk.reading.events.enough import Coded
from foreigndesk.reading.events.marks import Mark, Reality
from foreigndesk.reading.events.reach import reached
from foreigndesk.reading.events.roles import RolesFound, find_roles
from foreigndesk.reading.events.settle import Outcome
from foreigndesk.reading.events.strangers import ACTS_IN_PUBLIC

# On 80 reports of PolNeAR train, where no deed of this kind was wanted, 29 pairs come this far: 24 of them, nearly all
# nonsense, stay below a margin of 0.4, and two of the five above it are real. On PLV_train 12 of the 20 that join a
# marked pair pass it, 10 of them with the right root (models of five folds).
LEAST_MARGIN = 0.4
# Below this the type is shown as uncertain.
SURE_MARGIN = 0.7
PAST = frozenset({"VBD", "VBN"})
NOT_TAKEN = frozenset(
    {Mark.PURPOSE, Mark.ASKED, Mark.WEIGHED, Mark.SUPPOSED, Mark.NEGATED, Mark.REMEMBERED, Mark.TRIED}
)
# Whom a deed reaches. In 21 reports of PolNeAR dev five pairs came through a modifier or owner: all were nonsense.
MET = frozenset({"dobj", "dative", "pobj", "nsubjpass"})
TAKEN_AT = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})
HINDER = (Effect.TELL, Effect.SUPPOSE, Effect.DENY, Effect.PASS, Effect.PLAN, Effect.RECALL, Effect.ALLEGE)
# Its type is a stand-in: the classifier gives the real one.
UNLISTED = Trigger(("unlisted",), Kind.VERB, (), "ACCUSE", None, ((("subj",),),), (), "unlisted")
# Verbs that tell how things stand, what is felt or thought, or how a contest goes, rather than what is done.
STATES = frozenset(
    "be have do get go come become seem appear look remain stay keep stand sit lie live die work belong depend mean "
    "know think believe feel see hear watch read learn understand remember forget like love hate prefer need lack "
    "win lose lead trail beat face share follow precede resemble contain include involve concern represent differ "
    "reflect suggest show reveal make take let put give use try start begin continue end stop happen occur exist "
    "call name describe portray depict compare consider regard view treat cover report publish write quote cite "
    "play run serve act join leave visit travel arrive fly born grow rise fall gain earn owe own hold cost buy sell "
    "outnumber outpoll outraise outspend defeat poll tie seize".split()
)


def find_unlisted(coder: Coder, told: Sequence[Event]) -> Iterator[Event]:
    """The events that no trigger names, in the order of their verbs; `told` are those that triggers named."""
    busy = {i for deed in coder.deeds.values() for i in (deed.verb.i, deed.token.i, deed.token.head.i)}
    for token in coder.doc:
        if token.pos_ != "VERB" or token.dep_ not in TAKEN_AT or token.i in busy or not tells_a_deed(token):
            continue
        deed = Deed(UNLISTED, token, (token,))
        roles = find_roles(deed, coder.cast)
        actors = tuple(party for party in roles.actors if party.code or party.sector in ACTS_IN_PUBLIC)
        if not actors or not is_done(deed, coder):
            continue
        recipients = tuple(party for party in reached(deed, coder.cast, actors) if is_met(party, coder.doc))
        known = any(party.code for party in (*actors, *recipients))
        if recipients and known and not are_joined(actors, recipients, token, told):
            verdict = classify(coder.doc, span_of(actors[0]), span_of(recipients[0]))
            if verdict.margin >= LEAST_MARGIN:
                yield event_of(coder, deed, RolesFound(actors, recipients, roles.via, reached=True), verdict)


def tells_a_deed(verb: Token) -> bool:
    """Whether a verb can tell what was done to somebody: past or under way, none that tells, wishes or describes."""
    under_way = verb.tag_ == "VBG" and any(child.dep_ == "aux" for child in verb.children)
    if verb.tag_ not in PAST and not under_way:
        return False
    lemma = grammar.lemma_of(verb)
    return lemma not in STATES and not clauses.is_infinitive(verb) and operator_at(verb, HINDER) is None


def is_met(party: Party, doc: Doc) -> bool:
    """Whether a known party is told of as such, and not only by a word for whose a thing is: "raised British rates"."""
    words = doc.char_span(party.start, party.end, alignment_mode="expand")
    if words is None or not (party.code or party.sector):
        return False
    word = words.root
    while word.dep_ in {"conj", "appos"}:
        word = word.head
    return word.dep_ in MET


def is_done(deed: Deed, coder: Coder) -> bool:
    """Whether nothing in the sentence makes a deed future, denied, doubtful or part of another."""
    reality = find_reality(deed, coder.deeds)
    return not reality.marks & NOT_TAKEN and reality.under is None and not reality.doubts


def are_joined(ours: Sequence[Party], theirs: Sequence[Party], token: Token, told: Sequence[Event]) -> bool:
    """Whether an event of the same sentence joins two sides already."""
    sides = [{party.code for party in side} for side in (ours, theirs)]
    for event in told:
        if not event.passage.start <= token.idx < event.passage.end:
            continue
        parties = {party.code for party in (*event.actor, *event.recipient)}
        if parties & sides[0] and parties & sides[1]:
            return True
    return False


def span_of(party: Party) -> Span:
    """The words of a party."""
    return Span(party.start, party.end)


def event_of(coder: Coder, deed: Deed, roles: RolesFound, verdict: Verdict) -> Event:
    """The event of a verb whose type the classifier gave."""
    outcome = Outcome(verdict.type, None, None, "unlisted")
    event = coder.event(Coded(deed, Reality(), outcome, roles))
    doubt = f"type by its wording, {verdict.runner_up} is next" if verdict.margin < SURE_MARGIN else None
    words = reason_of_words(deed)
    return replace(
        event,
        uncertain=", ".join(filter(None, (event.uncertain, doubt))) or None,
        model_score=round(verdict.score, 3),
        reasons=(words, *event.reasons[1:], *verdict.reasons),
    )


def reason_of_words(deed: Deed) -> Reason:
    """Which word joins the two parties."""
    return Reason("unlisted", f"“{deed.token.text}” joins the two; no trigger of the codebook lists it.")
