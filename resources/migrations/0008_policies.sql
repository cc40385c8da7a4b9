-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a network of ours answers what is asked of it, as the desk edits it; and the roles of sessions that are drafted.

-- min_compatible: 1

-- Two rows a network at most: what a daemon read in its configuration file, for the desk to see, and what was edited at
-- the desk, which is in force for every daemon unless its text is empty.
CREATE TABLE policies (
    own_asn         BIGINT NOT NULL,
    origin          TEXT   NOT NULL,                       -- file, desk
    text            TEXT   NOT NULL,                       -- TOML (workflow/policy/policytext.h)
    who             TEXT   NOT NULL,
    updated_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    PRIMARY KEY (own_asn, origin)
);

ALTER TABLE draft_rows ADD COLUMN role TEXT NOT NULL DEFAULT '';   -- as typed: what we want to be (RFC 9234)
