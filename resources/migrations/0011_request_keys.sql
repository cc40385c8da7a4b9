-- SPDX-License-Identifier: GPL-3.0-or-later
-- Resource Authentication Keys that go with session requests as proof of what will be announced. A reference is public;
-- no key is ever here.

-- min_compatible: 1

-- Of a request of others, what its issuer's statement was found to say when it came. Of one of ours, what we name and
-- whether its issuer's statement went along.
CREATE TABLE request_keys (
    own_asn         BIGINT NOT NULL,
    request_id      TEXT   NOT NULL,
    position        BIGINT NOT NULL,
    ref             TEXT   NOT NULL,
    outcome         TEXT   NOT NULL,                       -- src/workflow/inbound/keyfinding.h, requests/sentkey.h
    why             TEXT   NOT NULL DEFAULT '',
    asn             BIGINT NOT NULL DEFAULT 0,             -- from here on empty where no statement held
    prefixes        TEXT   NOT NULL DEFAULT '',            -- JSON: the first of them
    more_prefixes   BIGINT NOT NULL DEFAULT 0,
    serial          BIGINT NOT NULL DEFAULT 0,
    expires_at      BIGINT NOT NULL DEFAULT 0,             -- the key
    statement_until BIGINT NOT NULL DEFAULT 0,
    checked_at      BIGINT NOT NULL,
    PRIMARY KEY (request_id, position)
);
CREATE INDEX request_keys_by_ref ON request_keys (ref, serial);

-- What is to go along when the draft is sent: references, between blanks.
ALTER TABLE drafts ADD COLUMN key_refs TEXT NOT NULL DEFAULT '';
