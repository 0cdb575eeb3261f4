-- Written for SQLite and PostgreSQL alike; BYTES stands for BLOB or BYTEA.
-- Columns named "sealed" went through the Vault. Times are ISO-8601 text in UTC.

CREATE TABLE heads (name TEXT PRIMARY KEY, number BIGINT NOT NULL, hash TEXT NOT NULL);
INSERT INTO heads VALUES ('writer', 0, '');
INSERT INTO heads VALUES ('outbox', 0, '');
INSERT INTO heads VALUES ('decision', 0, '');
INSERT INTO heads VALUES ('audit', 0, '');

CREATE TABLE clients (
  id TEXT PRIMARY KEY, created TEXT NOT NULL, sealed BYTES NOT NULL);

CREATE TABLE problems (
  id TEXT PRIMARY KEY, client TEXT NOT NULL REFERENCES clients, number INTEGER NOT NULL,
  sealed BYTES NOT NULL);
CREATE INDEX problems_client ON problems (client, number);

CREATE TABLE speakers (client TEXT PRIMARY KEY REFERENCES clients, sealed BYTES NOT NULL);

CREATE TABLE consents (
  client TEXT NOT NULL REFERENCES clients, scope TEXT NOT NULL, version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL, sealed BYTES NOT NULL,
  PRIMARY KEY (client, scope, version));

CREATE TABLE entries (
  id TEXT PRIMARY KEY, client TEXT NOT NULL REFERENCES clients, kind TEXT NOT NULL,
  date TEXT NOT NULL, number INTEGER NOT NULL, created TEXT NOT NULL, retracted INTEGER NOT NULL,
  run INTEGER NOT NULL, sealed BYTES NOT NULL);
CREATE INDEX entries_client ON entries (client, kind, number);

CREATE TABLE originals (entry TEXT PRIMARY KEY REFERENCES entries, sealed BYTES NOT NULL);

CREATE TABLE turns (
  entry TEXT NOT NULL REFERENCES entries, number INTEGER NOT NULL, role TEXT,
  start_ms BIGINT, end_ms BIGINT, sealed BYTES NOT NULL, PRIMARY KEY (entry, number));

CREATE TABLE facts (
  entry TEXT NOT NULL REFERENCES entries, turn INTEGER NOT NULL, role TEXT NOT NULL,
  words INTEGER NOT NULL, clauses INTEGER NOT NULL, self_clauses INTEGER NOT NULL,
  past_clauses INTEGER NOT NULL, PRIMARY KEY (entry, turn));

CREATE TABLE codings (
  id TEXT PRIMARY KEY, entry TEXT NOT NULL REFERENCES entries, client TEXT NOT NULL,
  number INTEGER NOT NULL, run INTEGER NOT NULL, sealed BYTES NOT NULL);
CREATE INDEX codings_entry ON codings (entry, number);

CREATE TABLE decisions (
  id TEXT PRIMARY KEY, number BIGINT NOT NULL, coding TEXT NOT NULL REFERENCES codings,
  entry TEXT NOT NULL, client TEXT NOT NULL, account TEXT NOT NULL, at TEXT NOT NULL,
  sealed BYTES NOT NULL);
CREATE INDEX decisions_entry ON decisions (entry, number);

CREATE TABLE outbox (
  sequence BIGINT PRIMARY KEY, kind TEXT NOT NULL, client TEXT NOT NULL, entry TEXT);

CREATE TABLE idempotency (
  name TEXT PRIMARY KEY, request TEXT NOT NULL, result TEXT NOT NULL, at TEXT NOT NULL);

CREATE TABLE audit (
  number BIGINT PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, role TEXT NOT NULL,
  purpose TEXT NOT NULL, action TEXT NOT NULL, client TEXT, object TEXT, detail TEXT NOT NULL,
  hash TEXT NOT NULL);

