-- What happens in research studies, one event a row, sealed under a key of its own that opens
-- nothing of the clinical record. "client" is a surrogate id, so that a client who withdraws can be
-- taken out; who it stands for is not known here.

CREATE TABLE study_events (
  study TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL,
  client TEXT, sealed BYTES NOT NULL, PRIMARY KEY (study, number));
CREATE INDEX study_events_client ON study_events (client);
