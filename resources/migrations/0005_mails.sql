-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is told by mail: written here first, so that each mail leaves once, whoever of several daemons sends it.

-- min_compatible: 1

CREATE TABLE mails (
    id              TEXT   NOT NULL PRIMARY KEY,           -- kind and request: what is told once
    kind            TEXT   NOT NULL,                       -- request, decision; since: nothing older is told
    request_id      TEXT   NOT NULL DEFAULT '',
    recipient       TEXT   NOT NULL DEFAULT '',
    subject         TEXT   NOT NULL DEFAULT '',
    body            TEXT   NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL,
    next_try_at     BIGINT NOT NULL DEFAULT 0,             -- 0: there is nothing to send yet
    tries           BIGINT NOT NULL DEFAULT 0,
    sent_at         BIGINT NOT NULL DEFAULT 0,
    given_up_at     BIGINT NOT NULL DEFAULT 0,
    last_error      TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX mails_open ON mails (sent_at, given_up_at, next_try_at);
CREATE INDEX requests_by_time ON requests (direction, created_at);
