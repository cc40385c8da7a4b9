-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who asked is a text for people ("M. Ops <noc@as64500.example>"); what the policy and mails go by is the address alone,
-- and only where whoever vouches for the person has confirmed it. It is not known of the requests that are there.

-- min_compatible: 1

ALTER TABLE requests ADD COLUMN requester_address TEXT NOT NULL DEFAULT '';
