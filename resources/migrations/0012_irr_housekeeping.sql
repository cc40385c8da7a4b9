-- SPDX-License-Identifier: GPL-3.0-or-later
-- How much of what an issuer takes back has fallen lately, how much of it a person has seen, and a way to the objects
-- that are hidden for an issuer's silence alone; and which maintainers are the operator's, to be taken away with the
-- configuration that named them.

-- min_compatible: 1

ALTER TABLE irr_issuers ADD COLUMN fallen BIGINT NOT NULL DEFAULT 0;            -- objects, since fallen_since
ALTER TABLE irr_issuers ADD COLUMN fallen_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE irr_issuers ADD COLUMN released_objects BIGINT NOT NULL DEFAULT 0;  -- that a person has seen, and lets fall
ALTER TABLE irr_maintainers ADD COLUMN listed BIGINT NOT NULL DEFAULT 1;

CREATE INDEX irr_routes_silent ON irr_routes (key_ref) WHERE hidden_at > 0 AND delete_at = 0;
