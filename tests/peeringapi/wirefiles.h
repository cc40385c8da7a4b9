// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringapi/createrequest.h"
#include "peeringapi/membership.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace peerdesk::test {

inline QByteArray wireFile(const char *name)
{
    QFile file(QStringLiteral(PEERDESK_TEST_DATA "/wire/%1").arg(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No such wire file: %s", name);
    return file.readAll();
}

inline QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

inline IpAddress ip(const char *text)
{
    return *IpAddress::parse(QString::fromLatin1(text));
}

/// What the create-*.json files say, in the domain's words.
inline CreateRequest exampleRequest()
{
    SessionProposal v4;
    v4.itemId = QStringLiteral("a1");
    v4.initiator = Asn(64500);
    v4.receiver = Asn(64496);
    v4.initiatorAddress = ip("192.0.2.10");
    v4.receiverAddress = ip("192.0.2.20");
    v4.location = Location::exchange(42);
    v4.sessionSecret = Secret(QStringLiteral("correct-horse"));
    SessionProposal v6 = v4;
    v6.itemId = QStringLiteral("b2");
    v6.initiatorAddress = ip("2001:db8:42::10");
    v6.receiverAddress = ip("2001:db8:42::20");
    v6.sessionSecret = Secret();
    return {QStringLiteral("3f0c6a52-6f0e-4c1b-9a39-0d1c6e2b7a11"),
            QUrl(QStringLiteral("https://peering.as64500.example/v1")),
            {v4, v6}};
}

/// What create-keys.json has besides.
inline QList<KeyProof> exampleKeys()
{
    return {{QStringLiteral("00K-380J6-HB7H6-NWVVR-ZHHVW-8"), "eyJhbGciOiJFUzI1NiJ9.eyJhc24iOjY0NTAwfQ.c2ln"},
            {QStringLiteral("80K-380G4-0R40M-30E25-HJPME-E"), {}}};
}

inline Membership exampleMembership()
{
    return {{Asn(64500)}, {Asn(64496)}, Dialect::Orientation::Requestor};
}

} // namespace peerdesk::test
