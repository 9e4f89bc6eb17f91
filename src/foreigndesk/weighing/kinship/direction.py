"""Which of two kin owes the other: credits, traces of spinning, hours of publication, and which holds more."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from foreigndesk.model import KinshipKind, Reason
from foreigndesk.weighing.kinship.compare import Compared
from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.words import fold


@dataclass(frozen=True, slots=True)
class Direction:
    """Who owes whom (`debtor_first`: the first report owes the second), why, and what is uncertain about it."""

    debtor_first: bool
    reasons: tuple[Reason, ...]
    doubt: str | None = None


def direction_of(compared: Compared, kind: KinshipKind, more_in_first: float) -> Direction:
    """The likely direction of a debt of some kind between two reports.

    `more_in_first` is how much of its own the first holds, less what the second holds, as a share of the longer one.
    Of two versions of one outlet only the hour decides. Credits outweigh traces of spinning, these outweigh hours,
    hours outweigh length; of two copies the longer may as well be the one with more furniture.
    """
    one, other = compared.one, compared.other
    votes = [credit(one, other), rest(compared), spinning(one, other), hour(one, other)]
    if kind is KinshipKind.UPDATE:
        votes = [hour(one, other)]
    elif kind is not KinshipKind.COPY:
        votes.append(length(one, other, more_in_first))
    cast = [vote for vote in votes if vote is not None]
    if not cast:
        adds = kind in {KinshipKind.COPY, KinshipKind.UPDATE}  # furniture is added, and so is news
        ahead = more_in_first if adds else -more_in_first
        return Direction(
            ahead > 0 or (ahead == 0 and one.report.id > other.report.id),
            (Reason("direction", "Nothing printed tells which of the two came first."),),
            "which of the two came first cannot be known",
        )
    first = cast[0]
    against = [vote for vote in cast if vote.debtor_first != first.debtor_first]
    doubt = first.doubt
    if against:
        doubt = "the signs of who owes whom disagree: " + against[0].reasons[0].sentence
    return Direction(first.debtor_first, first.reasons, doubt)


# -- credits -----------------------------------------------------------------------------------------------------------


def credit(one: Kin, other: Kin) -> Direction | None:
    """A report that credits the other's outlet owes it; two that credit each other tell nothing."""
    here, there = credit_words(one, other), credit_words(other, one)
    if (here is None) == (there is None):
        return None
    debtor, creditor, words = (one, other, here) if here is not None else (other, one, there)
    sentence = f"{outlet_of(debtor)} credits {creditor.report.outlet} (“{words}”)."
    return Direction(debtor is one, (Reason("credit", sentence),))


def rest(compared: Compared) -> Direction | None:
    """A passage in which a report names its own outlet ("told the Daily") began there, wherever else it stands."""
    here = own_name_in(compared.one, [block.one for block in compared.likeness.blocks])
    there = own_name_in(compared.other, [block.other for block in compared.likeness.blocks])
    if here == there:
        return None
    creditor = compared.one if here else compared.other
    sentence = f"What both share names {creditor.report.outlet} in {outlet_of(creditor)}'s own text: it began there."
    return Direction(creditor is compared.other, (Reason("rest", sentence),))


def own_name_in(kin: Kin, stretches: list[tuple[int, int]]) -> bool:
    """Whether a report names its own outlet inside one of the stretches of words."""
    if not kin.report.outlet:
        return False
    spans = [(int(kin.words.starts[start]), int(kin.words.ends[end - 1])) for start, end in stretches]
    named = mentions_of(kin.report.outlet, kin.report.text)
    return any(begin <= start and end <= finish for start, end in named for begin, finish in spans)


def credit_words(debtor: Kin, creditor: Kin) -> str | None:
    """The words by which a report credits the other's outlet: wire line, byline, or the outlet's name in its text."""
    outlet = creditor.report.outlet
    if not outlet or same_outlet(debtor, creditor):
        return None
    for line in (debtor.report.wire, debtor.report.byline):
        if line and names_outlet(line, outlet):
            return line
    found = mentions_of(outlet, debtor.report.text)
    return debtor.report.text[found[0][0] : found[0][1]] if found else None


