"""Who a telling of a content goes back to: a person, a body, an outlet, or somebody who is not named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import (
    Actor,
    ActorKind,
    Cite,
    Lineage,
    Reason,
    Report,
    SourcingKind,
    Span,
    Statement,
    paragraphs,
)
from foreigndesk.weighing.houses import House, home_of, house_before, house_in, house_of, is_government

# Sectors in which somebody speaks for a state.
OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a content is told: the report, its lineage, the words, and the statement that tells it.

    Without a statement the report tells it in its own words. `named` is the name that the report gives elsewhere to a
    speaker whom the statement only describes.
    """

    report: Report
    lineage: Lineage
    place: Span
    statement: Statement | None = None
    named: str | None = None

    @property
    def cite(self) -> Cite:
        """The words that tell it."""
        return Cite(self.report.id, self.place.start, self.place.end)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a telling goes back to. Tellings with one key have one origin.

    `state` is the state it speaks for, if any, `whole_state` whether no body of it is told, `person` who it is that
    speaks for a house, as names are compared.
    """

    key: tuple[str, ...]
    label: str
    actor: str | None
    state: str | None
    certain: bool
    reason: Reason
    count: int = 1
    whole_state: bool = False
    person: str = ""


def origin_of(telling: Telling, actors: Actors) -> Origin:
    """Who a telling goes back to."""
    statement = telling.statement
    if statement is None:
        return own_account(telling)
    speaker, sourcing = statement.speaker, statement.sourcing
    label = telling.named or speaker_label(statement)
    known = actors.get(speaker.actor) if speaker.actor else None
    match sourcing.kind:
        case SourcingKind.MEDIA:
            return second_hand(sourcing.outlet or label)
        case SourcingKind.NONE:
            return unsure(telling, "hearsay", "it is not said who says it", "nobody named")
        case SourcingKind.UNNAMED:
            state = sourcing.country or speaker.country
            return unsure(telling, "unnamed", "who is not named may be anybody", label, state, sourcing.count or 1)
        case SourcingKind.COLLECTIVE if known is None or known.kind not in {ActorKind.BODY, ActorKind.STATE}:
            return unsure(telling, "collective", "a group is nobody in particular", label, speaker.country)
        case SourcingKind.SPOKESPERSON if sourcing.speaks_for:
            state = speaker.country or home_of(telling.report, actors)
            return body_voice(sourcing.speaks_for, label, state, telling, actors)
        case _ if known is not None:
            return known_voice(telling, known, actors)
        case SourcingKind.DOCUMENT if PRESS.fullmatch(label):
            return unsure(telling, "hearsay", "it is not said whose report it is", label)
        case _:
            return unlisted_voice(telling, statement, label, actors)


def unlisted_voice(telling: Telling, statement: Statement, label: str, actors: Actors) -> Origin:
    """The voice of a speaker who is in no table: of a government or house if the report tells so, else its own."""
    sourcing, text = statement.sourcing, telling.report.text
    state = statement.speaker.country or home_of(telling.report, actors)
    if state is not None and is_government(label):
        return government_voice(state, label, actors)
    house = (
        house_in(label, state, actors)
        or house_of(label, text, state, actors)
        or house_before(label, text[: telling.place.start], state, actors)
    )
    if house is not None:
        return house_voice(house, label, actors)
    nobody = telling.named is None and INDEFINITE.match(statement.speaker.printed or "") is not None
    if nobody and sourcing.kind in {SourcingKind.TITLE, SourcingKind.SPOKESPERSON} and is_title_only(label, actors):
        why = "who is told of without a name may be somebody who has one"
        return unsure(telling, "title", why, label, state, sourcing.count or 1)
    key = ("name", normal_form(label))
    return Origin(key, label, None, statement.speaker.country, certain=True, reason=named_reason(label))


# "an officer" may be anybody; "the mayor" is one person.
INDEFINITE = re.compile(r"(?:an?|one|another|two|three|some|several)\b", re.IGNORECASE)
# Where the head of a title ends: "officer | on board, who may not speak", "doctor | at the hospital".
HEAD = re.compile(r"^.*?(?=,| (?:of|in|on|at|for|from|with|who|near|to)\b|$)")
# "the first report" is what was printed somewhere; "the panel's report" is a document.
PRESS = re.compile(
    r"(?:(?:first|earlier|early|initial|media|press|news|local|recent|some|other) )*reports?", re.IGNORECASE
)
COLLEGE = re.compile(
    r"\b(?:agency|alliance|army|assembly|association|authority|bank|board|bureau|centre|center|church|club|command"
    r"|commission|committee|company|congress|council|court|department|embassy|federation|firm|force|forces|foundation"
    r"|fund|group|guard|institute|institution|league|ministry|mission|movement|navy|network|office|operator"
    r"|organi[sz]ation|parliament|party|police|presidency|secretariat|senate|service|society|syndicate|tribunal|union"
    r"|university|watchdog)$",
    re.IGNORECASE,
)


def is_college(label: str) -> bool:
    """Whether a speaker is a body of people by its last word: "the harbour authority"."""
    return COLLEGE.search(label) is not None


def is_title_only(label: str, actors: Actors) -> bool:
    """Whether a speaker is a person without a name: neither a body nor with a name before the head ends.

    >>> from foreigndesk.lexicon.actors import load_actors
    >>> [is_title_only(label, load_actors()) for label in ("Polish engineer", "Captain Emil Lund", "harbour authority")]
    [True, False, False]
    """
    found = HEAD.match(label)
    head = found.group() if found else label
    capitals = [word for word in re.findall(r"[^\W\d_]+", head)[1:] if word[0].isupper()]
    first = head.split()[:1]
    if first and first[0][0].isupper() and actors.state_named((first[0].lower().removesuffix("'s"),)) is None:
        capitals.append(first[0])
    return not capitals and not is_college(head)


def speaker_label(statement: Statement) -> str:
    """Who says it, for people."""
    speaker = statement.speaker
    return speaker.restored or speaker.name or speaker.printed or "somebody"


def known_voice(telling: Telling, known: Actor, actors: Actors) -> Origin:
    """The voice of a known actor: of the body in which a person holds a post, else its own."""
    post = known.post_on(telling.report.published_day) if known.kind is ActorKind.PERSON else None
    body = actors.get(post.body) if post is not None and post.body else None
    if post is not None and body is not None and post.sector in OFFICIAL:
        reason = Reason("body", f"{known.name} speaks as {post.title} for {body.name}: one voice with that body.")
        return Origin(("actor", body.id), f"{body.name} ({known.name})", body.id, body.country, True, reason)
    whole = known.kind is ActorKind.STATE
    state = (known.country or known.id) if whole or known.sector in OFFICIAL else None
    reason = named_reason(known.name)
    return Origin(("actor", known.id), known.name, known.id, state, True, reason, whole_state=whole)


def government_voice(state: str, label: str, actors: Actors) -> Origin:
    """The voice of a state as a whole: "the government", which may be any body of it."""
    known = actors.get(state)
    name = known.name if known is not None else label
    return Origin(("actor", state), name, state, state, True, named_reason(name), whole_state=True)


def named_reason(label: str) -> Reason:
    """Why somebody named is one voice."""
    return Reason("named", f"{label} is named: one voice, however many reports tell it.")


def body_voice(speaks_for: str, label: str, state: str | None, telling: Telling, actors: Actors) -> Origin:
    """The voice of the body that a spokesperson speaks for."""
    known = actors.get(speaks_for) or next(iter(actors.named(speaks_for)), None)
    if known is None:
        before = telling.report.text[: telling.place.end]
        house = house_in(speaks_for, state, actors) or house_before(speaks_for, before, state, actors)
        if house is not None:
            return house_voice(house, label, actors)
    name = known.name if known is not None else speaks_for
    state = known.country if known is not None else state
    reason = Reason("spokesperson", f"{label} speaks for {name}: one voice with that body.")
    key = ("actor", known.id) if known is not None else ("name", normal_form(speaks_for))
    whole = known is not None and known.kind is ActorKind.STATE
    actor = known.id if known is not None else None
    return Origin(key, name, actor, state, True, reason, whole_state=whole, person=normal_form(label))


def house_voice(house: House, label: str, actors: Actors) -> Origin:
    """The voice of a body that is known by its role; of whose state nothing is told, of any such body."""
    body = actors.body_of(house.state, house.role) if house.state else None
    name = body.name if body is not None else house.role.replace("-", " ")
    reason = Reason("house", f"{label} speaks for the {name}: one voice with that body.")
    key = ("actor", body.id) if body is not None else ("role", house.role)
    actor = body.id if body is not None else None
    return Origin(key, name, actor, house.state, True, reason, person=normal_form(label))


def second_hand(outlet: str) -> Origin:
    """The voice of the outlet that is cited."""
    known = load_outlets().named(outlet)
    name = known.name if known is not None else outlet
    reason = Reason("second-hand", f"It is told on the word of {name}: one voice with that outlet's own report.")
    return Origin(("outlet", normal_form(name)), name, None, None, True, reason)


def is_seen(report: Report, place: Span) -> bool:
    """Whether the paragraph of a place says that the reporter saw what it tells."""
    around = next((p for p in paragraphs(report.text) if p.touches(place)), place)
    return WITNESS.search(report.text, around.start, around.end) is not None


# Whoever writes for the report saw it: a reporter, or the writers themselves.
WITNESS = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|teams?|crews?|we|I)\b[^.]{0,60}"
    r"\b(?:saw|seen|watched|counted|heard|witnessed|visited)\b"
    r"|\b(?:seen|witnessed|heard|counted|watched) by (?:a|an|this|our|the)?\s?[^.]{0,30}"
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|newspaper)\b"
)


def own_account(telling: Telling) -> Origin:
    """The voice of the outlet whose report tells it in its own words; certain where its reporter saw it."""
    report = telling.report
    outlet = report.outlet or report.wire
    label = outlet or f"report {report.id}"
    seen = is_seen(report, telling.place)
    why = "its reporter saw it" if seen else "it is not told how it knows"
    key = ("outlet", normal_form(outlet)) if outlet else ("lineage", telling.lineage.id)
    return Origin(key, label, None, None, seen, Reason("own-account", f"{label} tells it in its own words; {why}."))


def unsure(telling: Telling, rule: str, why: str, label: str, state: str | None = None, count: int = 1) -> Origin:
    """An origin that may be somebody already counted: those of one sort in one lineage stand together."""
    reason = Reason(rule, f"{label}: {why}.")
    return Origin((rule, telling.lineage.id), label, None, state, certain=False, reason=reason, count=count)
