-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a request or a list of one network costs does not grow with what it asked for before.

-- min_compatible: 1

-- Whether two addresses have a session at a place: what is asked for again, and what routers report.
CREATE INDEX sessions_by_place ON sessions (own_asn, location, initiator_ip, receiver_ip);
-- A page of what one network asked for: after an id, in order.
CREATE INDEX sessions_by_page ON sessions (own_asn, direction, asn, id);
