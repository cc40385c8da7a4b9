// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QDebug;

namespace peerdesk {

/// A token, a password or a TCP-MD5 secret. It cannot be logged, printed or converted by accident; whoever needs
/// the bytes writes `reveal()`, which is what a reviewer searches for. The buffer is overwritten on destruction
/// unless a copy still shares it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    explicit Secret(const QString &text)
        : m_bytes(text.toUtf8())
    {
    }
    ~Secret();
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] QByteArray reveal() const { return m_bytes; }
    [[nodiscard]] QString revealText() const { return QString::fromUtf8(m_bytes); }

    /// Takes the same time wherever the two differ.
    bool operator==(const Secret &other) const;

private:
    QByteArray m_bytes;
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace peerdesk
