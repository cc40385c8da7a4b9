// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "widgets/cell.h"

#include <QList>
#include <QStringList>
#include <QUrl>

#include <variant>

namespace peerdesk {

/// What a detail pane says, as a value: a page builds it afresh whenever something changed, and the pane rebuilds its
/// widgets only if it differs. Blocks are shown in order. All text is plain text.
struct DetailContent
{
    /// "Policy   Open, no contract"
    struct Field
    {
        QString label;
        Cell value;
        QUrl link{}; ///< http, https or mailto: the value can be pressed

        bool operator==(const Field &) const = default;
    };
    struct Fields
    {
        QList<Field> fields;
        bool operator==(const Fields &) const = default;
    };
    struct Section
    {
        QString title;
        int count = -1; ///< shown small beside the title; -1 for none
        bool operator==(const Section &) const = default;
    };
    struct Text
    {
        QString text;
        Tone tone = Tone::Plain;
        bool secondary = false;
        bool operator==(const Text &) const = default;
    };
    /// A small table. Pressing a row with a key emits DetailPane::rowActivated.
    struct Table
    {
        struct Row
        {
            QString key;
            QList<Cell> cells;
            bool across = false; ///< its first cell has the whole width, and is the only one
            bool operator==(const Row &) const = default;
        };
        QString id;
        QList<ColumnInfo> columns;
        QList<Row> rows;
        bool operator==(const Table &other) const
        {
            return id == other.id && rows == other.rows && columns.size() == other.columns.size();
        }
    };
    /// Facts with a judgement: icon, sentence, and where it is known from.
    struct Evidence
    {
        struct Line
        {
            Icon icon = Icon::Info;
            Tone tone = Tone::Plain;
            QString text;
            QString note{};
            bool operator==(const Line &) const = default;
        };
        QList<Line> lines;
        bool operator==(const Evidence &) const = default;
    };
    /// What happened, oldest first.
    struct Timeline
    {
        struct Entry
        {
            UtcMs at = 0;
            QString text;
            QString note{};
            Tone tone = Tone::Plain;
            bool operator==(const Entry &) const = default;
        };
        QList<Entry> entries;
        UtcMs now = 0; ///< decides which times need a date
        bool operator==(const Timeline &) const = default;
    };
    using Block = std::variant<Fields, Section, Text, Table, Evidence, Timeline>;

    QString key; ///< of what is shown: with a new key the pane scrolls to its top
    QString title;
    QString subtitle;
    QList<Block> blocks;

    bool operator==(const DetailContent &) const = default;
};

} // namespace peerdesk
