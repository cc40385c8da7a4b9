-- SPDX-License-Identifier: GPL-3.0-or-later
-- The desk's database: where the desktop and the daemon meet. The common subset of SQLite and PostgreSQL.
-- Times are UTC milliseconds, 0 = never. Every table names the network of ours it belongs to (own_asn).
-- Enumerations hold the words of peering/status.h. Secrets are envelopes (storage/envelope.h), never plain.

-- min_compatible: 1

-- Which key the envelopes in this database were sealed with: a key file that does not match is refused at the
-- start instead of being noticed when the first secret cannot be read.
CREATE TABLE envelope_keys (
    fingerprint     TEXT   NOT NULL PRIMARY KEY,
    created_at      BIGINT NOT NULL
);

-- What we think of another network, and until when.
CREATE TABLE relations (
    own_asn         BIGINT NOT NULL,
    asn             BIGINT NOT NULL,
    relation        TEXT   NOT NULL,             -- none, customer, upstream, peer, never, declined
    declined_until  BIGINT NOT NULL DEFAULT 0,
    comment         TEXT   NOT NULL DEFAULT '',
    updated_at      BIGINT NOT NULL,
    PRIMARY KEY (own_asn, asn)
);

-- Where another network's Peering API answers, how it likes to be spoken to, and when it is asked next.
CREATE TABLE endpoints (
    own_asn         BIGINT NOT NULL,
    asn             BIGINT NOT NULL,
    base_url        TEXT   NOT NULL,
    body_shape      TEXT   NOT NULL DEFAULT 'object',      -- object, array (digest D3)
    orientation     TEXT   NOT NULL DEFAULT 'requestor',   -- requestor, receiver (digest D1)
    locations_asn   TEXT   NOT NULL DEFAULT 'own',         -- own, other (digest D2)
    contact         TEXT   NOT NULL DEFAULT '',
    polled_at       BIGINT NOT NULL DEFAULT 0,
    next_poll_at    BIGINT NOT NULL DEFAULT 0,
    poll_interval   BIGINT NOT NULL DEFAULT 0,             -- ms; widens while nothing changes
    failures        BIGINT NOT NULL DEFAULT 0,             -- in a row
    last_error      TEXT   NOT NULL DEFAULT '',
    PRIMARY KEY (own_asn, asn)
);

-- What GET /locations of that endpoint last said.
CREATE TABLE endpoint_locations (
    own_asn         BIGINT NOT NULL,
    asn             BIGINT NOT NULL,
    location        TEXT   NOT NULL,
    seen_at         BIGINT NOT NULL,
    PRIMARY KEY (own_asn, asn, location)
);

-- Sessions that exist without us having asked: imported, later read from routers.
CREATE TABLE existing_sessions (
    own_asn         BIGINT NOT NULL,
    asn             BIGINT NOT NULL,
    location        TEXT   NOT NULL,
    own_ip          TEXT   NOT NULL,
    other_ip        TEXT   NOT NULL,
    state           TEXT   NOT NULL DEFAULT '',
    source          TEXT   NOT NULL,
    imported_at     BIGINT NOT NULL,
    PRIMARY KEY (own_asn, own_ip, other_ip, location)
);

