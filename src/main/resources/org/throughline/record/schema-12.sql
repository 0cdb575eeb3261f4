-- Counts behind the figures of codes in this practice, kept so that nothing is opened again that
-- has not changed; and the way to the few codings among many that people made.

CREATE TABLE local_counts (id INTEGER PRIMARY KEY, sealed BYTES NOT NULL);
CREATE INDEX codings_by_hand ON codings (entry) WHERE run = 0;
