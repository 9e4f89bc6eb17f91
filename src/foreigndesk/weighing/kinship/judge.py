"""One pair of reports, judged: whether one owes the other, how, and how that is known."""

from __future__ import annotations

from foreigndesk.model import Kinship, KinshipKind, Reason, Shared
from foreigndesk.weighing.kinship.compare import Compared, compare, compare_sentences, turned
from foreigndesk.weighing.kinship.direction import Direction, direction_of, hour, outlet_of, same_outlet
from foreigndesk.weighing.kinship.facts import sharp_in
from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.kinds import copy_or_part, has_the_facts, is_retold, kind_of, shares_words
from foreigndesk.weighing.kinship.passages import shared_blocks, shared_sentences
from foreigndesk.weighing.kinship.quotations import credited_blocks

KEPT_BY_UPDATE = 0.6  # of the earlier version: a follow-up with a paragraph of house background keeps far less
CUT_BY_HOUSE = 0.8  # of the later and shorter: lists of related reports make up half of some short ones
CERTAIN = 0.4  # told: no independent pair of the development half is above 0.34; a rewrite below is said with doubt


def judge_kinship(one: Kin, other: Kin) -> Kinship | None:
    """One report's debt to the other, with the passages that show it; None where neither owes the other.

    Which of the two is given first makes no difference. A report is no kin of itself.
    """
    if one.report.id == other.report.id:
        return None
    compared = compare(*sorted((one, other), key=lambda kin: kin.report.id))
    if same_outlet(one, other):
        return version(compared)
    if shares_words(compared.likeness):
        return taken(compared)
    if has_the_facts(sharp_in(one.words, other.words)) or has_the_facts(sharp_in(other.words, one.words)):
        compared = compare_sentences(compared)
        first, second = compared.telling, compared.told_back
        if is_retold(first, second) or is_retold(second, first):
            return retold(compared)
    return quoting(compared) or quoting(turned(compared))


def version(compared: Compared) -> Kinship | None:
    """Two reports of one outlet: the later is an update if it keeps most of the earlier, else it stands by itself.

    A paragraph of background that an outlet prints again is no debt.
    """
    direction = direction_of(compared, KinshipKind.UPDATE, surplus(compared))
    compared = compared if direction.debtor_first else turned(compared)
    likeness = compared.likeness
    if not shares_words(likeness):
        return None
    if likeness.other.share >= KEPT_BY_UPDATE:
        sentence = (
            f"{outlet_of(compared.one)} printed this later version of its own report: it keeps"
            f" {percent(likeness.other.share)} of the earlier words and adds"
            f" {likeness.one.words - likeness.one.held} of its own."
        )
        kind = KinshipKind.UPDATE
    elif likeness.one.share >= CUT_BY_HOUSE:
        sentence = f"{outlet_of(compared.one)} printed a part of its own report again, word for word."
        kind = KinshipKind.EXCERPT
    else:
        return None
    return kinship(
        compared, kind, likeness.one.share, shared_blocks(compared), [Reason("version", sentence)], direction
    )


def taken(compared: Compared) -> Kinship:
    """A report that has words of the other: copied, cut, exchanged one by one, or edited."""
    kind = kind_of(compared.likeness)
    direction = direction_of(compared, kind, surplus(compared))
    compared = compared if direction.debtor_first else turned(compared)
    likeness = compared.likeness
    kind = copy_or_part(kind, likeness.other)
    changed = likeness.swaps + likeness.recasts
    held = (
        f"{percent(likeness.one.share)} of {outlet_of(compared.one)}'s words run alongside"
        f" {percent(likeness.other.share)} of {outlet_of(compared.other)}'s"
    )
    how = {
        KinshipKind.COPY: f"{held}, {percent(likeness.equal)} of them the same: a copy.",
        KinshipKind.EXCERPT: f"{held}, word for word: a part of it was taken over.",
        KinshipKind.SPUN: (
            f"{held}, sentence by sentence in the same order, but at {likeness.swaps} places a word or two stand for"
            f" others"
            + (f", {likeness.quoted_swaps} of them inside quotation marks" if likeness.quoted_swaps else "")
            + ": a machine exchanged them."
        ),
        KinshipKind.REWRITE: f"{held}, changed at {changed} places and mostly by whole phrases: a person edited it.",
    }
    return kinship(
        compared, kind, likeness.one.share, shared_blocks(compared), [Reason(kind.value, how[kind])], direction
    )


