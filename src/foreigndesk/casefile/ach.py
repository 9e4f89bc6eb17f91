"""Boards of competing hypotheses in the case file: the analysts' own words and marks."""

from __future__ import annotations

from foreigndesk.casefile.store import Store
from foreigndesk.model import Board, Evidence, Fit, Hypothesis, Marked


def load_boards(store: Store) -> list[str]:
    """The names of all boards."""
    return [name for (name,) in store.rows("SELECT DISTINCT board FROM hypotheses ORDER BY board")]


def load_board(store: Store, name: str) -> Board:
    """A board by name; one without hypotheses if there is none yet."""
    hypotheses = store.rows("SELECT rank, words, analyst, made FROM hypotheses WHERE board = ? ORDER BY rank", name)
    evidence = store.rows(
        "SELECT rank, words, finding, analyst, made FROM evidence WHERE board = ? ORDER BY rank", name
    )
    marks = store.rows(
        "SELECT evidence, hypothesis, mark, analyst, made FROM marks WHERE board = ? ORDER BY made, row", name
    )
    last = {(mark[0], mark[1]): Marked(mark[0], mark[1], Fit(mark[2]), mark[3], mark[4]) for mark in marks}
    return Board(
        name,
        tuple(Hypothesis(*row) for row in hypotheses),
        tuple(Evidence(*row) for row in evidence),
        tuple(last[key] for key in sorted(last)),
    )


def save_hypothesis(store: Store, board: str, words: str, analyst: str, made: str) -> Hypothesis:
    """Add a hypothesis behind the others of a board."""
    with store.together():
        rank = _next(store, "hypotheses", board)
        store.write("INSERT INTO hypotheses VALUES (?, ?, ?, ?, ?)", board, rank, words, analyst, made)
    return Hypothesis(rank, words, analyst, made)


def save_evidence(store: Store, board: str, words: str, finding: str | None, analyst: str, made: str) -> Evidence:
    """Add an item of evidence behind the others of a board."""
    with store.together():
        rank = _next(store, "evidence", board)
        store.write("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)", board, rank, words, finding, analyst, made)
    return Evidence(rank, words, finding, analyst, made)


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


def _next(store: Store, table: str, board: str) -> int:
    last = store.row(f"SELECT coalesce(max(rank), 0) FROM {table} WHERE board = ?", board)  # noqa: S608 (our own names)
    return int(last[0]) + 1 if last else 1
