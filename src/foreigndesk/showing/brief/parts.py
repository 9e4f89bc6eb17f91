"""The parts of a brief that rest on weighing, in the order in which a chief wants them."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.showing.brief.news import news
from foreigndesk.showing.brief.size import Size
from foreigndesk.showing.brief.value import FindingLine, FindingPart
from foreigndesk.showing.brief.weighed import (
    Weighed,
    choose_claims,
    choose_contests,
    choose_silences,
    claim_line,
    contest_line,
    indication_line,
    ledger_words,
    relation_line,
    silence_line,
    watch_lines,
)
from foreigndesk.showing.cites import Labels


def parts_of(found: Weighed, labels: Labels, size: Size) -> tuple[FindingPart, ...]:
    """The parts that have lines, in the order in which a chief wants them."""
    made = (
        part("news", f"New since {found.since}", news(found, labels), size.news, "foreigndesk timeline"),
        part(
            "claims",
            "What is claimed",
            [claim_line(claim, found, labels) for claim in choose_claims(found.claims, found.contests)],
            size.claims,
            "foreigndesk claims",
        ),
        part(
            "contests",
            "What is contested",
            [contest_line(contest, found, labels) for contest in choose_contests(found.contests)],
            size.contests,
            "foreigndesk contests",
        ),
        part(
            "watch",
            "What to watch",
            [*watch_lines(found, labels), *(indication_line(one, labels) for one in found.indications)],
            size.watched,
            "foreigndesk watch",
            ledger_words(found),
        ),
        part(
            "silences",
            "Who is silent",
            [silence_line(one, labels) for one in choose_silences(found.silences, found.day)],
            size.silences,
            "foreigndesk silences",
        ),
        part(
            "relations",
            "Where they stand to each other",
            [relation_line(one, labels) for one in found.relations],
            size.relations,
            "foreigndesk relations ACTOR",
            "Means of what one did to the other, from -10 (hostile) to 10 (friendly), with 90 % bounds.",
            beyond=found.more_relations,
        ),
    )
    return tuple(one for one in made if one.lines)


def part(
    name: str, title: str, lines: Sequence[FindingLine], most: int, look_up: str, note: str = "", beyond: int = 0
) -> FindingPart:
    """A part with its first lines."""
    return FindingPart(name, title, tuple(lines[:most]), max(len(lines) - most, 0) + beyond, look_up, note)
