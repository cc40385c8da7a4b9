// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QTest>

namespace peerdesk {

/// A client without manners: sends the bytes it is told to and keeps what comes back.
class RawClient : public QTcpSocket
{
public:
    explicit RawClient(quint16 port)
    {
        connect(this, &QTcpSocket::readyRead, this, [this] { answer += readAll(); });
        connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    /// The status of every answer so far.
    [[nodiscard]] QList<int> statuses() const
    {
        QList<int> list;
        for (qsizetype at = answer.indexOf("HTTP/1.1 "); at >= 0; at = answer.indexOf("HTTP/1.1 ", at + 1)) {
            if (const int status = answer.mid(at + 9, 3).toInt(); status >= 100)
                list.append(status);
        }
        return list;
    }
    [[nodiscard]] bool waitForAnswers(qsizetype count)
    {
        return QTest::qWaitFor([&] { return statuses().size() >= count; }, patienceMs);
    }
    [[nodiscard]] bool waitForClose()
    {
        return QTest::qWaitFor([&] { return state() == QAbstractSocket::UnconnectedState; }, patienceMs);
    }

    static constexpr int patienceMs = 30'000;
    QByteArray answer;
};

} // namespace peerdesk
