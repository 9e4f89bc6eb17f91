"""Claims as analysts regroup them: a statement taken out of a claim, or put to it, comes last, like every correction.

The gathering stays as it is; what was corrected is laid over its claims when they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from foreigndesk.casefile import CaseFile
from foreigndesk.corrections import reason_of
from foreigndesk.model import Claim, Correction, Position, Subject, Verdict

# Gives the claims that hold some statements, as they were gathered.
Holding = Callable[[frozenset[str]], Sequence[Claim]]


def regrouped(case: CaseFile, claims: Sequence[Claim], holding: Holding) -> list[Claim]:
    """The claims with what analysts took out of them and put to them; one that is left without a telling is gone.

    A statement that was put to one claim is no longer in another. Of two words on one statement the last counts.
    """
    corrections = case.load_corrections(subject=Subject.CLAIM)
    if not corrections:
        return list(claims)
    current = {one.finding: claim_today(case, one.finding) for one in corrections}
    home: dict[str, str | None] = {}
    for one in corrections:
        for statement in one.statements:
            home[statement] = current[one.finding] if one.verdict is Verdict.ADD else None
    moved = {
        position.statement: position
        for claim in holding(frozenset(home))
        for position in claim.positions
        if position.statement in home
    }
    found = []
    for claim in claims:
        mine = [one for one in corrections if current[one.finding] == claim.id]
        made = laid_over(case, claim, home, moved, mine)
        found += [made] if made is not None else []
    return found


def claim_today(case: CaseFile, claim: str) -> str:
    """The id of a claim that was corrected under this one: it changes when an earlier telling comes to light."""
    found = case.gathering.find_claims(claim)
    return found[0] if len(found) == 1 else claim


def laid_over(
    case: CaseFile,
    claim: Claim,
    home: dict[str, str | None],
    moved: dict[str, Position],
    corrections: Iterable[Correction],
) -> Claim | None:
    """One claim regrouped; None where nothing of it is left."""
    kept = [one for one in claim.positions if home.get(one.statement, claim.id) == claim.id]
    there = {one.statement for one in kept}
    kept += [moved[one] for one, to in home.items() if to == claim.id and one not in there and one in moved]
    if not kept:
        return None
    reasons = claim.reasons + tuple(reason_of(one) for one in corrections)
    positions = tuple(sorted(kept, key=lambda one: (one.day or "9", one.statement)))
    changed = replace(claim, positions=positions, reasons=reasons)
    if any(one.cite == claim.cite for one in positions):
        return changed
    first = positions[0]
    report = case.load_report(first.cite.report)
    words = report.text[first.cite.start : first.cite.end] if report else claim.words
    return replace(changed, words=words, cite=first.cite)
