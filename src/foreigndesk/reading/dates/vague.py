"""Words that tell only the side: recently, years ago, soon, in the coming weeks."""

from __future__ import annotations

import re

from foreigndesk.reading.dates.periods import VAGUE, Period
from foreigndesk.reading.dates.scene import Rule, Scene, rule
from foreigndesk.reading.dates.tense import Tense
from foreigndesk.reading.dates.vocabulary import AGO, COMING, NEXT, PAST, RECENT, SOME

UNITS = "(?:hours|days|weeks|months|years|decades)"


@rule(
    f"{RECENT} {UNITS}|(?:the|these|this) {PAST} (?:{SOME} )?{UNITS}|recently|just lately|lately"
    f"|(?:(?:{SOME}|not many) )?{UNITS} {AGO}|(?:(?:not )?(?:too )?long|a long time) ago|the other day"
)
def some_time_past(_match: re.Match[str], scene: Scene) -> Period | None:
    """Told only as past: some day up to that of publication."""
    return Period(None, scene.today, VAGUE)


@rule(
    f"(?:the|these) (?:{NEXT}|{COMING}) (?:{SOME} )?{UNITS}|(?:the )?{COMING} {UNITS}|the (?:near|foreseeable) future"
    f"|the {UNITS} ahead|{SOME} {UNITS} from now"
)
def some_time_ahead(_match: re.Match[str], scene: Scene) -> Period | None:
    """Told only as ahead: some day from that of publication on."""
    return Period(scene.today, None, VAGUE)


# "As soon as", "too soon", "soon after", "the soon-to-be envoy".
COMPARED = re.compile(
    r"\b(?:as|so|too|how) (?:soon|shortly)|(?:soon|shortly)(?:-| (?:as|after|before|there))", re.IGNORECASE
)


@rule("(?:very )?soon|shortly")
def soon(match: re.Match[str], scene: Scene) -> Period | None:
    """Soon, with a verb that points ahead: some day from that of publication on."""
    around = scene.text[max(0, match.start() - 4) : match.end() + 8]
    ahead = scene.tense(match) is Tense.FUTURE and not COMPARED.search(around)
    return Period(scene.today, None, VAGUE) if ahead else None


RULES: tuple[Rule, ...] = (some_time_past, some_time_ahead, soon)
