// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draftstore.h"

#include "storage/statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

const QString columns = QStringLiteral("own_asn, id, asn, created_at, updated_at, deleted_at, version, key_refs");

Draft read(Statement &row)
{
    Draft draft;
    draft.ownAsn = row.asn();
    draft.id = row.text();
    draft.otherAsn = row.asn();
    draft.createdAt = row.number();
    draft.updatedAt = row.number();
    draft.deletedAt = row.number();
    draft.version = row.number();
    draft.keys = row.text().split(u' ', Qt::SkipEmptyParts);
    return draft;
}

QString toJson(const QList<FieldError> &errors)
{
    if (errors.isEmpty())
        return {};
    QJsonArray array;
    for (const FieldError &error : errors)
        array.append(QJsonObject{{QStringLiteral("field"), error.field},
                                 {QStringLiteral("messages"), QJsonArray::fromStringList(error.messages)}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<FieldError> errorsFromJson(const QString &text, const QString &itemId)
{
    QList<FieldError> errors;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array) {
        FieldError error{value[QStringLiteral("field")].toString(), {}, itemId};
        const QJsonArray messages = value[QStringLiteral("messages")].toArray();
        for (const QJsonValue &message : messages)
            error.messages.append(message.toString());
        errors.append(error);
    }
    return errors;
}

} // namespace

Result<void> DraftStore::insert(const Draft &draft)
{
    Statement insert(m_database, QStringLiteral("INSERT INTO drafts (%1) VALUES (%2)").arg(columns, placeholders(8)));
    insert.bind(draft.ownAsn).bind(draft.id).bind(draft.otherAsn).bind(draft.createdAt).bind(draft.updatedAt);
    const auto done = insert.bind(draft.deletedAt).bind(draft.version).bind(draft.keys.join(u' ')).execute();
    if (!done)
        return done.error();
    return writeRows(draft);
}

Result<Draft> DraftStore::update(const Draft &draft, UtcMs now)
{
    Draft changed = draft;
    changed.updatedAt = now;
    changed.version = draft.version + 1;
    Statement update(
        m_database,
        QStringLiteral("UPDATE drafts SET asn = ?, updated_at = ?, deleted_at = ?, version = ?, key_refs = ? "
                       "WHERE id = ? AND version = ?"));
    update.bind(changed.otherAsn).bind(changed.updatedAt).bind(changed.deletedAt).bind(changed.version);
    update.bind(changed.keys.join(u' '));
    const auto written = update.bind(draft.id).bind(draft.version).run();
    if (!written)
        return written.error();
    if (*written == 0) {
        const auto stored = this->draft(draft.id);
        if (!stored)
            return stored.error();
        return Error(ErrorKind::Conflict,
                     QCoreApplication::translate("DraftStore", "The draft was changed elsewhere at %1")
                         .arg(toRfc3339(stored->updatedAt)));
    }
    const auto rowsWritten = writeRows(changed);
    if (!rowsWritten)
        return rowsWritten.error();
    return changed;
}

Result<void> DraftStore::writeRows(const Draft &draft)
{
    const auto cleared =
        Statement(m_database, QStringLiteral("DELETE FROM draft_rows WHERE draft_id = ?")).bind(draft.id).execute();
    if (!cleared)
        return cleared.error();
    int position = 0;
    for (const DraftRow &row : draft.rows) {
        const auto sealed = m_envelope.seal(row.sessionSecret, row.itemId);
        if (!sealed)
            return sealed.error();
        Statement insert(m_database,
                         QStringLiteral("INSERT INTO draft_rows (own_asn, draft_id, item_id, position, location, "
                                        "own_ip, other_ip, secret, note, role, overridden, remote_errors) "
                                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        insert.bind(draft.ownAsn)
            .bind(draft.id)
            .bind(row.itemId)
            .bind(position++)
            .bind(row.location)
            .bind(row.ownAddress);
        insert.bind(row.otherAddress)
            .bind(*sealed)
            .bind(row.note)
            .bind(row.role)
            .bind(row.overridden)
            .bind(toJson(row.remoteErrors));
        const auto done = insert.execute();
        if (!done)
            return done.error();
    }
    return {};
}

Result<void> DraftStore::remove(const QString &id)
{
    for (const QString &sql : {QStringLiteral("DELETE FROM draft_rows WHERE draft_id = ?"),
                               QStringLiteral("DELETE FROM drafts WHERE id = ?")}) {
        const auto done = Statement(m_database, sql).bind(id).execute();
        if (!done)
            return done.error();
    }
    return {};
}

Result<int> DraftStore::removeDeleted(UtcMs before)
{
    const auto ids =
        Statement(m_database, QStringLiteral("SELECT id FROM drafts WHERE deleted_at > 0 AND deleted_at < ?"))
            .bind(before)
            .list<QString>([](Statement &row) { return row.text(); });
    if (!ids)
        return ids.error();
    for (const QString &id : *ids) {
        const auto done = remove(id);
        if (!done)
            return done.error();
    }
    return static_cast<int>(ids->size());
}

Result<Draft> DraftStore::draft(const QString &id)
{
    auto found = Statement(m_database, QStringLiteral("SELECT %1 FROM drafts WHERE id = ?").arg(columns))
                     .bind(id)
                     .first<Draft>(read);
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, id);
    const auto listed = rows(id);
    if (!listed)
        return listed.error();
    (*found)->rows = *listed;
    return **found;
}

Result<QList<Draft>> DraftStore::drafts(Asn own)
{
    auto found = Statement(m_database, QStringLiteral("SELECT %1 FROM drafts WHERE own_asn = ? AND deleted_at = 0 "
                                                      "ORDER BY created_at, id")
                                           .arg(columns))
                     .bind(own)
                     .list<Draft>(read);
    if (!found)
        return found.error();
    for (Draft &draft : *found) {
        const auto listed = rows(draft.id);
        if (!listed)
            return listed.error();
        draft.rows = *listed;
    }
    return found;
}

Result<QList<DraftRow>> DraftStore::rows(const QString &draftId)
{
    QStringList sealed;
    auto found =
        Statement(
            m_database,
            QStringLiteral("SELECT item_id, location, own_ip, other_ip, note, role, overridden, remote_errors, secret "
                           "FROM draft_rows WHERE draft_id = ? ORDER BY position"))
            .bind(draftId)
            .list<DraftRow>([&sealed](Statement &column) {
                DraftRow row;
                row.itemId = column.text();
                row.location = column.text();
                row.ownAddress = column.text();
                row.otherAddress = column.text();
                row.note = column.text();
                row.role = column.text();
                row.overridden = column.yes();
                row.remoteErrors = errorsFromJson(column.text(), row.itemId);
                sealed.append(column.text());
                return row;
            });
    if (!found)
        return found.error();
    for (qsizetype i = 0; i < found->size(); ++i) {
        const auto secret = m_envelope.open(sealed.at(i), found->at(i).itemId);
        if (!secret)
            return secret.error();
        (*found)[i].sessionSecret = *secret;
    }
    return found;
}

} // namespace peerdesk
