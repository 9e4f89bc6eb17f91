"""What is new since a day, among what weighing found."""

from __future__ import annotations

from collections.abc import Iterator

from foreigndesk.model import Outcome, Stance, name_id
from foreigndesk.showing.brief.value import FindingLine
from foreigndesk.showing.brief.weighed import (
    Weighed,
    choose_claims,
    choose_contests,
    decided_on,
    first_told,
    move_words,
    outcome,
    quoted,
    refs,
    watch_line,
    who,
)
from foreigndesk.showing.cites import Labels


def news(found: Weighed, labels: Labels) -> list[FindingLine]:
    """What has changed since a day: moves first, then contests, outcomes, ends of silence, turns, figures, claims.

    The first of each kind come before all others, so that no kind hides the rest.
    """
    since = found.since.isoformat()
    kinds = [
        list(kind(found, since, labels))
        for kind in (moved, newly_contested, outcomes, ended, turned, new_figures, new_claims)
    ]
    first = [line for lines in kinds for line in lines[:FIRST]]
    return first + [line for lines in kinds for line in lines[FIRST:]]


FIRST = 2  # of each kind


def moved(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Speakers who changed sides, of each contest the last one who did."""
    for contest in choose_contests(found.contests):
        recent = [move for move in contest.moves if (move.after.day or "") >= since]
        for move in recent[-1:]:
            cites = refs([move.before.cite, move.after.cite], labels)
            yield FindingLine(
                contest.claim.id, "changed sides", move_words(move), (quoted(contest.claim.words),), cites
            )


def newly_contested(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Contests that nobody had contested before."""
    for contest in choose_contests(found.contests):
        against = [*contest.doubting, *contest.denying]
        first = min(against, key=lambda one: one.day or "9")
        if (first.day or "9") >= since and first.day:
            verb = "denied" if first.stance is Stance.DENY else "doubted"
            words = quoted(contest.claim.words)
            cites = refs([contest.claim.cite, first.cite], labels)
            yield FindingLine(contest.claim.id, "now contested", words, (f"{verb} by {who(first)} {first.day}",), cites)


def outcomes(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Forecasts of which it became known what became of them: what was told first, then what lapsed, the last first."""
    by_id = sorted(found.watches, key=lambda one: one.forecast)
    by_day = sorted(by_id, key=lambda one: decided_on(one, found), reverse=True)
    for one in sorted(by_day, key=lambda one: outcome(one) is Outcome.LAPSED):
        day = decided_on(one, found)
        if since <= day <= found.day.isoformat():
            mark = "" if one.confirmed else " (proposed)"
            yield watch_line(one, f"{outcome(one).value}{mark}, {day}", (), found, labels)


def ended(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Silences that were broken."""
    for one in found.silences:
        if one.until and since <= one.until <= found.day.isoformat():
            told = f"{one.name} spoke on {one.until}, after silence since {one.since}"
            yield FindingLine(one.id, "silence ended", told, (), refs(reversed(one.cites), labels))


def turned(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Relations that turned."""
    for one in found.relations:
        for turn in one.turns:
            if turn.start >= since:
                told = f"{one.one} and {one.other}: {turn.now:+.1f} after {turn.was:+.1f} (p = {turn.p:.3f})"
                yield FindingLine(name_id("b", one.one, one.other), "turned", told, (), refs(turn.cites, labels))


def new_figures(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Figures that a claim was not told with before."""
    for claim in found.claims:
        before = [one for one in claim.variants if (one.first_day or "9") < since]
        new = [one for one in claim.variants if (one.first_day or "") >= since]
        if before and new:
            told = f"{new[-1].figure} ({new[-1].first_day}), before {before[-1].figure} ({before[-1].first_day})"
            words = quoted(claim.words)
            yield FindingLine(claim.id, "another figure", told, (words,), refs(new[-1].cites, labels))


def new_claims(found: Weighed, since: str, labels: Labels) -> Iterator[FindingLine]:
    """Claims that were first told then."""
    for claim in choose_claims(found.claims, found.contests):
        if since <= first_told(claim) < "9":
            words = quoted(claim.words)
            teller = next((one for one in claim.positions if one.cite == claim.cite), claim.positions[0])
            yield FindingLine(claim.id, "first told", words, (f"told by {who(teller)}",), refs(claim.cites, labels))
