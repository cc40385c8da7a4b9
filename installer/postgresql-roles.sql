-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rights of a team at a PostgreSQL database of Peerdesk's: run as its owner, in it, after a program of the owner
-- has made the tables, and again after an update:
--
--     psql -v ON_ERROR_STOP=1 -d peerdesk -f postgresql-roles.sql
--
-- Each person and each daemon then has a login role of its own, which is a member of one of these:
--
--     CREATE ROLE mo LOGIN IN ROLE peerdesk_approver;
--
--   peerdesk_viewer    sees what there is, without session secrets: it gets no key file
--   peerdesk_approver  works at a desk: drafts, sends, decides
--   peerdesk_daemon    answers other networks and signs their people in
--
-- None of them changes tables, and nobody changes what stands in the audit log, but for names that have grown too old.

SELECT format('CREATE ROLE %I NOLOGIN', name)
  FROM unnest(ARRAY['peerdesk_viewer', 'peerdesk_approver', 'peerdesk_daemon']) AS name
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \gexec

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM peerdesk_viewer, peerdesk_approver, peerdesk_daemon;

GRANT SELECT ON migrations, envelope_keys, relations, endpoints, endpoint_locations, existing_sessions, drafts, draft_rows,
                requests, request_keys, sessions, send_journal, audit, notices, maintenance_windows, policies,
                irr_maintainers, irr_routes, irr_sets, irr_journal, irr_keys, irr_issuers
    TO peerdesk_viewer, peerdesk_approver, peerdesk_daemon;

GRANT INSERT, UPDATE, DELETE ON relations, endpoints, endpoint_locations, existing_sessions, drafts, draft_rows, notices,
                                maintenance_windows, request_keys
    TO peerdesk_approver, peerdesk_daemon;
GRANT INSERT, UPDATE ON requests, sessions, send_journal, policies TO peerdesk_approver, peerdesk_daemon;
GRANT INSERT ON audit TO peerdesk_approver, peerdesk_daemon;
GRANT UPDATE (who) ON audit TO peerdesk_daemon;

-- How people of other networks are signed in, and who was written to, is the daemon's business alone. What has grown old, it purges.
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_keys, grants, refresh_tokens, machine_credentials, mails, offer_deliveries,
                                       rak_registry, rak_holders, rak_identities, rak_resources, rak_keys, rak_events, rak_bindings,
                                       rak_issuances, rak_imports, rak_signing_keys
    TO peerdesk_daemon;
GRANT DELETE ON requests, sessions, send_journal, audit TO peerdesk_daemon;

-- So are the objects of the registry; who writes them, and what was held back for a person, are decided at a desk as well.
GRANT INSERT, UPDATE, DELETE ON irr_routes, irr_sets, irr_keys, irr_issuers TO peerdesk_daemon;
GRANT INSERT, DELETE ON irr_journal TO peerdesk_daemon;
GRANT INSERT, UPDATE, DELETE ON irr_maintainers TO peerdesk_approver, peerdesk_daemon;
GRANT UPDATE ON irr_issuers TO peerdesk_approver;
