-- What was learned from people's decisions. A model holds single words of the clients it learned
-- from, so "sealed" is under a key of the model's own, destroyed when one of them withdraws or is
-- erased; "card" holds counts only. Which entries hold its suggestions is kept so that they can go
-- with it.

CREATE TABLE models (
  id TEXT PRIMARY KEY, code TEXT NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL,
  learned TEXT NOT NULL, account TEXT NOT NULL, clients INTEGER NOT NULL, switched_on TEXT,
  switched_on_by TEXT, ended TEXT, because TEXT, card BYTES NOT NULL, sealed BYTES );
CREATE UNIQUE INDEX models_version ON models (code, number);

CREATE TABLE model_clients (
  model TEXT NOT NULL REFERENCES models, client TEXT NOT NULL, PRIMARY KEY (model, client));
CREATE INDEX model_clients_client ON model_clients (client);

CREATE TABLE model_entries (
  hash TEXT NOT NULL, entry TEXT NOT NULL REFERENCES entries, PRIMARY KEY (hash, entry));
CREATE INDEX model_entries_entry ON model_entries (entry);
