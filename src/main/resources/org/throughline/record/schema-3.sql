-- What erasing a client and reading a client's log would otherwise have to look for row by row.
CREATE INDEX decisions_coding ON decisions (coding);
CREATE INDEX audit_client ON audit (client, number);
