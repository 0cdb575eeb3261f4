-- Accounts, what ties them to clients and to each other, and how they prove who they are.
-- Passwords are Argon2id hashes; login and token secrets are kept as SHA-256 only.

CREATE TABLE accounts (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, created TEXT NOT NULL,
  disabled INTEGER NOT NULL, password TEXT, totp_step BIGINT NOT NULL, sealed BYTES );

CREATE TABLE ties (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
  begins TEXT NOT NULL, ends TEXT);
CREATE INDEX ties_subject ON ties (subject, kind);
CREATE INDEX ties_object ON ties (object, kind);

CREATE TABLE logins (
  hash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, begun TEXT NOT NULL,
  seen TEXT NOT NULL, proved TEXT);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts,
  name TEXT NOT NULL, kind TEXT NOT NULL, actions TEXT NOT NULL, created TEXT NOT NULL,
  expires TEXT NOT NULL, ended TEXT);

-- What is left of a client after erasure: that there was one, and what was destroyed.
CREATE TABLE erasures (client TEXT PRIMARY KEY, at TEXT NOT NULL, certificate TEXT NOT NULL);
