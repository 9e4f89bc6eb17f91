"""One report's deeds -> its events: type, parties, context, time, place and reasons of each."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.codebook import Effect, Kind, reason_for
from foreigndesk.model import Event, Passage, Reason, Report, SourcingKind, Span, Statement, When, name_id
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.events import clauses, grammar
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.climb import WANTS, find_reality
from foreigndesk.reading.events.contexts import Surroundings
from foreigndesk.reading.events.deeds import Deed, find_deeds
from foreigndesk.reading.events.demands import Demand, find_demands
from foreigndesk.reading.events.enough import MUST, Coded, is_enough
from foreigndesk.reading.events.eras import is_past_era
from foreigndesk.reading.events.games import is_sport
from foreigndesk.reading.events.marks import Mark, Reality
from foreigndesk.reading.events.modes import find_mode
from foreigndesk.reading.events.places import find_place
from foreigndesk.reading.events.reach import with_reached
from foreigndesk.reading.events.roles import RolesFound, find_roles, without
from foreigndesk.reading.events.setting import with_setting
from foreigndesk.reading.events.settle import BECOMES_THREAT, Outcome, content_mode, settle, settle_content

# A trigger's words are shown as one stretch if no more than this many others lie between them.
LONGEST_GAP = 6
# What is said of a content itself; its future or supposition is that of the deed it is the content of.
CONTENT_MARKS = frozenset({Mark.NEGATED, Mark.ENDED})
AGREEING = frozenset({"agree", "promise", "pledge"})


class Coder:
    """Codes one report."""

    def __init__(
        self, doc: Doc, report: Report, cast: Cast, statements: Sequence[Statement], whens: Sequence[When]
    ) -> None:
        """Keep what the coding of every deed looks at."""
        self.doc, self.report, self.cast = doc, report, cast
        self.statements, self.whens = statements, whens
        self.surroundings = Surroundings(report.text)

    @functools.cached_property
    def deeds(self) -> Mapping[int, Deed]:
        """Every deed of the report, by its word."""
        return find_deeds(self.doc, self.cast.kinds)

    @functools.cached_property
    def realities(self) -> Mapping[int, Reality]:
        """What is said of each deed's reality."""
        return {i: find_reality(deed, self.deeds) for i, deed in self.deeds.items()}

    @functools.cached_property
    def contents(self) -> Mapping[int, Deed]:
        """For a deed that asks, refuses, promises or threatens: the first deed it has as its content."""
        found: dict[int, Deed] = {}
        for i, reality in sorted(self.realities.items()):
            if reality.under is not None:
                found.setdefault(reality.under.token.i, self.deeds[i])
        return found

    def events(self) -> Iterator[Event]:
        """The events in the order of their triggers; the same act may come twice."""
        kept = [coded for coded in self.coded() if is_enough(coded)]
        fighters = {
            party.code
            for coded in kept
            if coded.outcome.type == "ASSAULT" and coded.outcome.auxiliary is None
            for party in (*coded.roles.actors, *coded.roles.recipients)
        }
        for coded in kept:
            yield self.event(own_conflict(coded) if is_peace_wanted_by(coded, fighters) else coded)

    def coded(self) -> Iterator[Coded]:
        """Every deed that is no other's content, with its outcome and parties, whether or not that is enough."""
        demands = {demand.verb.i: demand for demand in find_demands(self.doc, self.deeds)}
        yield from map(self.demanded, demands.values())
        for i, deed in sorted(self.deeds.items()):
            reality = self.realities[i]
            bare = deed.trigger.kind is Kind.THING and deed.carrier is None
            if i in demands or reality.under is not None or bare or is_sport(deed):
                continue
            roles = self.roles(deed, reality)
            yield Coded(deed, reality, self.outcome(deed, reality, roles), roles, self.contents.get(i))

    def agentless(self) -> int:
        """How many deeds are told as done by nobody: passives without "by", which are counted, not coded."""
        return sum(clauses.is_passive(deed.verb) and not clauses.agents(deed.verb) for deed in self.deeds.values())

    def demanded(self, demand: Demand) -> Coded:
        """A demand made by telling somebody what they must do."""
        actors = self.cast.parties(clauses.subjects(demand.teller))
        addressed = without(self.cast.parties(demand.addressed), actors)
        mode = content_mode(demand.deed.trigger.type) if demand.deed is not None else None
        deed = Deed(MUST, demand.must, (demand.must, demand.verb))
        return Coded(deed, Reality(), Outcome("REQUEST", mode, None, "must"), RolesFound(actors, addressed, ()))

    def roles(self, deed: Deed, reality: Reality) -> RolesFound:
        """The parties of a deed: those of its own places, else of its content, else whom its words reach."""
        return with_reached(deed, self.own_roles(deed, reality), self.cast)

    def own_roles(self, deed: Deed, reality: Reality) -> RolesFound:
        """The parties of a deed; one that names no recipient has those of its content ("threatened to raid a port")."""
        roles = with_setting(deed, find_roles(deed, self.cast, reality.serves), self.cast)
        asks = deed.trigger.type == "REQUEST"
        if asks:  # asked of somebody: a name that is nobody's is what is asked for
            roles = replace(roles, recipients=tuple(party for party in roles.recipients if party.code or party.sector))
        content = self.contents.get(deed.token.i)
        answer = self.deeds.get(deed.token.head.i) if deed.token.dep_ == "dobj" else None
        if not roles.recipients and answer is not None and answer.trigger.type in WANTS:
            # "turned down a Serbian request": it was made of whoever answers it
            return replace(roles, recipients=without(find_roles(answer, self.cast).actors, roles.actors))
        if roles.recipients or content is None:
            return roles
        inner = find_roles(content, self.cast)
        if not asks:
            return replace(roles, recipients=without(inner.recipients or inner.actors, roles.actors))
        asked = without(inner.actors, roles.actors)
        if not asked and content.trigger.type in BECOMES_THREAT:
            asked = without(inner.recipients, roles.actors)
        return replace(roles, recipients=asked)

    def outcome(self, deed: Deed, reality: Reality, roles: RolesFound) -> Outcome:
        """The type a deed is coded as."""
        content = self.contents.get(deed.token.i)
        named = Outcome(deed.trigger.type, deed.trigger.mode, None, "in-force")
        if content is not None:
            marks = self.realities[content.token.i].marks & CONTENT_MARKS
            within = settle(content.trigger.type, content.trigger.mode, marks, ender=ender(content))
            named = settle_content(named.type, named.mode, within)
        outcome = settle(
            named.type,
            find_mode(deed, named, content),
            reality.marks,
            ender=ender(deed),
            agreed=deed.carrier is not None and deed.carrier.lemma_.lower() in AGREEING,
            foretold=self.is_foretold(deed, reality, roles),
        )
        if outcome.type == "CONSULT" and roles.via:
            outcome = replace(outcome, mode="third-party")
        return replace(outcome, rule=named.rule) if outcome.rule == "in-force" else outcome

    def is_foretold(self, deed: Deed, reality: Reality, roles: RolesFound) -> bool:
        """Whether a future deed is told by somebody who does not belong to its actors: a prediction, not a plan."""
        teller = self.teller(deed, reality)
        return teller is not None and bool(roles.actors) and all(actor.code != teller for actor in roles.actors)

    def teller(self, deed: Deed, reality: Reality) -> str | None:
        """The code of whoever tells the deed: the subject of the telling verb, else the speaker of its statement."""
        if reality.teller is not None:
            told = self.cast.parties(clauses.subjects(reality.teller))
            if told:
                return told[0].code
        statement = self.statement_over(deed.token)
        return statement.speaker.country if statement is not None else None

    def event(self, coded: Coded) -> Event:
        """The event of a coded deed."""
        deed, outcome, roles = coded.deed, coded.outcome, coded.roles
        sentence = self.passage(deed.token.sent.start_char, deed.token.sent.end_char)
        trigger, statement = self.trigger_passage(deed), self.statement_over(deed.token)
        when = self.when(deed)
        past = outcome.auxiliary is None and is_past_era(sentence.text, when, self.report.published_day)
        return Event(
            id=name_id("e", self.report.id, outcome.type, trigger.start),
            type=outcome.type,
            mode=(outcome.mode,) if outcome.mode else (),
            context=self.surroundings.around(
                sentence.text, outcome.mode, {party.sector for party in (*roles.actors, *roles.recipients)}
            ),
            actor=roles.actors,
            recipient=roles.recipients,
            passage=sentence,
            trigger=trigger,
            via=roles.via,
            when=when,
            place=find_place(deed, self.cast),
            auxiliary_mode="historical" if past else outcome.auxiliary,
            statement=statement.id if statement is not None else None,
            uncertain=", ".join((*(word.text for word in coded.reality.doubts), *self.doubt_over(statement))) or None,
            reasons=(
                reason_of_trigger(deed, trigger),
                *map(reason_for, rules_of(coded, past=past)),
                *([reason_for("unnamed-teller")] if any(self.doubt_over(statement)) else []),
            ),
        )

    def when(self, deed: Deed) -> When | None:
        """The date that tells when a deed was done; None if none is printed with its words.

        A noun without a verb of its own takes no date from outside its phrase: "condemned on Friday the launch" does
        not date the launch.
        """
        found = nearest_when(self.whens, self.doc, deed.token) or nearest_when(self.whens, self.doc, deed.verb)
        if found is None and (before := self.clause_before(deed)) is not None:
            return nearest_when(self.whens, self.doc, before)
        if found is None or deed.carrier is not None or deed.trigger.kind not in {Kind.NOUN, Kind.THING}:
            return found
        last = deed.token.right_edge
        inside = deed.token.left_edge.idx <= found.start and found.end <= last.idx + len(last)
        return found if inside else None

    def clause_before(self, deed: Deed) -> Token | None:
        """The word whose date is a deed's as well: "raided the port on Monday, killing two", "a raid that killed two".

        A participle goes on with its verb's deed, a relative clause tells more of the deed that its noun names.
        """
        verb = deed.verb
        if verb.dep_ in {"advcl", "conj"} and verb.tag_ == "VBG" and verb.head.pos_ in grammar.VERBAL:
            own = any(child.dep_ in {"nsubj", "mark", "prep"} and child.i < verb.i for child in verb.children)
            return None if own else verb.head
        return verb.head if verb.dep_ == "relcl" and verb.head.i in self.deeds else None

    def doubt_over(self, statement: Statement | None) -> Iterator[str]:
        """What makes a deed doubtful that a statement tells: a speaker nobody names, with the hedges used."""
        if statement is None or statement.sourcing.kind is not SourcingKind.UNNAMED:
            return
        yield from (hedge.text for hedge in (*statement.certainty.words, *statement.certainty.distance))
        yield f"told by {statement.speaker.printed or 'somebody unnamed'}"

    def statement_over(self, token: Token) -> Statement | None:
        """The innermost statement whose content covers a word."""
        word = Span(token.idx, token.idx + len(token))
        over = [
            (part.end - part.start, statement)
            for statement in self.statements
            for part in statement.content
            if part.covers(word)
        ]
        return min(over, key=lambda pair: pair[0])[1] if over else None

    def trigger_passage(self, deed: Deed) -> Passage:
        """The words that name a deed, from the first to the last; only the carrying word if they lie far apart."""
        words = sorted({word.i for word in deed.words})
        if words[-1] - words[0] - len(words) >= LONGEST_GAP:
            words = [deed.token.i]
        last = self.doc[words[-1]]
        return self.passage(self.doc[words[0]].idx, last.idx + len(last))

    def passage(self, start: int, end: int) -> Passage:
        """A passage of the report, white space at its edges left out."""
        text = self.report.text[start:end]
        start += len(text) - len(text.lstrip())
        return Passage(start, start + len(text.strip()), text.strip())


