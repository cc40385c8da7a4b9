-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clocks: how long what is asked of us may stay unconfigured, when they stand still, and offers that are still to be
-- carried to whoever asked.

-- min_compatible: 1

-- Inbound: the time window of the network that was asked, as it was configured at arrival; ms, 0 for ever.
ALTER TABLE requests ADD COLUMN time_window BIGINT NOT NULL DEFAULT 604800000;

-- While one of these lasts, the deadlines of what it concerns stand still. A deadline is moved when a window comes or
-- goes, so that sessions.configure_by is always what holds.
CREATE TABLE maintenance_windows (
    own_asn         BIGINT NOT NULL,
    id              TEXT   NOT NULL PRIMARY KEY,
    location        TEXT   NOT NULL DEFAULT '',            -- empty: everywhere
    asn             BIGINT NOT NULL DEFAULT 0,             -- the other network; 0: with all of them
    starts_at       BIGINT NOT NULL,
    ends_at         BIGINT NOT NULL,                       -- exclusive
    note            TEXT   NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL
);
CREATE INDEX maintenance_windows_by_end ON maintenance_windows (own_asn, ends_at);

-- Offers on their way to the asking network's own endpoint; written with the request that they answer.
CREATE TABLE offer_deliveries (
    own_asn         BIGINT NOT NULL,
    request_id      TEXT   NOT NULL PRIMARY KEY,
    asn             BIGINT NOT NULL,                       -- who asked
    name            TEXT   NOT NULL,                       -- what the request is called there
    return_url      TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    next_try_at     BIGINT NOT NULL,                       -- while somebody carries them: when the claim lapses
    tries           BIGINT NOT NULL DEFAULT 0,
    ended_at        BIGINT NOT NULL DEFAULT 0,
    last_error      TEXT   NOT NULL DEFAULT ''             -- why not yet, or why not at all; empty: they arrived
);
CREATE INDEX offer_deliveries_open ON offer_deliveries (next_try_at) WHERE ended_at = 0;
