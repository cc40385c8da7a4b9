-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each end of a session says of itself (RFC 9234 roles and the draft's flags), and what the policy said at
-- arrival.

-- min_compatible: 1

ALTER TABLE sessions ADD COLUMN initiator_terms TEXT NOT NULL DEFAULT 'peer';   -- peering/bgprole.h
ALTER TABLE sessions ADD COLUMN receiver_terms TEXT NOT NULL DEFAULT 'peer';
ALTER TABLE sessions ADD COLUMN explanation TEXT NOT NULL DEFAULT '';           -- one rule a line
ALTER TABLE sessions ADD COLUMN offered BIGINT NOT NULL DEFAULT 0;              -- 1: by the receiver, in addition
