// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/draftcolumn.h"

#include <QHash>

namespace peerdesk {

QString toText(DraftColumn column)
{
    switch (column) {
    case DraftColumn::Location:
        return QStringLiteral("location");
    case DraftColumn::OwnAddress:
        return QStringLiteral("own_ip");
    case DraftColumn::OtherAddress:
        return QStringLiteral("other_ip");
    case DraftColumn::Secret:
        return QStringLiteral("secret");
    case DraftColumn::Note:
        return QStringLiteral("note");
    case DraftColumn::Role:
        return QStringLiteral("role");
    }
    return {};
}

std::optional<DraftColumn> draftColumnFromString(const QString &name)
{
    static const QHash<QString, DraftColumn> others = {
        {QStringLiteral("exchange"), DraftColumn::Location},
        {QStringLiteral("ix"), DraftColumn::Location},
        {QStringLiteral("facility"), DraftColumn::Location},
        {QStringLiteral("our_ip"), DraftColumn::OwnAddress},
        {QStringLiteral("ours"), DraftColumn::OwnAddress},
        {QStringLiteral("own_address"), DraftColumn::OwnAddress},
        {QStringLiteral("their_ip"), DraftColumn::OtherAddress},
        {QStringLiteral("theirs"), DraftColumn::OtherAddress},
        {QStringLiteral("other_address"), DraftColumn::OtherAddress},
        {QStringLiteral("md5"), DraftColumn::Secret},
        {QStringLiteral("password"), DraftColumn::Secret},
        {QStringLiteral("comment"), DraftColumn::Note},
        {QStringLiteral("our_role"), DraftColumn::Role},
        {QStringLiteral("bgp_role"), DraftColumn::Role},
    };
    const QString key = name.trimmed().toLower().replace(u' ', u'_').replace(u'-', u'_');
    for (const DraftColumn column : draftColumns) {
        if (toText(column) == key)
            return column;
    }
    const auto other = others.constFind(key);
    return other == others.cend() ? std::nullopt : std::optional(*other);
}

} // namespace peerdesk
