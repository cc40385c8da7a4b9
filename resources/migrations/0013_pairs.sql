-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a request or a list of one network costs does not grow with what it asked for before, and each session is told of
-- with its ends named as whoever asked for it named them.

-- min_compatible: 1

-- Inbound: "requestor" if the end that asked was called `local`, "receiver" if ours was (the draft has both).
ALTER TABLE sessions ADD COLUMN asked_as TEXT NOT NULL DEFAULT 'requestor';

-- Whether two addresses have a session at a place: what is asked for again, and what routers report.
CREATE INDEX sessions_by_place ON sessions (own_asn, location, initiator_ip, receiver_ip);
-- A page of what one network asked for: after an id, in order.
CREATE INDEX sessions_by_page ON sessions (own_asn, direction, asn, id);
