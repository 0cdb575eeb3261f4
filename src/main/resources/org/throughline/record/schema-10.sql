-- Where a coding was made, in clear, so that a page of quotes opens the codings of its turns alone;
-- -1 for those written before. How often consents, ties or clients have changed, so that what
-- decisions rest on is read again when, and only when, it is another.

ALTER TABLE codings ADD COLUMN turn INTEGER NOT NULL DEFAULT -1;
CREATE INDEX codings_turn ON codings (entry, turn);

CREATE TABLE changes (series TEXT PRIMARY KEY, number BIGINT NOT NULL);
INSERT INTO changes VALUES ('standing', 0);
