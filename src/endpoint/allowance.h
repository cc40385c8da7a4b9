// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "endpoint/ratelimit.h"

#include <QMap>

#include <memory>
#include <utility>

namespace peerdesk {

/// What one caller may cost.
struct Rates
{
    int requestsPerMinute = 0;
    int openRequests = 0;      ///< at once, from the end of the head to the answer
    qint64 bytesPerMinute = 0; ///< of bodies
    int sessionsPerHour = 0;   ///< asked for

    bool operator==(const Rates &) const = default;
};

/// What callers of one kind (addresses, identities, networks) may cost, each of them by itself. It counts; who a caller
/// is it is told. Owned by Door.
class Allowance
{
public:
    /// Given back when it goes.
    class Seat;

    /// `kind` as metrics name it, "address"; `words` as a caller reads it, "from this address".
    Allowance(QByteArray kind, QString words, const Rates &rates);

    /// What was spent stays spent.
    void setRates(const Rates &rates);

    /// Counts a request with a body of so many bytes. Throttled with the time to wait, and then it was not counted.
    [[nodiscard]] Result<Seat> admit(const QString &key, qint64 bytes, UtcMs now);
    /// Bytes that nobody had announced.
    void owe(const QString &key, qint64 bytes, UtcMs now);
    /// Throttled as above.
    [[nodiscard]] Result<void> askFor(const QString &key, qsizetype sessions, UtcMs now);

    /// How often it said no, by "KIND-requests" and the like.
    [[nodiscard]] const QMap<QByteArray, quint64> &refusals() const { return m_refusals; }

private:
    /// Of one caller.
    struct Spent
    {
        int open = 0;
        Rate::Account requests;
        Rate::Account bytes;
        Rate::Account sessions;
    };
    using Callers = Accounts<Spent>;

    [[nodiscard]] Spent &of(const QString &key, UtcMs now);
    [[nodiscard]] bool isClear(const Spent &spent, UtcMs now) const;
    [[nodiscard]] Error refuse(const QByteArray &what, const QString &words, std::chrono::seconds wait);

    const QByteArray m_kind;
    const QString m_words;
    int m_openAtMost;
    Rate m_requests;
    Rate m_bytes;
    Rate m_sessions;
    std::shared_ptr<Callers> m_callers; ///< seats may outlive this
    QMap<QByteArray, quint64> m_refusals;
};

class Allowance::Seat
{
public:
    Seat(std::shared_ptr<Callers> callers, QString key);
    ~Seat();
    Seat(Seat &&) noexcept = default;
    Seat &operator=(Seat &&other) noexcept
    {
        std::swap(m_callers, other.m_callers);
        std::swap(m_key, other.m_key);
        return *this;
    }
    Seat(const Seat &) = delete;
    Seat &operator=(const Seat &) = delete;

private:
    std::shared_ptr<Callers> m_callers;
    QString m_key;
};

} // namespace peerdesk
