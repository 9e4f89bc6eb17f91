-- Boards of competing hypotheses: what kind of evidence an item is, the passages it rests on, how it is weighed, and
-- what analysts changed. Words are never overwritten: the last change counts, and all are history.

ALTER TABLE evidence ADD COLUMN kind TEXT NOT NULL DEFAULT 'assumption';
ALTER TABLE evidence ADD COLUMN cites TEXT NOT NULL DEFAULT '[]';  -- JSON: [[report, start, end], ...]
UPDATE evidence SET kind = 'statement' WHERE finding LIKE 's-%';
UPDATE evidence SET kind = 'event' WHERE finding LIKE 'e-%';

CREATE TABLE board_changes (
    row         INTEGER PRIMARY KEY,
    board       TEXT NOT NULL,
    part        TEXT NOT NULL CHECK (part IN ('hypothesis', 'evidence')),
    rank        INTEGER NOT NULL,
    change      TEXT NOT NULL CHECK (change IN ('reword', 'weigh', 'remove', 'restore')),
    words       TEXT,              -- of a rewording: the new ones
    credibility TEXT,              -- of a weighing: low, medium or high
    relevance   TEXT,
    analyst     TEXT NOT NULL,
    made        TEXT NOT NULL
) STRICT;
CREATE INDEX board_changes_by_board ON board_changes (board, made);
