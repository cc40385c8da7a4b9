// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace peerdesk {

/// The JSON text of one dump or answer, with room behind it that simdjson may read into, and the name by
/// which messages call it ("net-0.json").
class Dump
{
public:
    static constexpr qsizetype padding = 64; ///< SIMDJSON_PADDING

    /// `bytes` plain or gzip. Invalid if the gzip stream is broken, with the name and the byte.
    [[nodiscard]] static Result<Dump> fromBytes(QByteArray bytes, const QString &name);
    /// Storage if the file cannot be read.
    [[nodiscard]] static Result<Dump> fromFile(const QString &path);
    /// "<folder>/<type>-0.json", else the same with ".gz"; empty if neither is there.
    [[nodiscard]] static QString findFile(const QString &folder, QStringView type);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    Dump(QByteArray bytes, QString name);

    QByteArray m_bytes;
    QString m_name;
};

} // namespace peerdesk
