-- SPDX-License-Identifier: GPL-3.0-or-later
-- The registry of route objects that hang on keys (src/irr): what it holds, what was changed, and what it knows of keys
-- and their issuers. All of it belongs to the registry and to no network of ours, so that no row names one.

-- min_compatible: 1

-- Who may write objects: the names that stand in mnt-by, the network whose credential acts for each, and where mails go.
CREATE TABLE irr_maintainers (
    name            TEXT   NOT NULL PRIMARY KEY,           -- in upper case
    asn             BIGINT NOT NULL,
    notify          TEXT   NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL
);

-- The table of queries. What is hidden is in no answer; what is deleted stands in the journal alone.
CREATE TABLE irr_routes (
    id              TEXT   NOT NULL PRIMARY KEY,
    family          BIGINT NOT NULL,                       -- 4, 6
    prefix_key      TEXT   NOT NULL,                       -- src/irr/prefixkey.h: sorts by number, has ranges
    prefix          TEXT   NOT NULL,
    origin          BIGINT NOT NULL,
    maintainer      TEXT   NOT NULL,
    text            TEXT   NOT NULL,                       -- RPSL, less what the registry adds when it shows it
    key_ref         TEXT   NOT NULL DEFAULT '',            -- empty: nobody vouches for this space
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    hidden_at       BIGINT NOT NULL DEFAULT 0,
    hidden_why      TEXT   NOT NULL DEFAULT '',
    delete_at       BIGINT NOT NULL DEFAULT 0,             -- of a hidden one, when the grace is over
    UNIQUE (prefix_key, origin)
);
-- !g and !6 read nothing but this.
CREATE INDEX irr_routes_by_origin ON irr_routes (origin, family, prefix_key, prefix, hidden_at) WHERE hidden_at = 0;
CREATE INDEX irr_routes_by_maintainer ON irr_routes (maintainer, prefix_key);
CREATE INDEX irr_routes_by_key ON irr_routes (key_ref) WHERE key_ref <> '';
CREATE INDEX irr_routes_ending ON irr_routes (delete_at) WHERE delete_at > 0;

-- Names for ASes (as-set) and prefixes (route-set).
CREATE TABLE irr_sets (
    name            TEXT   NOT NULL PRIMARY KEY,           -- in upper case
    class           TEXT   NOT NULL,                       -- as-set, route-set
    members         TEXT   NOT NULL DEFAULT '',            -- between blanks, each once
    maintainer      TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);
CREATE INDEX irr_sets_by_maintainer ON irr_sets (maintainer, name);

-- Every change of what queries answer, in its order. Hiding an object is a DEL, showing it again an ADD.
CREATE TABLE irr_journal (
    serial          BIGINT NOT NULL PRIMARY KEY,           -- from 1 on, without gaps
    operation       TEXT   NOT NULL,                       -- ADD, DEL
    class           TEXT   NOT NULL,
    object          TEXT   NOT NULL,                       -- 192.0.2.0/24AS64500, AS-FOO
    text            TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    who             TEXT   NOT NULL,
    why             TEXT   NOT NULL DEFAULT ''
);

-- What an issuer last said of each key that an object hangs on. No secret is ever here.
CREATE TABLE irr_keys (
    ref             TEXT   NOT NULL PRIMARY KEY,
    registry        BIGINT NOT NULL,                       -- the RIR's number
    asn             BIGINT NOT NULL,
    prefixes        TEXT   NOT NULL,                       -- JSON
    serial          BIGINT NOT NULL,
    status          TEXT   NOT NULL,                       -- valid, expired, revoked, withdrawn
    expires_at      BIGINT NOT NULL,
    statement       TEXT   NOT NULL DEFAULT '',
    checked_at      BIGINT NOT NULL,                       -- when the issuer last answered for it
    next_check_at   BIGINT NOT NULL,                       -- who takes a check over moves it on first
    failures        BIGINT NOT NULL DEFAULT 0,             -- in a row
    last_error      TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX irr_keys_to_check ON irr_keys (next_check_at);
CREATE INDEX irr_keys_ending ON irr_keys (status, expires_at);

-- How far each issuer's changes have been followed.
CREATE TABLE irr_issuers (
    registry        BIGINT NOT NULL PRIMARY KEY,
    seq             BIGINT NOT NULL DEFAULT 0,
    polled_at       BIGINT NOT NULL DEFAULT 0,             -- when it last answered
    next_poll_at    BIGINT NOT NULL DEFAULT 0,             -- who takes a poll over moves it on first
    failing_since   BIGINT NOT NULL DEFAULT 0,             -- 0 while it answers
    last_error      TEXT   NOT NULL DEFAULT '',
    held_at         BIGINT NOT NULL DEFAULT 0,             -- what it said would drop too much: a person has to see it
    held_objects    BIGINT NOT NULL DEFAULT 0,
    released_until  BIGINT NOT NULL DEFAULT 0              -- a person has seen it
);
