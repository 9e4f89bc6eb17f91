"""Read the phrase that begins at a place: a date, a part of one, a bounded one, or a range of two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from foreigndesk.reading.dates import counted, days, linked, months, near, vague, years
from foreigndesk.reading.dates.periods import COARSENESS, Period
from foreigndesk.reading.dates.scene import CountsFrom, Found, Rule, Scene
from foreigndesk.reading.dates.shifts import BOUNDS, PARTS, Shift
from foreigndesk.reading.dates.tense import MOVING, Tense
from foreigndesk.reading.dates.vocabulary import DASH, spell

BLANKS = re.compile(r"[^\S\n]*-?[^\S\n]*")  # "mid-November", "late 2023"
FROM = spell("from|between")
TO = re.compile(rf"[^\S\n]+(?:to|and|until|till|through)[^\S\n]+|[^\S\n]*{DASH}[^\S\n]*", re.IGNORECASE)
TO_ALONE = re.compile(rf"[^\S\n]+(?:to|through)[^\S\n]+|{DASH}", re.IGNORECASE)

# In these places a date belongs to the noun after it: "since the 2014 vote", "by Monday's deadline".
OF_A_NOUN = frozenset({"compound", "nummod", "amod", "poss", "nmod", "det"})
POSSESSIVE = re.compile(r"[’']s?\b|[’'](?= )")

DEEPEST = 3  # parts of parts: "the end of early next year" is as deep as English goes

# Of rules that read equally many words the first one is taken.
RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *near.RULES,
    *counted.RULES,
    *linked.RULES,
    *vague.RULES,
)


def _longest(founds: Iterable[Found | None]) -> Found | None:
    """The longest of several; the first of those as long."""
    best = None
    for found in founds:
        if found and (best is None or found.end > best.end):
            best = found
    return best


def read_phrase(start: int, scene: Scene) -> Found | None:
    """The longest phrase that begins at a character; None if none does."""
    part = _read_part(start, scene)
    return _longest((_read_range(start, part, scene), part, _read_bounded(start, scene)))


def _read_part(start: int, scene: Scene, depth: int = 0) -> Found | None:
    """A date, or a part of one ("late 2023", "the end of last month"); `depth` is how many parts stand before."""
    date = _longest(_apply(rule, start, scene) for rule in RULES if depth or not rule.inner)
    if depth == DEEPEST:
        return date
    return _longest((date, *(_read_shifted(start, scene, part, depth + 1) for part in PARTS)))


def _read_bounded(start: int, scene: Scene) -> Found | None:
    """A date with a bound before it ("since Tuesday"), where the date is what the bound governs."""
    return _longest(
        found if found and not belongs_to_noun(found, scene) else None
        for found in (_read_shifted(start, scene, bound) for bound in BOUNDS)
    )


def _apply(rule: Rule, start: int, scene: Scene) -> Found | None:
    """What one rule makes of the words that begin at a character."""
    match = rule.pattern.match(scene.text, start)
    period = rule.resolve(match, scene) if match else None
    if match is None or period is None:
        return None
    if rule.counts_from is CountsFrom.PUBLICATION:
        period = replace(period, anchor=scene.today) if scene.published else period.opened()
    return Found(start, match.end(), period, (rule.name,), rule.counts_from)


def _read_shifted(start: int, scene: Scene, shift: Shift, depth: int = 0) -> Found | None:
    """What one shift makes of the date that follows its words."""
    match = shift.pattern.match(scene.text, start)
    if match is None:
        return None
    told = replace(scene, told=shift.tense) if shift.tense else scene
    date = _read_part(_skip_blanks(match.end(), scene), told, depth)
    period = shift.move(date.period, scene, match) if date else None
    if date is None or period is None:
        return None
    if period != date.period and scene.published and shift in BOUNDS:
        period = replace(period, anchor=period.anchor or scene.published)
    return Found(start, date.end, period, (shift.name, *date.rules), date.counts_from, is_base=shift not in BOUNDS)


def _read_range(start: int, part: Found | None, scene: Scene) -> Found | None:
    """From one date to another, or two dates of one kind with a dash or "to" between them."""
    opening = FROM.match(scene.text, start)
    first = _read_part(_skip_blanks(opening.end(), scene), scene) if opening else part
    link = (TO if opening else TO_ALONE).match(scene.text, first.end) if first else None
    last = _read_part(link.end(), scene) if link else None
    if first is None or last is None or _is_moved(start, scene):
        return None
    if not opening and first.period.granularity is not last.period.granularity:
        return None
    return _join(start, first, last, scene)


def _is_moved(start: int, scene: Scene) -> bool:
    """Whether something was moved from one date to the other: those are two dates."""
    words = scene.words(start, start + 1)
    return words is not None and words.root.head.lemma_.lower() in MOVING


def _skip_blanks(at: int, scene: Scene) -> int:
    """Where the next word begins."""
    blanks = BLANKS.match(scene.text, at)
    return blanks.end() if blanks else at


def _join(start: int, first: Found, last: Found, scene: Scene) -> Found | None:
    """One period of two: if they run backwards, the end without a year is read again from the other."""
    if _runs_backwards(first, last):
        if last.counts_from is CountsFrom.CALENDAR or scene.tense_at(first.start, first.end) is Tense.PAST:
            again = _read_part(first.start, replace(scene, published=last.period.first, told=Tense.PAST))
            first = again or first
        else:
            again = _read_part(last.start, replace(scene, published=first.period.first, told=Tense.FUTURE))
            last = again or last
    if _runs_backwards(first, last):
        return None
    unit = max(first.period.granularity, last.period.granularity, key=COARSENESS.__getitem__)
    anchor = (first.period.anchor or last.period.anchor) and scene.published
    period = Period(first.period.first, last.period.last, unit, anchor)
    return Found(start, last.end, period, ("range", *first.rules, *last.rules), first.counts_from)


def _runs_backwards(first: Found, last: Found) -> bool:
    """Whether the second of two dates ends before the first begins."""
    return bool(first.period.first and last.period.last and last.period.last < first.period.first)


def belongs_to_noun(found: Found, scene: Scene) -> bool:
    """Whether a date describes the noun after it instead of standing by itself."""
    if POSSESSIVE.match(scene.text, found.end):
        return True
    words = scene.words(found.start, found.end)
    return words is not None and any(token.dep_ in OF_A_NOUN and token.head.i >= words.end for token in words)
