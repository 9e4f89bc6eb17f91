-- A wording is kept with all that its content is made of, and with that content as numbers (weighing.contents.outline),
-- so that it is read once. What was gathered without is gathered again.
DROP TABLE wordings;
CREATE TABLE wordings (
    row     INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    text    TEXT NOT NULL,
    force   TEXT,
    telling TEXT,
    speaker TEXT,                  -- the state of who speaks
    gist    BLOB NOT NULL,
    keys    BLOB NOT NULL,         -- what it is looked up by
    terms   BLOB NOT NULL,         -- what it is compared by
    facets  BLOB NOT NULL,
    head    BLOB NOT NULL,
    told    INTEGER NOT NULL,      -- how often, from which day to which: when it was last gathered
    first   TEXT,
    last    TEXT,
    claim   TEXT
) STRICT;
CREATE INDEX wordings_by_claim ON wordings (claim);
