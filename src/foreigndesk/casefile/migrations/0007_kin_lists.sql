-- Which reports are under a key of their sketches: short lists in place of a row for each report and key, so that to
-- look one up and to keep it costs the same however many reports are kept. Places were made by another method before:
-- the next collect makes them anew.

DROP TABLE bands;
DROP TABLE sketches;
DELETE FROM kinships;

CREATE TABLE sketches (
    row    INTEGER PRIMARY KEY AUTOINCREMENT,  -- its number in the lists, never given twice
    report TEXT NOT NULL UNIQUE REFERENCES reports ON DELETE CASCADE,
    method TEXT NOT NULL,         -- version of what made it
    family INTEGER NOT NULL,      -- row of the sketch that it was first found to be kin of, or its own; maybe gone
    spun   INTEGER NOT NULL,      -- 1 if the reading had traces of spinning when it was placed
    alone  INTEGER NOT NULL DEFAULT 0,  -- 1 if it had kin, and all of these have gone: it is to be looked up again
    keys   BLOB NOT NULL          -- six bytes each, in order: of all, also those whose lists name another of the family
) STRICT;
CREATE INDEX sketches_by_method ON sketches (method);
CREATE INDEX sketches_alone ON sketches (alone) WHERE alone = 1;

CREATE TABLE listed (
    key     INTEGER PRIMARY KEY,
    reports BLOB NOT NULL         -- rows of sketches, four bytes each, the last kept last
) STRICT;
