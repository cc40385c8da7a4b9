-- SPDX-License-Identifier: GPL-3.0-or-later
-- A registry's Resource Authentication Keys: who holds what, the keys that holders have, what became of them, and which
-- third party may ask about which. These belong to the registry, which is none of our networks. Nothing here lets its
-- reader use a key: of its secret an HMAC is kept, whose pepper lies elsewhere.

-- min_compatible: 1

-- One row: which registry this is, and the last number of its journal, also of what has been purged from it.
CREATE TABLE rak_registry (
    id              BIGINT NOT NULL PRIMARY KEY,           -- 1
    registry        BIGINT NOT NULL,                       -- rak/registry.h
    last_seq        BIGINT NOT NULL DEFAULT 0,
    purged_seq      BIGINT NOT NULL DEFAULT 0              -- the journal begins after it
);

-- As the registry's file has them. One that is in the file no more stays, for the history of its keys.
CREATE TABLE rak_holders (
    id              TEXT   NOT NULL PRIMARY KEY,
    name            TEXT   NOT NULL,
    email           TEXT   NOT NULL DEFAULT '',
    digest          TEXT   NOT NULL,                       -- of its entry in the file: what did not change is not read
    gone_at         BIGINT NOT NULL DEFAULT 0
);

-- Who acts for a holder. Without an issuer, the subject is an AS: whoever may act for that network here.
CREATE TABLE rak_identities (
    issuer          TEXT   NOT NULL,
    subject         TEXT   NOT NULL,
    holder_id       TEXT   NOT NULL,
    PRIMARY KEY (issuer, subject, holder_id)
);
CREATE INDEX rak_identities_by_holder ON rak_identities (holder_id);

CREATE TABLE rak_resources (
    holder_id       TEXT   NOT NULL,
    addresses       TEXT   NOT NULL,                       -- "192.0.2.0/24", "192.0.2.0 - 192.0.2.130"
    PRIMARY KEY (holder_id, addresses)
);

CREATE TABLE rak_keys (
    id              TEXT   NOT NULL PRIMARY KEY,           -- 16 hexadecimal digits: the key's id
    hash            TEXT   NOT NULL,                       -- HMAC of its secret
    holder_id       TEXT   NOT NULL,
    asn             BIGINT NOT NULL,
    prefixes        TEXT   NOT NULL,                       -- "192.0.2.0/24-25 2001:db8::/32-32": read and written whole
    label           TEXT   NOT NULL DEFAULT '',
    audience        TEXT   NOT NULL DEFAULT '',            -- the only verifier that it is for
    notify          TEXT   NOT NULL DEFAULT '',            -- mail addresses besides the holder's, one a line
    not_before      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    life            BIGINT NOT NULL,                       -- for which it was issued or last renewed
    renews          BIGINT NOT NULL DEFAULT 0,             -- 1: by itself, while the holder has the resources
    serial          BIGINT NOT NULL,
    seq             BIGINT NOT NULL,                       -- of its last line in the journal
    state           TEXT   NOT NULL,                       -- issued, expired, revoked, withdrawn
    reason          TEXT   NOT NULL DEFAULT '',
    reminded_days   BIGINT NOT NULL DEFAULT 0,             -- the last reminder that is not due any more; 0: all are
    created_at      BIGINT NOT NULL,
    created_by      TEXT   NOT NULL,
    changed_at      BIGINT NOT NULL,
    used_at         BIGINT NOT NULL DEFAULT 0              -- to the minute
);
CREATE INDEX rak_keys_by_holder ON rak_keys (holder_id, id);
CREATE INDEX rak_keys_by_end ON rak_keys (state, expires_at);

-- The change feed. Numbers follow each other in the order of the commits.
CREATE TABLE rak_events (
    seq             BIGINT NOT NULL PRIMARY KEY,
    key_id          TEXT   NOT NULL,
    serial          BIGINT NOT NULL,
    status          TEXT   NOT NULL,
    expires_at      BIGINT NOT NULL,
    at              BIGINT NOT NULL
);
CREATE INDEX rak_events_by_time ON rak_events (at);

-- Which verifier has proved to have seen which key.
CREATE TABLE rak_bindings (
    verifier        TEXT   NOT NULL,
    key_id          TEXT   NOT NULL,
    bound_at        BIGINT NOT NULL,
    PRIMARY KEY (verifier, key_id)
);
CREATE INDEX rak_bindings_by_key ON rak_bindings (key_id);

-- So that a request to issue that is repeated makes no second key. What was shown is kept for an hour at most.
CREATE TABLE rak_issuances (
    holder_id       TEXT   NOT NULL,
    idempotency_key TEXT   NOT NULL,
    request_hash    TEXT   NOT NULL,
    key_id          TEXT   NOT NULL,
    shown           TEXT   NOT NULL DEFAULT '',            -- envelope of the key, bound to its id
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (holder_id, idempotency_key)
);
CREATE INDEX rak_issuances_by_time ON rak_issuances (created_at);

-- Files of holders as they were found. One that would drop too much waits for a person.
CREATE TABLE rak_imports (
    hash            TEXT   NOT NULL PRIMARY KEY,           -- SHA-256 of the file
    state           TEXT   NOT NULL,                       -- waiting, accepted, applied
    holders         BIGINT NOT NULL,                       -- in it
    holders_lost    BIGINT NOT NULL,
    keys_lost       BIGINT NOT NULL,
    found_at        BIGINT NOT NULL,
    decided_by      TEXT   NOT NULL DEFAULT '',
    changed_at      BIGINT NOT NULL
);

-- What statements are signed with: as signing_keys, but of a life of their own.
CREATE TABLE rak_signing_keys (
    id              TEXT   NOT NULL PRIMARY KEY,           -- the kid of its statements
    private_key     TEXT   NOT NULL,                       -- envelope
    created_at      BIGINT NOT NULL,
    signs_from      BIGINT NOT NULL
);