def is_peace_wanted_by(coded: Coded, fighters: set[str | None]) -> bool:
    """Whether a party to a fight told in the report asks for its end (rule own-conflict)."""
    content = coded.content
    if coded.outcome.type != "REQUEST" or content is None:
        return False
    ceasefire = content.trigger.mode == "ceasefire"
    fighting_ended = content.trigger.type == "ASSAULT" and content.effect is Effect.END
    return (ceasefire or fighting_ended) and any(actor.code in fighters for actor in coded.roles.actors)


def own_conflict(coded: Coded) -> Coded:
    """A call for the end of one's own fight, as the willingness to end it."""
    return replace(coded, outcome=Outcome("AGREE", None, coded.outcome.auxiliary, "own-conflict"))


def rules_of(coded: Coded, *, past: bool) -> Iterator[str]:
    """The rules of the codebook an event rests on."""
    yield "past-era" if past else coded.outcome.rule
    if len(coded.roles.actors) > 1 and not coded.roles.recipients:
        yield "two-sided" if coded.outcome.type == "ASSAULT" else "reciprocal"
    if coded.roles.via:
        yield "carried"
    if coded.roles.reached:
        yield "reached"


def reason_of_trigger(deed: Deed, trigger: Passage) -> Reason:
    """Which words named the deed, and what the codebook lists them under."""
    words = " ".join(trigger.text.split())
    return Reason("trigger", f"“{words}” names {deed.trigger.type} (trigger: {' '.join(deed.trigger.words)}).")


def ender(deed: Deed) -> str:
    """The verb that ends a deed, by lemma; "" if none does."""
    return deed.carrier.lemma_.lower() if deed.carrier is not None and deed.effect is Effect.END else ""
