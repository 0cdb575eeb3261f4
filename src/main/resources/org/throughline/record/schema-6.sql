-- What the index needs of an entry's words, so that filling it again runs no language model.

CREATE TABLE words (entry TEXT PRIMARY KEY REFERENCES entries, sealed BYTES NOT NULL);

-- Which codings were made together, to be taken back together.

CREATE TABLE batches (
  coding TEXT PRIMARY KEY REFERENCES codings, batch TEXT NOT NULL, entry TEXT NOT NULL,
  account TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX batches_batch ON batches (batch);

-- Searches kept under a name: sealed, for what people search for tells of their clients.

CREATE TABLE searches (
  id TEXT PRIMARY KEY, account TEXT NOT NULL, created TEXT NOT NULL, sealed BYTES NOT NULL);
CREATE INDEX searches_account ON searches (account, created);
