"""Boards of competing hypotheses in the case file: the analysts' own words, marks and weights, and their history."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from foreigndesk.casefile.store import Store
from foreigndesk.model import Board, BoardStep, Cite, Evidence, EvidenceKind, Fit, Hypothesis, Level, Marked

HYPOTHESIS, EVIDENCE = "hypothesis", "evidence"
REMOVED, REWORDED, WEIGHED = "remove", "reword", "weigh"


def load_boards(store: Store) -> list[str]:
    """The names of all boards."""
    return [name for (name,) in store.rows("SELECT DISTINCT board FROM hypotheses ORDER BY board")]


def load_board(store: Store, name: str) -> Board:
    """A board by name, as it stands; one without hypotheses if there is none yet."""
    hypotheses = {one.rank: one for one in _hypotheses(store, name)}
    evidence = {one.rank: one for one in _evidence(store, name)}
    gone: set[tuple[str, int]] = set()
    for part, rank, change, words, credibility, relevance in store.rows(
        "SELECT part, rank, change, words, credibility, relevance FROM board_changes WHERE board = ?"
        " ORDER BY made, row",
        name,
    ):
        if change == WEIGHED:
            evidence[rank] = replace(evidence[rank], credibility=Level(credibility), relevance=Level(relevance))
        elif change != REWORDED:
            (gone.add if change == REMOVED else gone.discard)((part, rank))
        elif part == HYPOTHESIS:
            hypotheses[rank] = replace(hypotheses[rank], words=words)
        else:
            evidence[rank] = replace(evidence[rank], words=words)
    last = {(mark.evidence, mark.hypothesis): mark for mark in _marks(store, name)}
    return Board(
        name,
        tuple(one for rank, one in hypotheses.items() if (HYPOTHESIS, rank) not in gone),
        tuple(one for rank, one in evidence.items() if (EVIDENCE, rank) not in gone),
        tuple(
            last[item, rank]
            for item, rank in sorted(last)
            if (EVIDENCE, item) not in gone and (HYPOTHESIS, rank) not in gone
        ),
    )


def load_history(store: Store, board: str) -> list[BoardStep]:
    """All that analysts did on a board, in order of time."""
    steps = [
        BoardStep(f"H{one.rank}", "suppose", one.words, one.analyst, one.made) for one in _hypotheses(store, board)
    ]
    steps += [BoardStep(f"E{one.rank}", "adduce", one.words, one.analyst, one.made) for one in _evidence(store, board)]
    steps += [
        BoardStep(f"E{one.evidence} H{one.hypothesis}", "mark", one.fit.value, one.analyst, one.made)
        for one in _marks(store, board)
    ]
    steps += [
        BoardStep(
            f"{'H' if part == HYPOTHESIS else 'E'}{rank}",
            change,
            words or (f"credibility {credibility}, relevance {relevance}" if change == WEIGHED else ""),
            analyst,
            made,
        )
        for part, rank, change, words, credibility, relevance, analyst, made in store.rows(
            "SELECT part, rank, change, words, credibility, relevance, analyst, made FROM board_changes"
            " WHERE board = ? ORDER BY made, row",
            board,
        )
    ]
    return sorted(steps, key=lambda step: step.made)


def save_hypothesis(store: Store, board: str, words: str, analyst: str, made: str) -> Hypothesis:
    """Add a hypothesis behind the others of a board."""
    with store.together():
        rank = _next(store, "hypotheses", board)
        store.write("INSERT INTO hypotheses VALUES (?, ?, ?, ?, ?)", board, rank, words, analyst, made)
    return Hypothesis(rank, words, analyst, made)


def save_evidence(
    store: Store,
    board: str,
    words: str,
    finding: str | None,
    analyst: str,
    made: str,
    kind: EvidenceKind = EvidenceKind.ASSUMPTION,
    cites: Sequence[Cite] = (),
) -> Evidence:
    """Add an item of evidence behind the others of a board."""
    with store.together():
        rank = _next(store, "evidence", board)
        store.write(
            "INSERT INTO evidence (board, rank, words, finding, analyst, made, kind, cites)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            board,
            rank,
            words,
            finding,
            analyst,
            made,
            kind.value,
            json.dumps([[cite.report, cite.start, cite.end] for cite in cites]),
        )
    return Evidence(rank, words, finding, analyst, made, kind, tuple(cites))


def save_mark(store: Store, board: str, mark: Marked) -> None:
    """Keep a mark; the former ones of the same cell stay as history."""
    store.write(
        "INSERT INTO marks (board, evidence, hypothesis, mark, analyst, made) VALUES (?, ?, ?, ?, ?, ?)",
        board,
        mark.evidence,
        mark.hypothesis,
        mark.fit.value,
        mark.analyst,
        mark.made,
    )


def save_change(
    store: Store,
    board: str,
    part: str,
    rank: int,
    change: str,
    analyst: str,
    made: str,
    words: str | None = None,
    weights: tuple[Level, Level] | None = None,
) -> None:
    """Keep a change to a hypothesis or an item; nothing that was there is overwritten."""
    credibility, relevance = (level.value for level in weights) if weights else (None, None)
    store.write(
        "INSERT INTO board_changes (board, part, rank, change, words, credibility, relevance, analyst, made)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        board,
        part,
        rank,
        change,
        words,
        credibility,
        relevance,
        analyst,
        made,
    )


def _hypotheses(store: Store, board: str) -> list[Hypothesis]:
    rows = store.rows("SELECT rank, words, analyst, made FROM hypotheses WHERE board = ? ORDER BY rank", board)
    return [Hypothesis(*row) for row in rows]


def _evidence(store: Store, board: str) -> list[Evidence]:
    rows = store.rows(
        "SELECT rank, words, finding, analyst, made, kind, cites FROM evidence WHERE board = ? ORDER BY rank", board
    )
    return [
        Evidence(
            rank, words, finding, analyst, made, EvidenceKind(kind), tuple(Cite(*one) for one in json.loads(cites))
        )
        for rank, words, finding, analyst, made, kind, cites in rows
    ]


def _marks(store: Store, board: str) -> list[Marked]:
    rows = store.rows(
        "SELECT evidence, hypothesis, mark, analyst, made FROM marks WHERE board = ? ORDER BY made, row", board
    )
    return [Marked(item, rank, Fit(mark), analyst, made) for item, rank, mark, analyst, made in rows]


def _next(store: Store, table: str, board: str) -> int:
    last = store.row(f"SELECT coalesce(max(rank), 0) FROM {table} WHERE board = ?", board)  # noqa: S608 (our own names)
    return int(last[0]) + 1 if last else 1
