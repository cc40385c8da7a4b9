-- SPDX-License-Identifier: GPL-3.0-or-later
-- Endpoints of the 2023 interface call their resources otherwise (/add_sessions, /get_status, /list_locations).

-- min_compatible: 1

ALTER TABLE endpoints ADD COLUMN paths TEXT NOT NULL DEFAULT 'current';   -- current, early
