// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace peerdesk {

/// A table of a TOML file while it is read. Each value is asked for by name and type; what has another type, is out
/// of range, or was asked for by nobody (a misspelt key) is noted with its line and its path. Reading goes on after
/// a fault, so that one run names them all.
class TomlTable
{
public:
    using Faults = QList<FieldError>; ///< `field` is the key's path, the message begins with the line
    /// Lines are for who wrote the text; who filled in a form sees the field.
    enum class Lines : std::uint8_t { Told, Untold };

    /// The whole file; a syntax error is a fault and gives an empty table.
    static TomlTable parse(const QByteArray &text, Faults &faults, Lines lines = Lines::Told);
    /// Notes the keys that nobody asked for.
    ~TomlTable();
    TomlTable(TomlTable &&) noexcept;
    TomlTable(const TomlTable &) = delete;
    TomlTable &operator=(const TomlTable &) = delete;
    TomlTable &operator=(TomlTable &&) = delete;

    [[nodiscard]] bool has(const char *key) const;
    /// For a value that may be a string or something else.
    [[nodiscard]] bool isText(const char *key) const;
    /// Missing is `fallback`, or a fault where there is none.
    QString text(const char *key, const std::optional<QString> &fallback = {});
    bool yes(const char *key, bool fallback);
    std::optional<qint64> number(const char *key, qint64 least, qint64 most);
    QStringList texts(const char *key);
    QList<qint64> numbers(const char *key, qint64 least, qint64 most);
    /// Each [[key]], in order.
    QList<std::shared_ptr<TomlTable>> tables(const char *key);
    /// The one [key]; empty if there is none.
    std::shared_ptr<TomlTable> table(const char *key);

    /// Whether something was said of it already.
    [[nodiscard]] bool hasFault(const char *key) const;
    /// Notes that the value of this key is not right.
    void fault(const char *key, const QString &message);

private:
    struct Node;
    TomlTable(std::shared_ptr<const Node> node, QString path, Faults &faults);

    std::shared_ptr<const Node> m_node;
    QString m_path;
    Faults *m_faults;
    QSet<QByteArray> m_asked;
};

} // namespace peerdesk
