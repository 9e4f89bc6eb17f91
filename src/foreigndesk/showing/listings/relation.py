"""A relation as a table, one row a span, with what stands below it; bonds and triads as tables."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foreigndesk.model import Bond, Carrier, Cite, Milestone, Rate, Relation, RelationPoint, Tone, Triad, Way
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import GLANCE, data_columns
from foreigndesk.showing.phrases import FORCES
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, count

HALF = 10  # cells of a bar on either side of zero, one for each point of the scale
SHOWN = 3  # cites in a cell
NAME = 14  # cells of a name over a column


def list_relation(relation: Relation, labels: Labels, *, brief: bool = False) -> Table:
    """One row a span of days; in brief, spans in a row of which the case file holds no report are one."""
    rows = tuple(
        (
            point.start,
            bar(point.scale),
            scale_words(point),
            str(point.events),
            cites_words(point.cites, labels),
            str(point.statements),
            f"{point.naming}/{point.reports}",
            side_words(point.there, point.there_scale),
            side_words(point.back, point.back_scale),
            f"{point.friendly}/{point.hostile}",
            point.end,
            *("" if number is None else str(number) for number in (point.scale, point.low, point.high)),
            *rate_cells(point.friendly_rate),
            *rate_cells(point.hostile_rate),
        )
        for point in (blanks_joined(relation.points) if brief else relation.points)
    )
    columns = (
        Column("from", 10),
        Column("hostile 0 friendly", 2 * HALF + 1, data=False),
        Column("scale", 20),
        Column("deeds", 5, number=True),
        Column("cites", 12, grows=True, data=False),
        Column("said", 4, number=True, spare=True),
        Column("naming/all", 10, number=True, spare=True),
        Column(f"{clip(relation.one, NAME)} →", 8, spare=True),
        Column(f"→ {clip(relation.one, NAME)}", 8, spare=True),
        Column("friendly/hostile", 8, spare=True),
        *data_columns(
            "to mean low high friendly_rate friendly_low friendly_high hostile_rate hostile_low hostile_high"
        ),
    )
    return Table(columns, rows, (relation,), "Nothing between them in this case file.")


def scale_words(point: RelationPoint) -> str:
    """The mean with its bounds; how far nothing is known where there is none.

    >>> scale_words(RelationPoint("2024-10-01", "2024-10-31", 0, None, None, None, 0, 0, 0, 4, ()))
    'no deeds'
    >>> scale_words(RelationPoint("2024-10-01", "2024-12-31", 0, None, None, None, 0, 0, 0, 0, ()))
    'no report to 2024-12-31'
    """
    if point.scale is not None:
        return f"{point.scale:+.1f} [{point.low:+.1f}, {point.high:+.1f}]"
    return f"no report to {point.end}" if is_blank(point) else "no deeds"


def is_blank(point: RelationPoint) -> bool:
    """Whether the case file holds nothing of a span: no report of it, and none that tells of it."""
    return not (point.reports or point.events or point.statements)


def blanks_joined(points: Iterable[RelationPoint]) -> Iterator[RelationPoint]:
    """The points in order, of blank ones in a row one from the first day to the last."""
    for blank, some in itertools.groupby(points, is_blank):
        run = list(some)
        yield from [replace(run[0], end=run[-1].end)] if blank else run


def side_words(events: int, scale: float | None) -> str:
    """What one side did, as a mean and a count: "-5.1 (2)"; "–" for nothing."""
    return "–" if scale is None else f"{scale:+.1f} ({events})"


def rate_cells(rate: Rate | None) -> tuple[str, str, str]:
    """A rate with its bounds, as data."""
    return ("", "", "") if rate is None else (str(rate.per_hundred), str(rate.low), str(rate.high))


def bar(scale: float | None) -> str:
    """The scale as a bar from the middle: to the left hostile, to the right friendly.

    >>> bar(-3.2), bar(2.0)
    ('       ███│', '          │██')
    """
    if scale is None:
        return " " * HALF + "│"
    cells = min(round(abs(scale)), HALF)
    return (" " * (HALF - cells) + "█" * cells + "│") if scale < 0 else (" " * HALF + "│" + "█" * cells)


def cites_words(cites: Sequence[Cite], labels: Labels) -> str:
    """The first cites in brackets, and how many more there are."""
    more = f" +{len(cites) - SHOWN}" if len(cites) > SHOWN else ""
    return " ".join(f"[{labels.ref(cite).label}]" for cite in cites[:SHOWN]) + more


# -- below the table ---------------------------------------------------------------------------------------------------


def relation_lines(relation: Relation, labels: Labels) -> Iterator[str]:
    """What stands below the spans: each way, treaties and the like, turns, who carried messages, how it is reckoned."""
    for way in relation.ways:
        yield from way_lines(way, labels)
    for milestone in relation.milestones:
        yield milestone_words(milestone, labels)
    told = [reason.sentence for reason in relation.reasons if reason.rule == "turn"]
    for sentence, turn in zip(told, relation.turns, strict=True):
        yield f"{sentence} {cites_words(turn.cites, labels)}"
    for carrier in relation.carriers:
        yield carrier_words(carrier, relation, labels)
    yield from (reason.sentence for reason in relation.reasons if reason.rule != "turn")


def way_lines(way: Way, labels: Labels) -> Iterator[str]:
    """What one did to the other and said of it: how often, with which force, and in which tone by which words."""
    head = f"{way.actor} → {way.recipient}"
    mean = "" if way.scale is None else f", mean {way.scale:+.1f} [{way.low:+.1f}, {way.high:+.1f}]"
    forces = Counter(FORCES[remark.force] or "plain" for remark in way.remarks)
    told = ", ".join(f"{name} {number}" for name, number in forces.most_common())
    said = f"; {count(len(way.remarks), 'statement')} about it ({told})" if way.remarks else "; no statement about it"
    yield f"{head}: {count(way.events, 'deed')}{mean}{said}."
    for tone in (Tone.HOSTILE, Tone.FRIENDLY):
        toned = [remark for remark in way.remarks if remark.tone is tone]
        if toned:
            words = ", ".join(f"“{word}”" for word, _ in Counter(w for r in toned for w in r.rests_on).most_common(6))
            cites = cites_words([remark.cite for remark in toned], labels)
            yield f"{head}: {tone.value} in tone {count(len(toned), 'time')}, by {words}. {cites}"


STATUS = {"future": "announced", "hypothetical": "hypothetical", "negation": "denied", "historical": "long past"}


def milestone_words(one: Milestone, labels: Labels) -> str:
    """A treaty, sanction or visit in a line."""
    status = f", {STATUS.get(one.status, one.status)}" if one.status else ""
    voices = count(one.voices, "lineage")
    return f"{one.day} {one.kind.value}{status}: {clip(one.words, GLANCE)} ({voices}) {cites_words(one.cites, labels)}"


def carrier_words(carrier: Carrier, relation: Relation, labels: Labels) -> str:
    """Who carried messages which way, in a line."""
    ways = (
        (carrier.there, f"from {relation.one} to {relation.other}"),
        (carrier.back, f"from {relation.other} to {relation.one}"),
        (carrier.mediated, "between both"),
    )
    told = ", ".join(f"{count(times, 'time')} {way}" for times, way in ways if times)
    return f"{carrier.name} carried messages {told}. {cites_words(carrier.cites, labels)}"


# -- bonds and triads --------------------------------------------------------------------------------------------------


def list_bonds(bonds: Sequence[Bond], labels: Labels) -> Table:
    """One row a partner, those with most deeds first."""
    rows = tuple(
        (
            bond.name,
            bar(bond.scale),
            bond_words(bond),
            str(bond.events),
            bond.last,
            cites_words(bond.cites, labels),
            f"{bond.friendly}/{bond.hostile}",
            bond.first,
            bond.other,
            *map(str, (bond.scale, bond.low, bond.high)),
        )
        for bond in bonds
    )
    columns = (
        Column("with", 12, most=40),
        Column("hostile 0 friendly", 2 * HALF + 1, spare=True, data=False),
        Column("scale", 20),
        Column("deeds", 5, number=True),
        Column("last", 10),
        Column("cites", 12, grows=True, data=False),
        Column("friendly/hostile", 8, spare=True),
        Column("first", 10, spare=True),
        *data_columns("actor_id mean low high"),
    )
    return Table(columns, rows, tuple(bonds), "No deed between it and a known actor in this case file.")


def bond_words(bond: Bond) -> str:
    """A mean with its bounds."""
    return f"{bond.scale:+.1f} [{bond.low:+.1f}, {bond.high:+.1f}]"


def list_triads(triads: Sequence[Triad], one: str, other: str, labels: Labels) -> Table:
    """One row a third actor that has to do with both."""
    balanced = {True: "balanced", False: "unbalanced", None: "open"}
    rows = tuple(
        (
            triad.name,
            triad.stands,
            f"{bond_words(triad.with_one)}, {count(triad.with_one.events, 'deed')}",
            f"{bond_words(triad.with_other)}, {count(triad.with_other.events, 'deed')}",
            balanced[triad.balanced],
            str(triad.carried),
            cites_words([*triad.with_one.cites[:2], *triad.with_other.cites[:2]], labels),
            triad.third,
        )
        for triad in triads
    )
    columns = (
        Column("third", 12, most=40),
        Column("stands", 16, grows=True),
        Column(f"with {one}", 16, spare=True),
        Column(f"with {other}", 16, spare=True),
        Column("triad", 8, spare=True),
        Column("carried", 7, number=True),
        Column("cites", 12, spare=True, data=False),
        *data_columns("actor_id"),
    )
    return Table(columns, rows, tuple(triads), "No third actor has to do with both in this case file.")
