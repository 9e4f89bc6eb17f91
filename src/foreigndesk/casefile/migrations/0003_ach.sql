-- Analysis of competing hypotheses: what analysts typed and marked. Nothing that is read or weighed again touches it.

CREATE TABLE hypotheses (
    board   TEXT NOT NULL,
    rank    INTEGER NOT NULL,      -- its place on the board, from 1
    words   TEXT NOT NULL,
    analyst TEXT NOT NULL,
    made    TEXT NOT NULL,
    PRIMARY KEY (board, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    board   TEXT NOT NULL,
    rank    INTEGER NOT NULL,
    words   TEXT NOT NULL,
    finding TEXT,                  -- id of the statement, event, claim or silence it is; null for an assumption
    analyst TEXT NOT NULL,
    made    TEXT NOT NULL,
    PRIMARY KEY (board, rank)
) STRICT, WITHOUT ROWID;

-- The last mark counts; former ones are kept.
CREATE TABLE marks (
    row        INTEGER PRIMARY KEY,
    board      TEXT NOT NULL,
    evidence   INTEGER NOT NULL,
    hypothesis INTEGER NOT NULL,
    mark       TEXT NOT NULL CHECK (mark IN ('consistent', 'inconsistent', 'neutral')),
    analyst    TEXT NOT NULL,
    made       TEXT NOT NULL
) STRICT;
CREATE INDEX marks_by_board ON marks (board, evidence, hypothesis, made);
