-- What is looked for in later reports, so that each report is gone through once and each forecast is looked for only in
-- what is new.

-- An analyst's own wording of what would show that something is under way. Nothing that is read again touches it.
CREATE TABLE indicators (
    id         TEXT PRIMARY KEY,
    words      TEXT NOT NULL,
    analyst    TEXT NOT NULL,
    made       TEXT NOT NULL,
    since      TEXT NOT NULL,      -- day of the last report when it was set: what was told by then is its baseline
    until      TEXT,
    note       TEXT NOT NULL,
    forecast   TEXT,               -- whose condition it is, if it is one
    removed    TEXT,
    removed_by TEXT
) STRICT, WITHOUT ROWID;

-- Actors from whom an analyst expects words. One that is dropped stays as history.
CREATE TABLE awaited (
    row        INTEGER PRIMARY KEY,
    actor      TEXT NOT NULL,
    about      TEXT NOT NULL,
    since      TEXT NOT NULL,
    analyst    TEXT NOT NULL,
    made       TEXT NOT NULL,
    dropped    TEXT,
    dropped_by TEXT
) STRICT;

-- The outcome and the condition of each forecast, and each indicator, with the keys by which a sentence finds them.
CREATE TABLE sought (
    row     INTEGER PRIMARY KEY,
    follows TEXT NOT NULL,         -- id of the forecast or indicator
    part    TEXT NOT NULL CHECK (part IN ('outcome', 'condition')),
    report  TEXT NOT NULL,         -- that tells it; empty for an indicator
    words   TEXT NOT NULL,
    since   TEXT,                  -- only reports after this day count, and not after the next
    until   TEXT,
    UNIQUE (follows, part)
) STRICT;
CREATE TABLE sought_keys (
    key    TEXT NOT NULL,
    sought INTEGER NOT NULL REFERENCES sought ON DELETE CASCADE,
    PRIMARY KEY (key, sought)
) STRICT, WITHOUT ROWID;
CREATE INDEX sought_keys_by_sought ON sought_keys (sought);

-- Where later reports tell of it.
CREATE TABLE sightings (
    follows TEXT NOT NULL,
    part    TEXT NOT NULL,
    report  TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    day     TEXT NOT NULL,
    PRIMARY KEY (follows, part, report, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_report ON sightings (report);

-- The readings that have been gone through; one that is made anew is gone through again.
CREATE TABLE gone_through (
    report TEXT PRIMARY KEY REFERENCES readings ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
