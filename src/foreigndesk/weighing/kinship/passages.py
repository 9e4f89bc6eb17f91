"""The passages that two reports share, as cites of both."""

from __future__ import annotations

from foreigndesk.model import Cite, Shared
from foreigndesk.weighing.kinship.align import Block
from foreigndesk.weighing.kinship.compare import Compared
from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.words import Words


def shared_blocks(compared: Compared, blocks: tuple[Block, ...] | None = None) -> tuple[Shared, ...]:
    """Each block as a passage of the debtor (the first report) and one of the creditor."""
    return tuple(
        Shared(cite(compared.one, *block.one), cite(compared.other, *block.other))
        for block in (compared.likeness.blocks if blocks is None else blocks)
    )


def shared_sentences(compared: Compared) -> tuple[Shared, ...]:
    """Each sentence of the debtor that the creditor tells, beside the sentence that tells it."""
    return tuple(
        Shared(
            cite(compared.one, *words_in(compared.one.words, here)),
            cite(compared.other, *words_in(compared.other.words, there)),
        )
        for here, there in compared.telling.partners
    )


def words_in(words: Words, sentence: int) -> tuple[int, int]:
    """The words of a sentence, [start, end)."""
    return int(words.sentences.searchsorted(sentence)), int(words.sentences.searchsorted(sentence + 1))


def cite(kin: Kin, start: int, end: int) -> Cite:
    """Words [start, end) of a report as a cite of its text."""
    return Cite(kin.report.id, int(kin.words.starts[start]), int(kin.words.ends[end - 1]))
