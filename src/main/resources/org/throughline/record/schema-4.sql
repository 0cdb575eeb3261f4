-- Meetings that were planned and did not take place: a gap in every series, never a zero.

CREATE TABLE missed (
  id TEXT PRIMARY KEY, client TEXT NOT NULL REFERENCES clients, date TEXT NOT NULL,
  created TEXT NOT NULL, sealed BYTES NOT NULL, UNIQUE (client, date));
