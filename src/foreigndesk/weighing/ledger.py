"""What each speaker foretold, and what became of it: counts with the forecasts behind them, never a score of truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from foreigndesk.model import Cite, Outcome, Watch


@dataclass(frozen=True, slots=True)
class Account:
    """What one speaker foretold, and what became of it: how many of each outcome, and how many an analyst confirmed.

    The analyst's word counts where there is one, else what the desk proposes. `cites` are where each was foretold.
    """

    speaker: str
    open: int
    come_about: int
    contradicted: int
    lapsed: int
    confirmed: int
    watches: tuple[str, ...]
    cites: tuple[Cite, ...] = ()


def judge_ledger(watches: Sequence[Watch]) -> tuple[Account, ...]:
    """An account for each speaker, who foretold most first; the writers' own under ""."""
    by_speaker: dict[str, list[Watch]] = {}
    for watch in watches:
        by_speaker.setdefault(watch.speaker, []).append(watch)
    accounts = [account(speaker, theirs) for speaker, theirs in by_speaker.items()]
    return tuple(sorted(accounts, key=lambda one: (-len(one.watches), one.speaker)))


def account(speaker: str, theirs: Sequence[Watch]) -> Account:
    """The account of one speaker."""
    times = Counter(watch.confirmed or watch.proposed for watch in theirs)
    return Account(
        speaker,
        times[Outcome.OPEN],
        times[Outcome.COME_ABOUT],
        times[Outcome.CONTRADICTED],
        times[Outcome.LAPSED],
        sum(watch.confirmed is not None for watch in theirs),
        tuple(watch.forecast for watch in theirs),
        tuple(watch.cites[0] for watch in theirs if watch.cites),
    )
