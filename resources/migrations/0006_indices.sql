-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is looked for every half minute, or with every request, in a table that grows: found without reading all of it.

-- min_compatible: 1

CREATE INDEX sessions_overdue ON sessions (configure_by) WHERE configure_by > 0;
CREATE INDEX existing_sessions_by_network ON existing_sessions (own_asn, asn);

-- With the approval, so that the offers to one network are not looked for among those to all.
DROP INDEX sessions_by_network;
CREATE INDEX sessions_by_network ON sessions (own_asn, direction, asn, approval);
