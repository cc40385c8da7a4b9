-- SPDX-License-Identifier: GPL-3.0-or-later
-- Signing in at the endpoint: what it granted to whom, and the keys it signs with. These belong to the endpoint, which
-- answers for all networks of ours at once, so they name none of them. Nothing here lets its reader act as somebody:
-- codes, refresh tokens and credentials are SHA-256 of 256 random bits, keys and the provider's tokens are envelopes.

-- min_compatible: 1

-- The newest whose signs_from has come signs; all of them are published.
CREATE TABLE signing_keys (
    id              TEXT   NOT NULL PRIMARY KEY,           -- the kid of its tokens
    private_key     TEXT   NOT NULL,                       -- envelope
    created_at      BIGINT NOT NULL,
    signs_from      BIGINT NOT NULL
);

-- A person let a program act for them here. It begins with one authorization code and goes on with refresh tokens.
CREATE TABLE grants (
    id              TEXT   NOT NULL PRIMARY KEY,
    subject         TEXT   NOT NULL,
    person          TEXT   NOT NULL,                       -- as the audit log names them
    claims          TEXT   NOT NULL,                       -- JSON: who they are and which networks count
    scope           TEXT   NOT NULL,
    upstream        TEXT   NOT NULL DEFAULT '',            -- envelope: the provider's refresh token
    rights_read_at  BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    used_at         BIGINT NOT NULL DEFAULT 0,
    revoked_at      BIGINT NOT NULL DEFAULT 0,
    revoked_why     TEXT   NOT NULL DEFAULT '',
    code_hash       TEXT   NOT NULL DEFAULT '',            -- empty until the person agreed
    code_challenge  TEXT   NOT NULL DEFAULT '',
    code_redirect   TEXT   NOT NULL DEFAULT '',
    code_until      BIGINT NOT NULL DEFAULT 0,
    code_used_at    BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX grants_by_code ON grants (code_hash);
CREATE INDEX grants_by_end ON grants (expires_at);

-- Used ones are kept as long as their grant: presenting one again tells that it was stolen.
CREATE TABLE refresh_tokens (
    hash            TEXT   NOT NULL PRIMARY KEY,
    grant_id        TEXT   NOT NULL,
    issued_at       BIGINT NOT NULL,
    used_at         BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX refresh_tokens_by_grant ON refresh_tokens (grant_id);

-- What the operator gave to a program of another network.
CREATE TABLE machine_credentials (
    id              TEXT   NOT NULL PRIMARY KEY,
    asn             BIGINT NOT NULL,                       -- the network that it speaks for
    name            TEXT   NOT NULL,
    scope           TEXT   NOT NULL,
    hash            TEXT   NOT NULL UNIQUE,
    issued_by       TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL DEFAULT 0,
    used_at         BIGINT NOT NULL DEFAULT 0,
    revoked_at      BIGINT NOT NULL DEFAULT 0
);