def retold(compared: Compared) -> Kinship | None:
    """A report that tells what the other tells, name for name and figure for figure, in other words.

    None where no passage could be shown for it.
    """
    first, second = compared.telling, compared.told_back
    direction = direction_of(compared, KinshipKind.REWRITE, second.told - first.told)
    compared = compared if direction.debtor_first else turned(compared)
    telling = compared.telling
    holds, held, named = (
        (compared.one, compared.other, telling)
        if is_retold(telling, compared.told_back)
        else (compared.other, compared.one, compared.told_back)
    )
    sentence = (
        f"{percent(named.sharp_share)} of the names and figures in {outlet_of(holds)} ({named.sharp}) stand in"
        f" {outlet_of(held)} too, and {len(named.partners)} of its sentences tell what one there tells; two reporters"
        " at one event have far fewer in common."
    )
    passages = tuple(sorted({*shared_blocks(compared), *shared_sentences(compared)}, key=passage_order))
    if not passages:
        return None
    doubt = None
    if telling.told < CERTAIN:
        doubt = "few words are the same: a rewrite is likely, two reports from one statement or agency are possible"
    return kinship(
        compared, KinshipKind.REWRITE, telling.told, passages, [Reason("retold", sentence)], direction, doubt
    )


def quoting(compared: Compared) -> Kinship | None:
    """An independent report that prints what the other had, and names its outlet beside it."""
    blocks = credited_blocks(compared)
    if not blocks:
        return None
    score = sum(block.one[1] - block.one[0] for block in blocks) / len(compared.one.words)
    sentence = (
        f"{outlet_of(compared.one)} prints words that {outlet_of(compared.other)} had and names it beside them; the"
        " rest is its own."
    )
    reason = Reason("quotes", sentence)
    published = hour(compared.one, compared.other)
    early = published is not None and not published.debtor_first
    doubt = "the one that is credited was published later: the words may be from another of its reports"
    direction = Direction(debtor_first=True, reasons=(), doubt=doubt if early else None)
    return kinship(compared, KinshipKind.QUOTES, score, shared_blocks(compared, blocks), [reason], direction)


def kinship(
    compared: Compared,
    kind: KinshipKind,
    score: float,
    passages: tuple[Shared, ...],
    reasons: list[Reason],
    direction: Direction,
    doubt: str | None = None,
) -> Kinship:
    """The finding, the debtor standing first in what was compared."""
    doubts = [each for each in (doubt, direction.doubt) if each]
    return Kinship(
        debtor=compared.one.report.id,
        creditor=compared.other.report.id,
        kind=kind,
        score=round(min(score, 1.0), 3),
        shared=passages,
        reasons=(*reasons, *direction.reasons),
        doubt="; ".join(doubts) or None,
    )


def surplus(compared: Compared) -> float:
    """How much more of its own the first report holds than the other, as a share of the longer one."""
    one, other = compared.likeness.one, compared.likeness.other
    return ((one.words - one.held) - (other.words - other.held)) / max(one.words, other.words, 1)


def passage_order(shared: Shared) -> tuple[int, int]:
    """Passages go by their place in the debtor's text."""
    return shared.debtor.start, shared.debtor.end


def percent(share: float) -> str:
    """A share for people.

    >>> percent(0.301)
    '30 %'
    """
    return f"{100 * share:.0f} %"
