"""The brief's own sentences, the same on a screen, in Markdown and in the dossier."""

from __future__ import annotations

import re

from foreigndesk.showing.brief.value import Brief, EventLine, ReportLine, StatementLine, Subject, Voices
from foreigndesk.showing.deeds import PLAIN
from foreigndesk.showing.phrases import show_day, show_dyad
from foreigndesk.showing.words import clean, count

# "WASHINGTON, Oct. 31, 2024 (Reuters) — " before the first sentence of a report: capitals, then at most a date and an
# agency, then a dash. The AP Stylebook sets the place in capitals and a dash behind it.
DATELINE = re.compile(r"\A[A-Z][A-Z.,’' -]+(?:, [^—–]{1,30})?(?: \([^)]{1,30}\))? *[—–] *")


def dateline_end(text: str) -> int:
    """How many characters of a sentence are the dateline before it; 0 for none.

    >>> dateline_end("SEOUL, Oct. 31 — The envoys met."), dateline_end("The envoys met — at last.")
    (17, 0)
    """
    found = DATELINE.match(text)
    return found.end() if found else 0


def said_words(text: str) -> str:
    """A content as a line of its own: without a dateline, and without the "that" which joined it to its sentence.

    >>> said_words("that the strait was open"), said_words("that is all")
    ('the strait was open', 'that is all')
    """
    words = text[dateline_end(text) :]
    rest = words.removeprefix("that ")
    return words if rest.startswith(VERBS) else rest


# "that" before these is a subject and stays.
VERBS = ("is ", "was ", "would ", "will ", "could ", "can ", "has ", "had ", "did ", "does ", "may ", "might ")


def asked_words(brief: Brief) -> str:
    """What the brief is about: "China, Russia, reports since 2024-10-25", or all reports."""
    since = f"reports since {brief.since}" if brief.since else ""
    return ", ".join(part for part in (*brief.about, since) if part) or "all reports"


def counts_words(brief: Brief) -> str:
    """How much it was chosen from, in one sentence."""
    numbers = brief.numbers
    first, last = numbers.days or ("", "")
    days = "" if not first else f" published {first}" if first == last else f" published {first} to {last}"
    outlets = f" from {count(numbers.outlets, 'outlet')}" if numbers.outlets else ""
    named = f" ({count(numbers.speakers, 'speaker')} known by name)" if numbers.speakers else ""
    parts = [
        f"{count(numbers.reports, 'report')}{outlets}{days}",
        f"{count(numbers.statements, 'statement')}{named}",
        count(numbers.attitudes, "attitude"),
        count(numbers.events, "event"),
        count(numbers.forecasts, "forecast"),
        count(numbers.setbacks, "setback"),
    ]
    return f"{'; '.join(parts)}."


def subject_words(subject: Subject) -> str:
    """An actor's share: "named in 12 reports, 30 statements, part in 22 events"."""
    parts = [f"named in {count(subject.reports, 'report')}"]
    parts += [f"makes {count(subject.statements, 'statement')}"] if subject.statements else []
    parts += [f"part in {count(subject.events, 'event')}"] if subject.events else []
    return ", ".join(parts)


def deeds_words(brief: Brief) -> str:
    """The events by what sort they are, friendly ones first: "cooperation in words: talks 12, agreement 3"."""
    by_sort: dict[str, list[str]] = {}
    for deed in sorted(brief.deeds, key=lambda deed: deed.meaning):
        by_sort.setdefault(deed.meaning or "other", []).append(f"{PLAIN.get(deed.type, deed.type)} {deed.events:,}")
    return "; ".join(f"{sort}: {', '.join(kinds)}" for sort, kinds in by_sort.items())


def event_head(line: EventLine) -> str:
    """Who does what to whom: "Russia → Ukraine: violence (aerial)"."""
    return clean(f"{show_dyad(line.actor, line.recipient, line.via)}: {line.deed}")


def told_words(line: EventLine | StatementLine) -> str:
    """How many independent voices stand behind a line, in how many reports; "" for one report alone.

    Where voices were not counted, how many reports tell it, which says nothing of how many voices they are.
    """
    if line.voices is None:
        return count(line.reports, "report") if line.reports > 1 else ""
    reports = max(line.voices.reports, line.reports)
    if reports == line.voices.most == 1:
        return ""
    noun = "voice" if line.voices.most == 1 else "voices"
    return f"{number_of(line.voices)} {noun} in {count(reports, 'report')}"


def number_of(voices: Voices | None) -> str:
    """How many voices, at least and at most; "" where they were not counted.

    >>> number_of(Voices(1, 2, 3)), number_of(Voices(2, 2, 5))
    ('1 to 2', '2')
    """
    if voices is None:
        return ""
    return str(voices.fewest) if voices.fewest == voices.most else f"{voices.fewest} to {voices.most}"


def descriptor_words(line: ReportLine) -> str:
    """How far a cited report is to be relied on: kin, how its speakers are described, why some are not named."""
    spun = "words exchanged by a machine" if line.spun and not line.kin.startswith("machine-spun") else ""
    why = f"not named because: {', '.join(f'“{reason}”' for reason in line.reasons)}" if line.reasons else ""
    resting = f"{count(len(line.lines), 'line')} here" + (f", {len(line.alone)} on it alone" if line.alone else "")
    return clean(
        "; ".join(part for part in (line.kin, spun, line.sourcing, why, resting if line.lines else "") if part)
    )


def report_words(line: ReportLine) -> str:
    """A cited report: date, outlet, wire, headline."""
    outlet = line.outlet or "outlet not found"
    wire = f" (credits {line.wire})" if line.wire else ""
    date = show_day(line.published) if line.published else "no date"
    return clean(f"{date}  {outlet}{wire}  {line.headline}")


BY_DAY = "“By” a day: the report gives none, and was published then."


def needs_by(brief: Brief) -> bool:
    """Whether an event stands at the day of its report, which is to be explained."""
    return any(line.when.startswith("by ") for line in brief.events)
