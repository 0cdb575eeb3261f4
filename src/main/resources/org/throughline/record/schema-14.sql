-- Who uploaded how much, so that nobody fills the disk alone; what was there before counts nothing.

CREATE TABLE uploads (
  entry TEXT PRIMARY KEY REFERENCES entries, client TEXT NOT NULL, account TEXT NOT NULL,
  bytes BIGINT NOT NULL);
CREATE INDEX uploads_account ON uploads (account, bytes);
