-- What analysts say of findings. Nothing that is read or weighed again touches it, and no row is ever changed but for
-- who undid it and when. `report` is no reference: corrections outlast their report, and count again when it is
-- collected again.
CREATE TABLE corrections (
    row       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    act       TEXT NOT NULL,       -- what was done together is undone together
    subject   TEXT NOT NULL,
    report    TEXT,
    finding   TEXT NOT NULL,
    analyst   TEXT NOT NULL,
    made      TEXT NOT NULL,
    undone_by TEXT,
    undone    TEXT,
    json      TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_report ON corrections (report);
CREATE INDEX corrections_by_subject ON corrections (subject, finding);
CREATE INDEX corrections_by_act ON corrections (act);
CREATE INDEX corrections_by_time ON corrections (made);

-- The machine's own reading of each report that has corrections: what they are laid over anew.
CREATE TABLE originals (
    report TEXT PRIMARY KEY REFERENCES readings ON DELETE CASCADE,
    json   TEXT NOT NULL           -- the Reading, its report's text left out
) STRICT;
