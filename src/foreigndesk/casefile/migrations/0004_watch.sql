-- Forecasts that are followed: what analysts confirmed, and when the desk looked. Both are kept by the forecast's id,
-- which depends on report and place alone, so that they last when a report is read again.

-- The last confirmation counts; former ones are kept.
CREATE TABLE confirmations (
    row      INTEGER PRIMARY KEY,
    forecast TEXT NOT NULL,
    outcome  TEXT NOT NULL CHECK (outcome IN ('open', 'come about', 'contradicted', 'lapsed')),
    analyst  TEXT NOT NULL,
    made     TEXT NOT NULL
) STRICT;
CREATE INDEX confirmations_by_forecast ON confirmations (forecast, made);

-- Each day on which a forecast was looked for: not seen is kept as well as seen.
CREATE TABLE checks (
    forecast TEXT NOT NULL,
    day      TEXT NOT NULL,
    outcome  TEXT NOT NULL CHECK (outcome IN ('open', 'come about', 'contradicted', 'lapsed')),
    seen     INTEGER NOT NULL,     -- in how many places the outcome, or its opposite, is told
    PRIMARY KEY (forecast, day)
) STRICT, WITHOUT ROWID;
