-- Which reports are kin. A sketch is a report's place in the index of texts, made by one method of finding kin; its
-- bands are the keys under which it is looked up. They are whole numbers without a report's id, because there are about
-- a hundred of them a report.

CREATE TABLE sketches (
    row    INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, see bands
    report TEXT NOT NULL UNIQUE REFERENCES reports ON DELETE CASCADE,
    method TEXT NOT NULL          -- version of what made it
) STRICT;
CREATE INDEX sketches_by_method ON sketches (method);

-- No foreign key: it would need a second index as large as the table. Rows of sketches that are gone name no report, and
-- are swept when the method changes.
CREATE TABLE bands (
    band   INTEGER NOT NULL,
    sketch INTEGER NOT NULL,
    PRIMARY KEY (band, sketch)
) STRICT, WITHOUT ROWID;

CREATE TABLE kinships (
    id       TEXT PRIMARY KEY,
    debtor   TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    creditor TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    json     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kinships_by_debtor ON kinships (debtor);
CREATE INDEX kinships_by_creditor ON kinships (creditor);

-- What analysts decided of outlets and speakers; nothing that is read or weighed again touches it. The last one counts,
-- the former ones are kept.
CREATE TABLE reliabilities (
    row     INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,        -- "outlet:NAME" or "speaker:ACTOR-ID"
    letter  TEXT NOT NULL CHECK (letter IN ('A', 'B', 'C', 'D', 'E', 'F')),
    analyst TEXT NOT NULL,
    given   TEXT NOT NULL,
    note    TEXT NOT NULL
) STRICT;
CREATE INDEX reliabilities_by_subject ON reliabilities (subject, given);
