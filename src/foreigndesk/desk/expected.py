"""What is looked for and judged anew each time: the reasons behind a silence or an indicator, and the cites."""

from __future__ import annotations

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import labels
from foreigndesk.desk.indicators import indications
from foreigndesk.desk.silence import silence_of
from foreigndesk.errors import UnknownId
from foreigndesk.model import Cite, Indication, Reason
from foreigndesk.showing.reasons import Why


def why(case: CaseFile, asked: str) -> Why:
    """The reasons of a silence (q-) or an indicator (i-), by the beginning of its id. Raises UnknownId."""
    kind, whole, reasons, cites = looked_up(case, asked)
    cite = labels(case, [cites[0].report]).ref(cites[0]) if cites else None
    return Why(whole, kind, reasons, cite, "")


def place_of(case: CaseFile, asked: str) -> str:
    """What `show` opens for a silence or an indicator: the paragraph it rests on first. Raises UnknownId for none."""
    _, whole, _, cites = looked_up(case, asked)
    if not cites:
        raise UnknownId(f"{whole} rests on what is not in the case file", f"`foreigndesk why {whole}` tells why")
    return labels(case, [cites[0].report]).ref(cites[0]).opens


def looked_up(case: CaseFile, asked: str) -> tuple[str, str, tuple[Reason, ...], tuple[Cite, ...]]:
    """What it is, its whole id, its reasons and its cites."""
    prefix = asked.strip().lower()
    if prefix.startswith("q-"):
        silence = silence_of(case, prefix)
        return "Silence", silence.id, silence.reasons, silence.cites
    found = indication_of(case, prefix)
    return "Indicator", found.indicator.id, found.reasons, found.cites


def indication_of(case: CaseFile, prefix: str) -> Indication:
    """What one indicator shows, by the beginning of its id. Raises UnknownId."""
    found = [one for one in indications(case, history=True) if one.indicator.id.startswith(prefix)]
    if len(found) != 1:
        raise UnknownId(f"{len(found)} indicators begin with {prefix!r}", "`foreigndesk watch indicators` lists them")
    return found[0]
