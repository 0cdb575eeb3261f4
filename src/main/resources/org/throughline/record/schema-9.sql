-- The way to research: who a client is, what a client's surrogates hang on, and how far each
-- session is. The last two are sealed under the client's research key and die with it.

CREATE TABLE cards (client TEXT PRIMARY KEY REFERENCES clients, sealed BYTES NOT NULL);

CREATE TABLE pseudonyms (client TEXT PRIMARY KEY REFERENCES clients, sealed BYTES NOT NULL);

CREATE TABLE releases (
  entry TEXT PRIMARY KEY REFERENCES entries, client TEXT NOT NULL, state TEXT NOT NULL,
  basis TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL, sealed BYTES NOT NULL);
CREATE INDEX releases_client ON releases (client);
