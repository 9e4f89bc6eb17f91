"""The record's values in words: who, when, how sourced, what was done."""

from __future__ import annotations

from collections.abc import Iterable

from foreigndesk.model import Event, Force, Granularity, Mention, Party, Sourcing, SourcingKind, Statement, When
from foreigndesk.showing.words import count, listed, one_line

# What the speaker does by speaking, as the noun before a content; a plain assertion needs none.
FORCES: dict[Force, str] = {
    Force.ASSERT: "",
    Force.DENY: "denial",
    Force.DOUBT: "doubt",
    Force.ASK: "question",
    Force.URGE: "appeal",
    Force.PROMISE: "promise",
    Force.THREATEN: "threat",
    Force.PREDICT: "forecast",
    Force.DECLINE: "no comment",
}

SOURCINGS: dict[SourcingKind, str] = {
    SourcingKind.NAMED: "named",
    SourcingKind.SPOKESPERSON: "spokesperson",
    SourcingKind.TITLE: "by title only",
    SourcingKind.DOCUMENT: "document",
    SourcingKind.UNNAMED: "unnamed",
    SourcingKind.COLLECTIVE: "unnamed group",
    SourcingKind.MEDIA: "media report",
    SourcingKind.NONE: "nobody given",
}

# Who can be asked again who said it. A spokesperson and a title stand for a body or a post.
UNNAMED = frozenset({SourcingKind.UNNAMED, SourcingKind.COLLECTIVE, SourcingKind.NONE})


def show_day(value: str | None) -> str:
    """The day of an ISO date or time, or what there is of it; a dash for none.

    >>> show_day("2024-10-31T09:12:00+09:00"), show_day("2024-10"), show_day(None)
    ('2024-10-31', '2024-10', '–')
    """
    return value[:10] if value else "–"


def show_when(when: When | None) -> str:
    """The time meant, as precise as it is known: a day, "week of" its first day, a month, a year, or first/last day.

    >>> show_when(When("2024-06-01", "2024-06-30", "this June", Granularity.MONTH, "month", 0, 9))
    '2024-06'
    """
    first, last = (when.earliest, when.latest) if when else (None, None)
    if when is None or first is None or last is None:
        return f"since {first}" if first else f"until {last}" if last else ""
    match when.granularity:
        case Granularity.WEEK if first != last:
            return f"week of {first}"
        case Granularity.MONTH if first[:7] == last[:7]:
            return first[:7]
        case Granularity.YEAR if first[:4] == last[:4]:
            return first[:4]
        case _:
            return first if first == last else f"{first}/{last}"


def first_day(when: When | None, published: str | None) -> str:
    """The day that puts something in order: the first it can mean, else the day of its report; "" for none."""
    if when is not None and (when.earliest or when.latest):
        return when.earliest or when.latest or ""
    return published[:10] if published else ""


def show_speaker(mention: Mention) -> str:
    """Who is meant, in one name: the one resolved to, else the printed words, else a dash; a restored one says so."""
    if mention.restored:
        return one_line(f"{mention.restored} (restored)")
    return one_line(mention.name or mention.printed or "") or "–"


def is_named(statement: Statement) -> bool:
    """Whether the speaker is known by name: a person, body or outlet, not "a spokesman" or "the ambassador"."""
    speaker, kind = statement.speaker, statement.sourcing.kind
    if kind in UNNAMED or not (speaker.actor or speaker.name):
        return False
    if kind is SourcingKind.SPOKESPERSON:
        return speaker.actor is not None or "spokes" not in show_speaker(speaker).casefold()
    return speaker.actor is not None or kind in {SourcingKind.NAMED, SourcingKind.MEDIA}


def is_unresolved(mention: Mention) -> bool:
    """Whether words stand for a speaker and nobody was found for them ("he", with nobody before)."""
    return mention.printed is not None and not (mention.name or mention.actor)


