-- What people write down beside the sessions (measures, problems, claims, settings), one event a
-- row. Nothing is changed: a later event takes an earlier one back.

CREATE TABLE notes (
  id TEXT PRIMARY KEY, client TEXT NOT NULL REFERENCES clients, kind TEXT NOT NULL,
  number BIGINT NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL, sealed BYTES NOT NULL);
CREATE INDEX notes_client ON notes (client, number);
INSERT INTO heads VALUES ('note', 0, '');

-- What an entry amounts to, computed from its words, codings and decisions. May be emptied at any
-- time: "basis" says what it was computed from, and another basis computes it anew.
CREATE TABLE figures (
  entry TEXT PRIMARY KEY REFERENCES entries, client TEXT NOT NULL, basis TEXT NOT NULL,
  counts BYTES NOT NULL, words BYTES NOT NULL, quotes BYTES NOT NULL);
CREATE INDEX figures_client ON figures (client);

-- Tables of cohorts as they were printed: what the next one must not be played against.
CREATE TABLE printed (
  id TEXT PRIMARY KEY, number BIGINT NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL,
  sealed BYTES NOT NULL);
INSERT INTO heads VALUES ('printed', 0, '');

-- A missed session can be taken back, and the same day be written down again.
CREATE TABLE missed_new (
  id TEXT PRIMARY KEY, client TEXT NOT NULL REFERENCES clients, date TEXT NOT NULL,
  created TEXT NOT NULL, retracted INTEGER NOT NULL, sealed BYTES NOT NULL);
INSERT INTO missed_new SELECT id, client, date, created, 0, sealed FROM missed;
DROP TABLE missed;
ALTER TABLE missed_new RENAME TO missed;
CREATE INDEX missed_client ON missed (client, date);
