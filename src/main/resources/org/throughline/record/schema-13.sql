-- Who signs in through an identity provider: by which subject it knows the owner of an account.

CREATE TABLE identities (
  account TEXT PRIMARY KEY REFERENCES accounts, issuer TEXT NOT NULL, subject TEXT NOT NULL,
  linked TEXT NOT NULL, UNIQUE (issuer, subject));
