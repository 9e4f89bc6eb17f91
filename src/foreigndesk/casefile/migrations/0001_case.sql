-- The first case file. Every value is kept once, as the JSON of its type in the model; the columns beside it are what
-- queries filter and sort on. Days are ISO 8601, times ISO 8601 in UTC, offsets characters of the report's text.

CREATE TABLE reports (
    id            TEXT PRIMARY KEY,
    sha256        TEXT NOT NULL,  -- of the bytes that it was first taken from
    headline      TEXT,
    outlet        TEXT,
    wire          TEXT,
    language      TEXT,
    published     TEXT,
    published_day TEXT,           -- null where the date is not known to the day
    taken_in      TEXT NOT NULL,
    json          TEXT NOT NULL   -- the Report, its text left out
) STRICT;
CREATE INDEX reports_by_day ON reports (published_day);

CREATE TABLE texts (
    report TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    text   TEXT NOT NULL
) STRICT;

-- The bytes as they came, zlib-compressed; several reports may come from the same bytes (a feed).
CREATE TABLE raws (
    sha256 TEXT PRIMARY KEY,      -- of the bytes before compression
    bytes  BLOB NOT NULL
) STRICT;

-- Every file that was found to be this report.
CREATE TABLE files (
    report   TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    sha256   TEXT NOT NULL REFERENCES raws,
    path     TEXT NOT NULL,
    taken_in TEXT NOT NULL,
    PRIMARY KEY (report, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_by_bytes ON files (sha256);

-- The paragraphs of every text, and its headline as the empty passage at 0: what a search for words cites.
CREATE TABLE passages (
    row    INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    start  INTEGER NOT NULL,
    "end"  INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_by_report ON passages (report);

-- Contentless: the words lie in `texts` already. Stemmed, so that "sanction" finds "sanctions".
CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE readings (
    report TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    reader TEXT NOT NULL,
    json   TEXT NOT NULL          -- the Reading, without text, names, statements, events and forecasts
) STRICT;
CREATE INDEX readings_by_reader ON readings (reader);

CREATE TABLE names (
    report  TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    rank    INTEGER NOT NULL,     -- its place in the reading, from 0
    printed TEXT NOT NULL,
    actor   TEXT,
    json    TEXT NOT NULL,
    PRIMARY KEY (report, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_by_actor ON names (actor);

CREATE TABLE statements (
    row      INTEGER PRIMARY KEY,
    report   TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    rank     INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    speaker  TEXT,                -- the actor's id
    country  TEXT,                -- the speaker's state
    sourcing TEXT NOT NULL,
    force    TEXT NOT NULL,
    day      TEXT,                -- its own earliest day, else the day of publication
    start    INTEGER NOT NULL,
    content  TEXT NOT NULL,
    json     TEXT NOT NULL,
    UNIQUE (report, rank)
) STRICT;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_digest ON statements (substr(id, instr(id, '-') + 1));
CREATE INDEX statements_by_speaker ON statements (speaker, day);
CREATE INDEX statements_by_day ON statements (day);

CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, content = 'statements', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statement_words_in AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, content) VALUES (new.row, new.content);
END;
CREATE TRIGGER statement_words_out AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', old.row, old.content);
END;

-- The actors named in what is said.
CREATE TABLE subjects (
    actor     TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    PRIMARY KEY (actor, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX subjects_by_statement ON subjects (statement);

CREATE TABLE events (
    row    INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    rank   INTEGER NOT NULL,
    id     TEXT NOT NULL,
    type   TEXT NOT NULL,
    day    TEXT,                  -- its own earliest day, else the day of publication
    start  INTEGER NOT NULL,
    json   TEXT NOT NULL,
    UNIQUE (report, rank)
) STRICT;
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_digest ON events (substr(id, instr(id, '-') + 1));
CREATE INDEX events_by_type ON events (type, day);
CREATE INDEX events_by_day ON events (day);

-- Who takes part in an event, by everything that they may be asked for: actor id, PLOVER code, country.
CREATE TABLE parties (
    role  TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    party TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    PRIMARY KEY (role, party, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_event ON parties (event);

CREATE TABLE forecasts (
    report TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    rank   INTEGER NOT NULL,
    id     TEXT NOT NULL,
    json   TEXT NOT NULL,
    PRIMARY KEY (report, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX forecasts_by_id ON forecasts (id);

-- What could not be taken in or read. `report` is no reference: a setback may be all that is known of a report.
CREATE TABLE setbacks (
    id        TEXT PRIMARY KEY,
    report    TEXT,
    path      TEXT NOT NULL,
    stage     TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    json      TEXT NOT NULL
) STRICT;
CREATE INDEX setbacks_by_report ON setbacks (report);
CREATE INDEX setbacks_by_stage ON setbacks (stage, last_seen);
