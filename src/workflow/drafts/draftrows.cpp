// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/draftrows.h"

#include "base/csv.h"
#include "base/id.h"
#include "workflow/drafts/draftcolumn.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

const QString asnColumn = QStringLiteral("asn");

QString rowText(const char *source)
{
    return QCoreApplication::translate("DraftRows", source);
}

Error invalid(const QString &detail)
{
    return Error(ErrorKind::Invalid, detail);
}

bool namesColumn(const QString &cell)
{
    return draftColumnFromString(cell).has_value() || cell.trimmed().toLower() == asnColumn;
}

/// Puts one cell into its place; the name is a column's or "asn".
Result<void> take(ImportedRow &imported, const QString &name, const QString &text)
{
    if (name.trimmed().toLower() == asnColumn) {
        const auto asn = Asn::parse(text);
        if (!asn && !text.trimmed().isEmpty())
            return invalid(rowText(QT_TRANSLATE_NOOP("DraftRows", "“%1” is no AS number")).arg(text));
        imported.otherAsn = asn.value_or(Asn());
        return {};
    }
    const auto column = draftColumnFromString(name);
    if (column)
        setCell(imported.row, *column, text);
    return {};
}

Result<ImportedRow> readRow(const QStringList &cells, const QStringList &names)
{
    ImportedRow imported;
    imported.row.itemId = newUuid();
    for (qsizetype i = 0; i < std::min(cells.size(), names.size()); ++i) {
        const auto taken = take(imported, names.at(i), cells.at(i));
        if (!taken)
            return taken.error();
    }
    return imported;
}

} // namespace

void setCell(DraftRow &row, DraftColumn column, const QString &text)
{
    switch (column) {
    case DraftColumn::Location:
        row.location = text.trimmed();
        break;
    case DraftColumn::OwnAddress:
        row.ownAddress = text.trimmed();
        break;
    case DraftColumn::OtherAddress:
        row.otherAddress = text.trimmed();
        break;
    case DraftColumn::Secret:
        row.sessionSecret = Secret(text);
        break;
    case DraftColumn::Note:
        row.note = text;
        break;
    case DraftColumn::Role:
        row.role = text.simplified().toLower();
        break;
    }
}

Result<QList<ImportedRow>> readDraftRows(const QString &csv)
{
    QList<QStringList> lines = readCsv(csv);
    QStringList names;
    if (!lines.isEmpty() && std::any_of(lines.first().begin(), lines.first().end(), namesColumn)) {
        names = lines.takeFirst();
        const auto isAddress = [](const QString &name) {
            const auto column = draftColumnFromString(name);
            return column == DraftColumn::OwnAddress || column == DraftColumn::OtherAddress;
        };
        if (std::none_of(names.begin(), names.end(), isAddress))
            return invalid(rowText(QT_TRANSLATE_NOOP("DraftRows", "No column is called “own_ip” or “other_ip”")));
    } else {
        for (const DraftColumn column : draftColumns)
            names.append(toText(column));
    }
    QList<ImportedRow> rows;
    for (const QStringList &cells : std::as_const(lines)) {
        auto row = readRow(cells, names);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

Result<QList<ImportedRow>> readDraftRowsFromJson(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return invalid(rowText(QT_TRANSLATE_NOOP("DraftRows", "This is no JSON: %1 at byte %2"))
                           .arg(parsed.errorString())
                           .arg(parsed.offset));
    const QJsonValue list = document.isArray() ? QJsonValue(document.array()) : document[QStringLiteral("sessions")];
    if (!list.isArray())
        return invalid(rowText(QT_TRANSLATE_NOOP("DraftRows", "There is no list of sessions in it")));
    const QJsonArray objects = list.toArray();
    QList<ImportedRow> rows;
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        QStringList cells;
        for (const QString &name : object.keys())
            cells.append(object.value(name).toVariant().toString());
        auto row = readRow(cells, object.keys());
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

} // namespace peerdesk
