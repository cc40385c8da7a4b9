#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Peerdesk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server for tests: aiosmtpd takes the mails, Python's own mail reader reads them.

    mailserver.py [--certificate PEM --key PEM] [--login USER:PASSWORD] [--refuse ADDRESS:CODE]...

The first line on stdout is the port on 127.0.0.1; every mail taken is one line of JSON. Ends with its standard input.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, Envelope


class Mailbox:
    def __init__(self, refusals):
        self.refusals = refusals

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refusals:
            return f'{self.refusals[address]} not now or never'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope: Envelope):
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        lines = envelope.original_content.split(b'\r\n')
        print(json.dumps({
            'envelope_from': envelope.mail_from, 'envelope_to': envelope.rcpt_tos, 'tls': session.ssl is not None,
            'login': session.authenticated and session.auth_data.login.decode(), 'longest_line': max(map(len, lines)),
            'ascii': envelope.original_content.isascii(), 'defects': [str(defect) for defect in mail.defects],
            'headers': {name: str(value) for name, value in mail.items()}, 'body': mail.get_content().replace('\r\n', '\n'),
        }), flush=True)
        return '250 taken'


async def main():
    options = argparse.ArgumentParser()
    for name in ('--certificate', '--key', '--login'):
        options.add_argument(name)
    options.add_argument('--refuse', action='append', default=[])
    asked = options.parse_args()
    arguments = {'hostname': 'localhost', 'enable_SMTPUTF8': False}
    if asked.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(asked.certificate, asked.key)
        arguments |= {'tls_context': context, 'require_starttls': True}
    if asked.login:
        wanted = asked.login.encode().split(b':', 1)
        arguments |= {'auth_required': True, 'auth_require_tls': bool(asked.certificate), 'authenticator':
                      lambda server, session, envelope, how, login: AuthResult(success=[login.login, login.password] == wanted,
                                                                              handled=False, auth_data=login)}
    mailbox = Mailbox(dict(refusal.rsplit(':', 1) for refusal in asked.refuse))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(mailbox, loop=loop, **arguments), '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
