-- Claims, as gathered from all readings. All of it can be made again from these: what one method made is forgotten when
-- another comes. Days are ISO 8601.

-- The readings whose tellings are among those below.
CREATE TABLE gathered (
    report TEXT PRIMARY KEY REFERENCES readings ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- How the whole stood when it was last gathered: if any of it has changed since, something is to be done.
CREATE TABLE gatherings (
    method   TEXT NOT NULL,
    readings INTEGER NOT NULL,
    tellings INTEGER NOT NULL,
    kinships INTEGER NOT NULL
) STRICT;

-- A content in the words and with the force in which it is told, however often.
CREATE TABLE wordings (
    row    INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    keys   BLOB NOT NULL,          -- what it is looked up by, and how much of it each is: numbers of 64 and 16 bits
    shares BLOB NOT NULL,
    vector BLOB,                   -- numbers of 8 bits, where contents have vectors
    told   INTEGER NOT NULL,       -- how often, from which day to which: when it was last gathered
    first  TEXT,
    last   TEXT,
    claim  TEXT
) STRICT;
CREATE INDEX wordings_by_claim ON wordings (claim);

CREATE TABLE tellings (
    report  TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    id      TEXT NOT NULL,         -- of the statement, or of the event
    wording TEXT NOT NULL,
    claim   TEXT NOT NULL,         -- the id of the claim that would begin with it: it stays as claims come together
    day     TEXT,
    own     INTEGER NOT NULL,      -- 0 where its words stand for those of another telling
    json    TEXT NOT NULL,
    PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_by_wording ON tellings (wording, own);
CREATE INDEX tellings_by_id ON tellings (id);
CREATE INDEX tellings_by_claim ON tellings (claim);

-- The wordings that lost a telling since they were last gathered: with its reading, or its report.
CREATE TABLE lost (
    wording TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tellings_out AFTER DELETE ON tellings BEGIN
    INSERT OR IGNORE INTO lost VALUES (old.wording);
END;

-- Pairs of wordings that are close, the lesser key first.
CREATE TABLE closenesses (
    one       TEXT NOT NULL,
    other     TEXT NOT NULL,
    closeness REAL NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX closenesses_by_other ON closenesses (other);

-- What is told more than once. What is told once is a claim, too, but takes no room here.
CREATE TABLE claims (
    id        TEXT PRIMARY KEY,
    contested INTEGER NOT NULL,
    last      TEXT,
    json      TEXT NOT NULL
) STRICT;

-- The lineage of each report that has kin, and the ties of its family that this was judged by.
CREATE TABLE lineages (
    report  TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    lineage TEXT NOT NULL,
    ties    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