@functools.lru_cache(maxsize=4096)
def outlet_names(outlet: str) -> tuple[str, ...]:
    """The forms by which an outlet is named in running text: whole, and without an article before it.

    >>> outlet_names("The Harbour Courier")
    ('The Harbour Courier', 'Harbour Courier')
    """
    bare = re.sub(r"^(?:the|le|la|der|die|das|el|il)\s+", "", outlet.strip(), flags=re.IGNORECASE)
    return (outlet.strip(), bare) if bare != outlet.strip() else (bare,)


def mentions_of(outlet: str, text: str) -> list[tuple[int, int]]:
    """Where a text names an outlet as whole words, as printed or in capitals, [start, end)."""
    shortest = outlet_names(outlet)[-1]
    return sorted(place for form in {shortest, shortest.upper()} for place in places_of(form, text))


def places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as whole words: `str.find` is twenty times as fast here as a pattern with look-behind."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(form, end)


def names_outlet(line: str, outlet: str) -> bool:
    """Whether a line names an outlet."""
    return bool(mentions_of(outlet, line))


def same_outlet(one: Kin, other: Kin) -> bool:
    """Whether both reports are known to be of one outlet."""
    here, there = one.report.outlet, other.report.outlet
    return bool(here and there) and fold(outlet_names(here or "")[-1]) == fold(outlet_names(there or "")[-1])


def outlet_of(kin: Kin) -> str:
    """How a report is called in a sentence: by its outlet, else by its id."""
    return kin.report.outlet or f"report {kin.report.id}"


# -- traces, hours, length ---------------------------------------------------------------------------------------------


def spinning(one: Kin, other: Kin) -> Direction | None:
    """A report with traces of spinning owes the one without."""
    if (one.spun is None) == (other.spun is None):
        return None
    debtor = one if one.spun is not None else other
    return Direction(
        debtor is one, (Reason("spinning", f"{outlet_of(debtor)} bears the traces of word-by-word exchange."),)
    )


def hour(one: Kin, other: Kin) -> Direction | None:
    """The later one owes the earlier; of one day without hours nothing is known."""
    here, there = moment(one.report.published), moment(other.report.published)
    if here is None or there is None:
        return None
    (start, end), (begin, finish) = here, there
    if end <= begin or finish <= start:
        debtor, creditor = (other, one) if end <= begin else (one, other)
        return Direction(
            debtor is one,
            (
                Reason(
                    "published",
                    f"{outlet_of(debtor)} published later ({debtor.report.published}) than {outlet_of(creditor)}"
                    f" ({creditor.report.published}).",
                ),
            ),
        )
    return None


def moment(published: str | None) -> tuple[dt.datetime, dt.datetime] | None:
    """The first and last instant a printed date can mean, in UTC; None without a day.

    A bare day, or an hour without a zone, may lie up to half a day from UTC on either side.
    """
    if not published or len(published) < len("2024-10-31"):
        return None
    try:
        read = dt.datetime.fromisoformat(published)
    except ValueError:
        return None
    if read.tzinfo is not None:
        return read.astimezone(dt.UTC), read.astimezone(dt.UTC)
    start = read.replace(tzinfo=dt.UTC)
    return start, start + (dt.timedelta(days=1) if len(published) == len("2024-10-31") else dt.timedelta(0))


MUCH = 0.15  # of the longer report's words: furniture and a line or two of one's own stay below


def length(one: Kin, other: Kin, more_in_first: float) -> Direction | None:
    """The one that holds much more is likely the earlier: a cut and a rewrite lose, and seldom add."""
    if abs(more_in_first) < MUCH:
        return None
    debtor = one if more_in_first < 0 else other
    return Direction(
        debtor is one,
        (
            Reason(
                "length", f"{outlet_of(debtor)} holds little that the other does not, and the other holds much more."
            ),
        ),
        "which of the two came first is known from their length alone",
    )
