"""What print makes plain without a model: whole quotations, dash signatures, transcripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foreigndesk.reading.statements.tagging.found import Found, Span

PAIRS = {"“": "”", "«": "»"}
LONGEST = 1200  # characters from an opening to its closing mark: longer ones were marks that never closed
NAME = r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3}"
SIGNED = re.compile(rf"[”\"]\s*(?P<dash>[―—–]|--) ?(?P<name>{NAME})(?:,[^\n]{{1,60}})?\.?[ \xa0]*(?=\n|\Z)")
SPOKEN = re.compile(
    r"^(?!UPDATE|CORRECTION|WATCH|EDITOR|NOTE|RELATED|PHOTO)(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})"
    r"(?: \([^)\n]{1,60}\))?(?P<mark>:)\s+(?P<words>\S[^\n]*)",
    re.MULTILINE,
)


def complete_quotes(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Content spans widened to the quotation marks they touch, and to the closing mark of one they open.

    >>> complete_quotes("He said “it is not true, and never was,” adding more.", ((9, 23),))
    ((8, 40),)
    """
    return apart([closed(text, start - (text[start - 1 : start] in PAIRS), end) for start, end in spans])


def closed(text: str, start: int, end: int) -> Span:
    """One span, up to the closing mark of a quotation that it leaves open in its paragraph."""
    for opening, closing in PAIRS.items():
        if text.rfind(opening, start, end) > text.rfind(closing, start, end):
            close = text.find(closing, end)
            stops = (text.find("\n", end), text.find(opening, end), end + LONGEST)
            if 0 <= close < min(stop for stop in stops if stop >= 0):
                return start, close + 1
    return start, end


def apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def touches(spans: Sequence[Span], other: Span) -> bool:
    """Whether a span shares a character with one of some spans."""
    return any(start < other[1] and other[0] < end for start, end in spans)


def signatures(text: str, found: list[Found]) -> list[Found]:
    """A quotation signed under a dash is the signer's: "...” ― Name"."""
    out = list(found)
    for match in SIGNED.finditer(text):
        name, dash = match.span("name"), match.span("dash")
        for n, one in enumerate(out):
            last = max((end for _, end in one.content), default=-1)
            if abs(last - match.start()) <= 2 and not touches(one.source, name):
                # what stands in the same paragraph as the mark that closes the quotation
                kept = tuple(s for s in one.content if "\n" not in text[s[1] : match.start()])
                out[n] = replace(one, source=(name,), cue=(dash,), content=kept or one.content[-1:])
    return out


def transcripts(text: str, found: list[Found]) -> list[Found]:
    """Content without a source on a line that opens with NAME: is what that name says."""
    out = list(found)
    for match in SPOKEN.finditer(text):
        for n, one in enumerate(out):
            if not one.source and touches(one.content, match.span("words")):
                out[n] = replace(one, source=(match.span("name"),), cue=(match.span("mark"),))
                break
    return out
