-- What people put right about an entry's text: corrections of misheard words, and who spoke.
-- Laid over the stored text in order; rows are added and never changed.

CREATE TABLE revisions (
  id TEXT PRIMARY KEY, entry TEXT NOT NULL REFERENCES entries, client TEXT NOT NULL,
  number INTEGER NOT NULL, account TEXT NOT NULL, at TEXT NOT NULL, sealed BYTES NOT NULL,
  UNIQUE (entry, number));
