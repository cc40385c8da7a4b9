// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/whoislimits.h"
#include "irr/whoissession.h"

#include <QDeadlineTimer>
#include <QObject>

class QTcpSocket;

namespace peerdesk {

/// One connection of WhoisServer: reads a line, has it answered, writes the answer in one piece, and only then looks at
/// the next, so that pipelined queries keep their order. Whatever cannot be answered closes it: clients take an error
/// for an empty list, and build a filter from that. Owned by the server; says closed() once and is then deleted.
class WhoisConnection : public QObject
{
    Q_OBJECT

public:
    WhoisConnection(QTcpSocket *socket, const QString &source, const WhoisLimits &limits, WhoisLoad &load,
                    QObject *parent);
    ~WhoisConnection() override;

    /// To asked(): the whole of it.
    void answer(const QByteArray &bytes);
    /// At once, and counted under `reason`.
    void drop(const QByteArray &reason);
    void checkDeadline();
    /// Now if nothing is under way, else after the answer.
    void closeWhenIdle();

Q_SIGNALS:
    void asked(const peerdesk::WhoisQuery &query);
    void closed();

private:
    enum class State { Reading, Asking, Closing, Closed };

    void work();
    [[nodiscard]] std::optional<QByteArray> takeLine();
    void read(const QByteArray &line);
    void write(const QByteArray &bytes);
    void wrote();
    void account();
    void ended();

    QTcpSocket *const m_socket;
    const WhoisLimits &m_limits;
    WhoisLoad &m_load;
    WhoisSession m_session;
    QByteArray m_buffer;
    QDeadlineTimer m_deadline;
    qint64 m_accounted = 0; ///< our share of the load's bytes
    State m_state = State::Reading;
    bool m_working = false;
};

} // namespace peerdesk
