"""The listings of kin, lineages, voices and letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foreigndesk.model import Kinship, KinshipKind, Lineage, Reliability, Report, Voice, VoiceCount
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import GLANCE, ID, data_columns
from foreigndesk.showing.phrases import show_day
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, count, one_line

# A kinship seen from the debtor and from the creditor.
OWES = {
    KinshipKind.COPY: ("is a copy of", "was copied by"),
    KinshipKind.EXCERPT: ("is cut from", "was cut by"),
    KinshipKind.UPDATE: ("updates", "was updated by"),
    KinshipKind.REWRITE: ("rewrites", "was rewritten by"),
    KinshipKind.SPUN: ("is spun from", "was spun by"),
    KinshipKind.QUOTES: ("quotes", "is quoted by"),
}


def title_of(report: Report | None) -> str:
    """A report in a few words: outlet, or id, and day."""
    if report is None:
        return "a report that is gone"
    return f"{report.outlet or report.id}, {show_day(report.published)}"


def list_kin(report: Report, kinships: Sequence[Kinship], others: Mapping[str, Report]) -> Table:
    """One row a kinship of a report, as seen from it."""
    rows = []
    for tie in kinships:
        owes = tie.debtor == report.id
        other = tie.creditor if owes else tie.debtor
        shared = tie.shared[0].debtor if tie.shared else None
        printed = report if owes else others.get(other)
        words = printed.text[shared.start : shared.end] if shared and printed else ""
        rows.append(
            (
                tie.id,
                OWES[tie.kind][0 if owes else 1],
                other,
                title_of(others.get(other)),
                f"{100 * tie.score:.0f} %",
                tie.doubt or "",
                clip(one_line(words), GLANCE),
                tie.kind.value,
                tie.debtor,
                tie.creditor,
            )
        )
    columns = (
        ID,
        Column("kin", 10),
        Column("report", 14),
        Column("published", 14, spare=True, most=40),
        Column("shared", 6, number=True),
        Column("doubt", 12, most=GLANCE),
        Column("first shared words", 20, grows=True, spare=True),
        *data_columns("kind debtor creditor"),
    )
    return Table(columns, tuple(rows), tuple(kinships), "No other report here is kin of it: it stands by itself.")


def list_lineages(lineages: Sequence[Lineage], reports: Mapping[str, Report]) -> Table:
    """One row a lineage of several reports."""
    rows = []
    for one in lineages:
        first = reports.get(one.first)
        outlets = [reports[report].outlet or report for report in one.reports[1:] if report in reports]
        rows.append(
            (
                one.id,
                title_of(first),
                (first.headline if first else None) or "–",
                str(len(one.reports)),
                ", ".join(outlets),
                one.first,
                ";".join(one.reports),
            )
        )
    columns = (
        ID,
        Column("likely first", 16, most=40),
        Column("headline", 20, grows=True, most=GLANCE),
        Column("reports", 7, number=True),
        Column("the others", 16, most=GLANCE),
        *data_columns("first all"),
    )
    return Table(columns, tuple(rows), tuple(lineages), "No report here is kin of another.")


def list_voices(counted: VoiceCount, labels: Labels) -> Table:
    """One row a voice: who it is, whether it is certainly one of its own, and where it is heard."""
    rows = tuple(
        (voice.speaker, surety(voice), heard(voice, labels), voice.reasons[0].sentence) for voice in counted.voices
    )
    columns = (
        Column("voice", 14, most=60),
        Column("counts", 8),
        Column("heard", 11, most=60),
        Column("why", 24, grows=True),
    )
    return Table(columns, rows, (counted,), "Nobody tells it.")


def surety(voice: Voice) -> str:
    """Whether a voice counts to the least or only to the most."""
    return "surely" if voice.certain else "perhaps"


def heard(voice: Voice, labels: Labels) -> str:
    """Where a voice is heard: its first cites."""
    shown = [f"[{labels.ref(cite).label}]" for cite in voice.cites[:3]]
    more = len(voice.cites) - len(shown)
    return " ".join(shown) + (f" +{more}" if more else "")


def voices_in_words(counted: VoiceCount) -> str:
    """A count in a few words.

    >>> voices_in_words(VoiceCount("s-1", 10, 1, 1, 1, (), (), ()))
    '1 voice in 10 reports'
    >>> voices_in_words(VoiceCount("s-1", 3, 2, 1, 2, (), (), ()))
    '1 to 2 voices in 3 reports'
    """
    number = count(counted.fewest, "voice")
    if counted.most > counted.fewest:
        number = f"{counted.fewest} to {count(counted.most, 'voice')}"
    return f"{number} in {count(counted.reports, 'report')}"


def list_letters(letters: Sequence[Reliability]) -> Table:
    """One row a letter that an analyst gave."""
    rows = tuple((one.of, one.letter, one.analyst, one.given, one.note) for one in letters)
    columns = (
        Column("outlet or speaker", 20),
        Column("letter", 6),
        Column("analyst", 10),
        Column("given", 20),
        Column("note", 12, grows=True),
    )
    return Table(columns, rows, tuple(letters), "No analyst has given a letter yet: all are F, cannot be judged.")