-- A batch being written, for one other network. Rows are kept as typed, valid or not.
CREATE TABLE drafts (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    asn             BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    deleted_at      BIGINT NOT NULL DEFAULT 0,             -- deleted, but Undo still brings it back
    version         BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE draft_rows (
    own_asn         BIGINT NOT NULL,
    draft_id        TEXT   NOT NULL,
    item_id         TEXT   NOT NULL,
    position        BIGINT NOT NULL,
    location        TEXT   NOT NULL DEFAULT '',
    own_ip          TEXT   NOT NULL DEFAULT '',
    other_ip        TEXT   NOT NULL DEFAULT '',
    secret          TEXT   NOT NULL DEFAULT '',            -- envelope
    note            TEXT   NOT NULL DEFAULT '',
    overridden      BIGINT NOT NULL DEFAULT 0,             -- 1: a person saw the warnings and sends anyway
    remote_errors   TEXT   NOT NULL DEFAULT '',            -- JSON: what the other side said of this row
    PRIMARY KEY (draft_id, item_id)
);

-- A set of sessions asked for together: by us (outgoing) or of us (inbound).
CREATE TABLE requests (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    direction       TEXT   NOT NULL,                       -- outgoing, inbound
    asn             BIGINT NOT NULL,                       -- the other network
    remote_id       TEXT   NOT NULL DEFAULT '',
    idempotency_key TEXT,                                  -- inbound: the caller's request_id, null for none
    endpoint        TEXT   NOT NULL DEFAULT '',
    requester       TEXT   NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL,
    sent_at         BIGINT NOT NULL DEFAULT 0,
    answered_at     BIGINT NOT NULL DEFAULT 0,
    last_error      TEXT   NOT NULL DEFAULT '',
    version         BIGINT NOT NULL DEFAULT 0,
    UNIQUE (own_asn, asn, direction, idempotency_key)
);
CREATE INDEX requests_by_network ON requests (own_asn, direction, asn);

CREATE TABLE sessions (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    request_id      TEXT   NOT NULL,
    direction       TEXT   NOT NULL,
    asn             BIGINT NOT NULL,                       -- the other network
    item_id         TEXT   NOT NULL DEFAULT '',
    remote_id       TEXT   NOT NULL DEFAULT '',
    initiator_asn   BIGINT NOT NULL,
    receiver_asn    BIGINT NOT NULL,
    initiator_ip    TEXT   NOT NULL,
    receiver_ip     TEXT   NOT NULL,
    location        TEXT   NOT NULL,
    secret          TEXT   NOT NULL DEFAULT '',            -- envelope
    approval        TEXT   NOT NULL,
    connection      TEXT   NOT NULL DEFAULT 'not-configured',
    bgp_state       TEXT   NOT NULL DEFAULT '',
    reason          TEXT   NOT NULL DEFAULT '',
    decided_by      TEXT   NOT NULL DEFAULT '',
    policy_rule     TEXT   NOT NULL DEFAULT '',
    note            TEXT   NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL,
    decided_at      BIGINT NOT NULL DEFAULT 0,
    configured_at   BIGINT NOT NULL DEFAULT 0,
    established_at  BIGINT NOT NULL DEFAULT 0,
    configure_by    BIGINT NOT NULL DEFAULT 0,
    updated_at      BIGINT NOT NULL,
    deleted_at      BIGINT NOT NULL DEFAULT 0,             -- inbound: after the caller's DELETE, answered 404
    version         BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX sessions_by_request ON sessions (request_id);
CREATE INDEX sessions_by_network ON sessions (own_asn, direction, asn);
CREATE INDEX sessions_by_remote ON sessions (own_asn, asn, remote_id);
CREATE INDEX sessions_by_state ON sessions (own_asn, direction, approval, connection);

-- Written before the wire and after it: what a restart needs to know of a request in flight. One chain of entries
-- for the request as a whole (session_id empty) and one for each session that is being withdrawn; the entry with the
-- highest seq of a chain is where it stands.
CREATE TABLE send_journal (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    request_id      TEXT   NOT NULL,
    session_id      TEXT   NOT NULL DEFAULT '',
    seq             BIGINT NOT NULL,
    latest          BIGINT NOT NULL DEFAULT 1,             -- 1 on the last entry of its chain
    step            TEXT   NOT NULL,                       -- intended, posting, unclear, resolved
    attempt         BIGINT NOT NULL DEFAULT 0,
    at              BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL DEFAULT 0,             -- while somebody holds it: when the hold lapses
    holder          TEXT   NOT NULL DEFAULT '',            -- the program working on it, as machine/process
    detail          TEXT   NOT NULL DEFAULT '',
    UNIQUE (request_id, session_id, seq)
);
CREATE INDEX send_journal_open ON send_journal (latest, step);

-- Who changed what, when, from which state to which, and why. Only ever appended to.
CREATE TABLE audit (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    at              BIGINT NOT NULL,
    who             TEXT   NOT NULL,                       -- a person, "policy:RULE", "AS64500", "peerdeskd"
    noun            TEXT   NOT NULL,                       -- session, request, draft, relation, endpoint
    noun_id         TEXT   NOT NULL,
    noun_version    BIGINT NOT NULL DEFAULT 0,             -- of the noun after this change: orders what one instant holds
    from_state      TEXT   NOT NULL DEFAULT '',
    to_state        TEXT   NOT NULL DEFAULT '',
    why             TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX audit_by_noun ON audit (noun, noun_id, at, noun_version);
CREATE INDEX audit_by_time ON audit (own_asn, at);

-- Events a person is told of once; shown_at is set when the notification left.
CREATE TABLE notices (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    kind            TEXT   NOT NULL,                       -- approved, rejected, established, unestablished, needs-answer
    asn             BIGINT NOT NULL,
    session_id      TEXT   NOT NULL DEFAULT '',
    text            TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    shown_at        BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX notices_waiting ON notices (own_asn, shown_at);
