"""The same act told twice in a report: kept once, with both places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foreigndesk.lexicon.codebook import reason_for
from foreigndesk.model import Event, Party, Reason, When

Key = tuple[str | None, str | None]


def keep_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, each act once, in the order of their triggers.

    Two events are the same act if type, auxiliary mode and parties agree and their dates do not clash; in one sentence
    it is enough that the parties of one are among those of the other. Moves of forces inside an attack are dropped.
    """
    kept: list[Event] = []
    for event in sorted(events, key=lambda event: event.trigger.start):
        i = next((i for i, other in enumerate(kept) if same_act(event, other)), None)
        if i is None:
            kept.append(event)
        else:
            kept[i] = merged(kept[i], event)
    return tuple(event for event in kept if not part_of_attack(event, kept))


def keys(parties: Iterable[Party]) -> frozenset[Key]:
    """What parties are told apart by across a report: the known actor's or group's code, and the sector."""
    return frozenset((party.code or party.name.lower(), party.sector) for party in parties)


def same_act(one: Event, other: Event) -> bool:
    """Whether two events tell the same act."""
    if (one.type, one.auxiliary_mode) != (other.type, other.auxiliary_mode) or clash(one.when, other.when):
        return False
    if differ(one.actor, other.actor) or differ(one.recipient, other.recipient):
        return False
    actors, recipients = (keys(one.actor), keys(other.actor)), (keys(one.recipient), keys(other.recipient))
    if one.passage == other.passage:
        crossed = actors[0] & recipients[1] or actors[1] & recipients[0]
        return nested(*actors) and nested(*recipients) and not crossed
    return actors[0] == actors[1] and recipients[0] == recipients[1] and same_mode(one, other)


def same_mode(one: Event, other: Event) -> bool:
    """Whether the modes of two events are the same as far as both tell one."""
    return one.mode == other.mode or not one.mode or not other.mode


def differ(ones: Iterable[Party], others: Iterable[Party]) -> bool:
    """Whether two sides name known persons or bodies, and none in common: another minister's meeting is another one."""
    known = [{party.actor for party in side if party.actor and party.actor != party.country} for side in (ones, others)]
    return bool(known[0] and known[1]) and not known[0] & known[1]


def nested(one: frozenset[Key], other: frozenset[Key]) -> bool:
    """Whether one set of parties lies within the other."""
    return one <= other or other <= one


def clash(one: When | None, other: When | None) -> bool:
    """Whether two dates cannot be the same: both known, and neither reaches into the other."""
    if one is None or other is None:
        return False
    return (one.latest or "9") < (other.earliest or "") or (other.latest or "9") < (one.earliest or "")


def merged(kept: Event, again: Event) -> Event:
    """The event kept, with what only the other tells, and a reason that names the other place.

    What one place tells without doubt is not in doubt for the other, and what the writer tells stands under nobody.
    """
    told = reason_for("told-twice")
    words = " ".join(again.trigger.text.split())
    sentence = f"{told.sentence} Also at characters {again.trigger.start} to {again.trigger.end}: “{words}”."
    return replace(
        kept,
        actor=max(kept.actor, again.actor, key=len),
        recipient=max(kept.recipient, again.recipient, key=len),
        when=kept.when or again.when,
        place=kept.place or again.place,
        via=kept.via or again.via,
        mode=kept.mode or again.mode,
        statement=kept.statement if again.statement is not None else None,
        uncertain=kept.uncertain if again.uncertain is not None else None,
        context=tuple(dict.fromkeys((*kept.context, *again.context))),
        also=tuple(dict.fromkeys(one for one in (*kept.also, again.passage, *again.also) if one != kept.passage)),
        reasons=(*kept.reasons, Reason(told.rule, sentence)),
    )


def part_of_attack(event: Event, events: Iterable[Event]) -> bool:
    """Whether a move of forces is told in the sentence of an attack by the same actor (rule mobilised-in-assault)."""
    return event.type == "MOBILIZE" and any(
        other.type == "ASSAULT"
        and other.auxiliary_mode is None
        and other.passage == event.passage
        and keys(other.actor) & keys(event.actor)
        for other in events
    )
