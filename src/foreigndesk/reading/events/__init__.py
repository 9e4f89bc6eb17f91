"""Who did what to whom: events of PLOVER 1.3, by rules over the grammar of each sentence.

deeds      words that name a deed, by the codebook's triggers
marks      what the sentence says of its reality: denied, ahead, supposed, ended, wanted
settle     the type that follows from both, by the codebook's rules
roles      who did it, to whom, through whom (cast: who can act at all; strangers: those no table knows)
reach      whom a deed reaches where its trigger's own places name nobody
unlisted   what is done in words that no trigger lists, its type by the trained classifier
once       the same act told twice, kept once
contexts, places, when
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Event, Name, Report, Statement, When
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.coding import Coder
from foreigndesk.reading.events.once import keep_once
from foreigndesk.reading.events.referents import PRONOUNS
from foreigndesk.reading.events.unlisted import find_unlisted


def find_events(
    doc: Doc,
    report: Report,
    names: Sequence[Name],
    statements: Sequence[Statement],
    whens: Sequence[When],
    actors: Actors,
) -> tuple[Event, ...]:
    """The events of a report, in the order of their triggers, each told once.

    An event needs an actor who is printed; one whom no table knows has no code. COOPERATE, AID and SANCTION need a
    recipient as well. What is asked for, refused or threatened is content of the event that asks, refuses or threatens.
    Each event names the rules it rests on. An event that only somebody unnamed tells carries that as its doubt.
    """
    cast = Cast(doc, (*names, *spoken_pronouns(statements)), actors, report.published_day)
    coder = Coder(doc, report, cast, statements, whens)
    told = tuple(coder.events())
    return keep_once((*told, *find_unlisted(coder, told)))


def spoken_pronouns(statements: Sequence[Statement]) -> Iterator[Name]:
    """The pronouns that statements resolve to known speakers or addressees, as names."""
    for statement in statements:
        for mention in (statement.speaker, *statement.addressees):
            printed, start, end = mention.printed, mention.start, mention.end
            if printed and printed.lower() in PRONOUNS and mention.actor and start is not None and end is not None:
                yield Name(printed, None, mention.actor, start, end)