def show_sourcing(sourcing: Sourcing) -> str:
    """How the speaker is described, in a few words of the desk and the report's own.

    >>> show_sourcing(Sourcing(SourcingKind.SPOKESPERSON, speaks_for="State Department"))
    'spokesperson for State Department'
    >>> show_sourcing(Sourcing(SourcingKind.UNNAMED, count=2, reason="to discuss private talks"))
    'unnamed, 2 people; to discuss private talks'
    """
    words = SOURCINGS[sourcing.kind]
    if sourcing.speaks_for:
        words += f" for {one_line(sourcing.speaks_for)}"
    if sourcing.outlet:
        words += f" of {one_line(sourcing.outlet)}"
    if sourcing.count and sourcing.count > 1:
        words += f", {count(sourcing.count, 'person', 'people')}"
    more = [one_line(part) for part in (sourcing.proximity, sourcing.reason) if part]
    return "; ".join([words, *more])


def show_content(statement: Statement) -> str:
    """What is said, in the report's words: the spans of the content in order, an ellipsis where words lie between."""
    return " … ".join(one_line(span.text) for span in statement.content)


def show_force(statement: Statement) -> str:
    """What the speaker does, to whom and through whom: "appeal (to China, through Oman)"; "" for a plain assertion."""
    return " ".join(part for part in (FORCES[statement.force], show_paths(statement)) if part)


def show_paths(statement: Statement) -> str:
    """To whom and through whom: "(to China, through Oman)"."""
    paths = [f"to {show_speaker(mention)}" for mention in statement.addressees]
    paths += [f"through {show_speaker(mention)}" for mention in statement.via]
    return f"({', '.join(paths)})" if paths else ""


# Cues that add nothing to a sentence quoted behind them.
PLAIN_CUES = frozenset(
    {"say", "says", "said", "saying", "tell", "tells", "told", "add", "adds", "added", "according to", ":"}
)

# A content that begins so is no sentence of its own: "whether Beijing had replied" needs its cue, "declined to say".
DEPENDENT = frozenset(
    {"whether", "if", "to", "of", "about", "on", "for", "against", "how", "why", "what", "who", "when", "where", "only"}
)


def show_act(statement: Statement) -> str:
    """What the speaker does: the force in words, or of an assertion the report's cue, if more than "said"."""
    cue = one_line(statement.cue.text).strip(" :,") if statement.cue else ""
    plain = cue.partition(" ")[0].casefold() in PLAIN_CUES
    dependent = show_content(statement).partition(" ")[0] in DEPENDENT
    if statement.force in {Force.ASSERT, Force.DECLINE} and cue and (dependent or not plain):
        return " ".join(part for part in (cue, show_paths(statement)) if part)
    return show_force(statement)


def show_hedges(statement: Statement) -> str:
    """The speaker's own hedging and the writer's distance, quoted: “likely” (ICD 203: 55-80 %), writer: “claimed”."""
    certainty = statement.certainty
    own = ", ".join(f"“{one_line(span.text)}”" for span in certainty.words)
    band = f" (ICD 203: {certainty.band})" if certainty.band else ""
    writer = ", ".join(f"“{one_line(span.text)}”" for span in certainty.distance)
    return "; ".join(part for part in (own + band, f"writer: {writer}" if writer else "") if part)


def show_parties(parties: Iterable[Party]) -> str:
    """The parties of an event in a row, each once."""
    return listed(list(dict.fromkeys(one_line(party.name) for party in parties)))


def show_deed(event: Event) -> str:
    """The PLOVER type with its modes and auxiliary mode.

    "CONSULT (visit), future" for a visit still to come.
    """
    modes = f" ({', '.join(event.mode)})" if event.mode else ""
    return f"{event.type}{modes}" + (f", {event.auxiliary_mode}" if event.auxiliary_mode else "")


def show_dyad(actor: str, recipient: str, via: str = "") -> str:
    """Who acts on whom: "Russia → Ukraine", with whom it goes through."""
    line = f"{actor} → {recipient}" if recipient else actor
    return f"{line} (through {via})" if via else line
