-- The gists of what is told, by the words: made once, whoever tells it. A gist rests on words alone and on no report, so
-- it stays when a report goes.
CREATE TABLE gists (
    words TEXT PRIMARY KEY,        -- fingerprint of the encoder's version and the words
    gist  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
