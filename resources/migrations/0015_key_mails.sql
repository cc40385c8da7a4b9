-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mails about keys leave by what ends soonest, and are counted by the holder whose key they are about.

-- min_compatible: 1

ALTER TABLE mails ADD COLUMN holder TEXT NOT NULL DEFAULT '';     -- of resources; empty for all other mails
ALTER TABLE mails ADD COLUMN ends_at BIGINT NOT NULL DEFAULT 0;   -- of a reminder: the end it tells of
CREATE INDEX mails_by_holder ON mails (holder, created_at);
