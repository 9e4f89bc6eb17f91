"""Who said what: which speakers a brief shows, and which of their statements."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from foreigndesk.model import Force, Mention, StatementKind
from foreigndesk.showing.brief.alike import alike_statements, count_reports, described, speaker_key
from foreigndesk.showing.brief.gather import ToldStatement
from foreigndesk.showing.brief.size import SHORT, Size
from foreigndesk.showing.brief.value import SpeakerPart, StatementLine
from foreigndesk.showing.brief.words import said_words
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings import cite_of_statement
from foreigndesk.showing.phrases import (
    SOURCINGS,
    is_unresolved,
    show_act,
    show_content,
    show_hedges,
    show_sourcing,
    show_speaker,
)
from foreigndesk.showing.words import clip, width

FULL_PARTS = 2  # so many speakers, the weightiest, get more statements than the others
WEIGHED = 3  # statements whose points add up to a speaker's weight

LINE = 110  # cells of a content: little more than a line of a wide terminal

DESCRIPTION = 60  # cells of how a speaker is described, with the reason for not being named

# Contents shorter than this say little without their sentence ("it was so", "yes"): about five English words.
TOO_SHORT = 25

QUOTED = re.compile('["“”«»„]')

Group = tuple[ToldStatement, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The speakers chosen and how many more there are: named ones, and ways unnamed ones are described."""

    named: tuple[SpeakerPart, ...]
    more_named: int
    unnamed: tuple[SpeakerPart, ...]
    more_unnamed: int


def choose_speakers(told: Sequence[ToldStatement], labels: Labels, size: Size = SHORT) -> Choice:
    """The weightiest speakers with their weightiest statements.

    Attitudes are left out, pronouns for which nobody was found, and what speakers tell of their own words.
    """
    said = [
        one
        for one in told
        if one.statement.kind is StatementKind.STATEMENT and not one.own and not is_unresolved(one.statement.speaker)
    ]
    by_speaker: dict[tuple[str, str], list[Group]] = {}
    for group in alike_statements(said):
        by_speaker.setdefault(speaker_key(group[0].statement), []).append(group)
    ranked = sorted(by_speaker.items(), key=lambda item: -weight(item[1]))
    named = [groups for (kind, _), groups in ranked if kind != "unnamed"]
    unnamed = [groups for (kind, _), groups in ranked if kind == "unnamed"]
    parts = [
        speaker_part(groups, labels, size.lines if place < FULL_PARTS else size.fewer)
        for place, groups in enumerate(named[: size.speakers])
    ]
    # What they say is weakest: few examples, and where the others are.
    others = [unnamed_part(groups, labels, size.fewer) for groups in unnamed[: size.unnamed]]
    return Choice(tuple(parts), max(len(named) - len(parts), 0), tuple(others), max(len(unnamed) - len(others), 0))


def weight(groups: list[Group]) -> float:
    """What a speaker's three weightiest statements add up to."""
    return sum(sorted((statement_points(group) for group in groups), reverse=True)[:WEIGHED])


def statement_points(group: Group) -> float:
    """How important a content is to a brief.

    More reports; an act (a denial, threat, promise, demand, forecast) over plain telling; an actor named in it; the
    speaker's own words; no scrap, nothing told inside another's statement, no speaker in doubt. An editor's order of
    preference, not measured.
    """
    first = group[0].statement
    text = show_content(first)
    return (
        2.0 * (min(count_reports(group), 3) - 1)
        + 2.0 * (first.force not in {Force.ASSERT, Force.DECLINE})
        + 1.0 * bool(group[0].named)
        + 1.0 * bool(QUOTED.search(text))
        - 2.0 * (width(text) < TOO_SHORT and first.force is not Force.DECLINE)
        - 1.0 * (first.within is not None)
        - 1.0 * (first.speaker.doubt is not None)
    ) + 1.0  # so that a further plain statement still adds to a speaker's weight


def speaker_part(groups: list[Group], labels: Labels, most: int) -> SpeakerPart:
    """A speaker's part of the brief, statements in the order they were told."""
    newest_first = sorted(groups, key=lambda group: group[0].report.published or "", reverse=True)
    chosen = sorted(newest_first, key=lambda group: -statement_points(group))[:most]
    statements = [group[0].statement for group in groups]
    name = name_of([one.speaker for one in statements])
    posts = [one.speaker.post for one in statements if one.speaker.post]
    described_as = Counter(clip(show_sourcing(one.sourcing), DESCRIPTION) for one in statements)
    words = "; ".join(dict.fromkeys([*posts[:1], described_as.most_common(1)[0][0]]))
    return SpeakerPart(
        name=name,
        described=words,
        statements=len(groups),
        reports=len({one.report.id for group in groups for one in group}),
        lines=tuple(statement_line(group, labels) for group in groups if group in chosen),
        look_up=f"foreigndesk statements --speaker {shlex.quote(name)}",
    )


def name_of(speaker: Sequence[Mention]) -> str:
    """What a speaker is called: of a known one what mostly stands for it, else the longest form, which is the fullest.

    >>> name_of([Mention("Svensson"), Mention("Maria Svensson"), Mention("Svensson")])
    'Maria Svensson'
    >>> name_of([Mention("Xi", actor="xi", name="Xi Jinping"), Mention("Xi and Peng", actor="xi", name="Xi and Peng")])
    'Xi Jinping'
    """
    names = Counter(show_speaker(mention) for mention in speaker)
    known = any(mention.actor for mention in speaker)
    return max(names, key=lambda name: (names[name] if known else 0, -len(name) if known else len(name)))


def unnamed_part(groups: list[Group], labels: Labels, most: int) -> SpeakerPart:
    """The part of all who are described in the same words; they need not be one and the same."""
    part = speaker_part(groups, labels, most)
    first = groups[0][0].statement
    kind = first.sourcing.kind
    return SpeakerPart(
        name=described(first.speaker) or SOURCINGS[kind],
        described=part.described,
        statements=part.statements,
        reports=part.reports,
        lines=part.lines,
        look_up=f"foreigndesk statements --sourcing {kind.value}",
    )


def statement_line(group: Group, labels: Labels) -> StatementLine:
    """A statement as a line of the brief, in the words of the report that tells it first."""
    first = group[0].statement
    return StatementLine(
        id=first.id,
        does=show_act(first),
        text=clip(said_words(show_content(first)), LINE),
        hedges=show_hedges(first),
        doubt=first.speaker.doubt or "",
        reports=count_reports(group),
        cites=tuple(dict.fromkeys(labels.ref(cite_of_statement(one.report.id, one.statement)) for one in group)),
    )
