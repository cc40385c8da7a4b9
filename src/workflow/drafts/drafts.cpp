// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/drafts.h"

#include "base/id.h"
#include "base/logging.h"
#include "peeringapi/wirejson.h"
#include "rak/keytext.h"
#include "storage/database.h"
#include "storage/draftstore.h"
#include "workflow/drafts/draftcontext.h"

#include <QCoroFuture>
#include <QCoreApplication>
#include <QSqlDatabase>

#include <algorithm>
#include <chrono>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr UtcMs restorableMs = std::chrono::milliseconds(10min).count();
constexpr auto sweepEvery = 30s;

Error gone()
{
    return Error(ErrorKind::NotFound,
                 QCoreApplication::translate("Drafts", "The draft or its row is not there any more"));
}

DraftRow *find(Draft &draft, const QString &itemId)
{
    const auto row = std::find_if(draft.rows.begin(), draft.rows.end(),
                                  [&itemId](const DraftRow &candidate) { return candidate.itemId == itemId; });
    return row == draft.rows.end() ? nullptr : &*row;
}

/// Where a row that comes after that one goes; the end if it is not there.
qsizetype placeAfter(const Draft &draft, const QString &itemId)
{
    for (qsizetype i = 0; i < draft.rows.size(); ++i) {
        if (draft.rows.at(i).itemId == itemId)
            return i + 1;
    }
    return draft.rows.size();
}

DraftRow blankRow()
{
    DraftRow row;
    row.itemId = newUuid();
    return row;
}

DraftRow rowFor(const PortPair &pair)
{
    DraftRow row = blankRow();
    row.location = pair.location().toString();
    row.ownAddress = pair.ownAddress.toString();
    row.otherAddress = pair.otherAddress.toString();
    return row;
}

bool holds(const Draft &draft, const DraftRow &row)
{
    return std::any_of(draft.rows.begin(), draft.rows.end(), [&row](const DraftRow &other) {
        return other.location == row.location && other.ownAddress == row.ownAddress
               && other.otherAddress == row.otherAddress;
    });
}

/// A changed row is a new question: what was said of the old one, and the leave to send it, are void.
void forgetVerdicts(DraftRow &row)
{
    row.overridden = false;
    row.remoteErrors.clear();
}

/// The network's one draft, if it has one.
Result<std::optional<Draft>> draftFor(DraftStore &store, Asn own, Asn other)
{
    const auto drafts = store.drafts(own);
    if (!drafts)
        return drafts.error();
    for (const Draft &draft : *drafts) {
        if (draft.otherAsn == other)
            return std::optional(draft);
    }
    return std::optional<Draft>();
}

Draft emptyDraft(Asn own, Asn other, UtcMs now)
{
    Draft draft;
    draft.id = newId(now);
    draft.ownAsn = own;
    draft.otherAsn = other;
    draft.createdAt = draft.updatedAt = now;
    return draft;
}

Result<Draft> openOrBegin(DraftStore &store, Asn own, Asn other, UtcMs now)
{
    const auto existing = draftFor(store, own, other);
    if (!existing)
        return existing.error();
    if (*existing)
        return **existing;
    const Draft draft = emptyDraft(own, other, now);
    const auto inserted = store.insert(draft);
    if (!inserted)
        return inserted.error();
    return draft;
}

Result<Draft> live(DraftStore &store, const QString &id)
{
    auto draft = store.draft(id);
    if (!draft)
        return draft.error().kind == ErrorKind::NotFound ? gone() : draft.error();
    if (draft->deletedAt != 0)
        return gone();
    return draft;
}

} // namespace

Drafts::Drafts(Database &database, const Clock &clock, Places places, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
{
    connect(&m_database, &Database::changed, this, &Drafts::changed);
    connect(&m_sweep, &QTimer::timeout, this, &Drafts::sweep);
    m_sweep.start(sweepEvery);
}

QCoro::Task<Result<QList<DraftReview>>> Drafts::drafts(Asn own)
{
    const auto job = [envelope = m_database.envelope(),
                      own](QSqlDatabase &connection) -> Result<QList<DraftInContext>> {
        const auto drafts = DraftStore(connection, envelope).drafts(own);
        if (!drafts)
            return drafts.error();
        QList<DraftInContext> all;
        for (const Draft &draft : *drafts) {
            const auto loaded = inContext(connection, envelope, draft);
            if (!loaded)
                return loaded.error();
            all.append(*loaded);
        }
        return all;
    };
    auto future = m_database.read(job);
    const auto all = co_await future;
    if (!all)
        co_return all.error();
    QList<DraftReview> reviews;
    for (const DraftInContext &loaded : *all)
        reviews.append(review(loaded.draft, loaded.context, m_places));
    co_return reviews;
}

Drafts::Answer Drafts::draft(QString id)
{
    const auto job = [envelope = m_database.envelope(), id](QSqlDatabase &connection) -> Result<DraftInContext> {
        DraftStore store(connection, envelope);
        const auto draft = live(store, id);
        if (!draft)
            return draft.error();
        return inContext(connection, envelope, *draft);
    };
    auto future = m_database.read(job);
    const auto loaded = co_await future;
    if (!loaded)
        co_return loaded.error();
    co_return review(loaded->draft, loaded->context, m_places);
}

QCoro::Task<Result<QList<SessionProposal>>> Drafts::proposals(QString id)
{
    auto task = draft(id);
    const auto reviewed = co_await task;
    if (!reviewed)
        co_return reviewed.error();
    if (reviewed->isReady())
        co_return reviewed->proposals;
    const QString detail = reviewed->proposals.isEmpty() ? tr("The draft is empty") : QString();
    co_return Error(ErrorKind::Invalid, detail, reviewed->blocking);
}

QStringList Drafts::locationNames(Asn own, Asn other) const
{
    QStringList names;
    const QList<SharedExchange> shared = m_places.shared(own, other);
    for (const SharedExchange &exchange : shared)
        names.append(exchange.name);
    names.sort(Qt::CaseInsensitive);
    return names;
}

Drafts::Answer Drafts::write(Change change)
{
    const auto job = [envelope = m_database.envelope(), change](QSqlDatabase &connection) -> Result<DraftInContext> {
        DraftStore store(connection, envelope);
        const auto draft = change(store);
        if (!draft)
            return draft.error();
        return inContext(connection, envelope, *draft);
    };
    auto future = m_database.write(job);
    const auto loaded = co_await future;
    if (!loaded)
        co_return loaded.error();
    co_return review(loaded->draft, loaded->context, m_places);
}

Drafts::Answer Drafts::change(QString id, Edit edit)
{
    return write([id, edit, now = m_clock.now()](DraftStore &store) -> Result<Draft> {
        auto draft = live(store, id);
        if (!draft)
            return draft.error();
        const auto edited = edit(*draft);
        if (!edited)
            return edited.error();
        return store.update(*draft, now);
    });
}

Drafts::Answer Drafts::add(Asn own, Asn other, QList<PortPair> pairs)
{
    QList<DraftRow> rows;
    for (const PortPair &pair : pairs)
        rows.append(rowFor(pair));
    return addRows(own, other, rows);
}

Drafts::Answer Drafts::addRows(Asn own, Asn other, QList<DraftRow> rows)
{
    return write([own, other, rows, now = m_clock.now()](DraftStore &store) -> Result<Draft> {
        auto draft = openOrBegin(store, own, other, now);
        if (!draft)
            return draft.error();
        for (const DraftRow &row : rows) {
            if (!holds(*draft, row))
                draft->rows.append(row);
        }
        return store.update(*draft, now);
    });
}

Drafts::Answer Drafts::begin(Asn own, Asn other, QList<DraftRow> rows)
{
    return write([own, other, rows, now = m_clock.now()](DraftStore &store) -> Result<Draft> {
        Draft draft = emptyDraft(own, other, now);
        draft.rows = rows;
        const auto inserted = store.insert(draft);
        if (!inserted)
            return inserted.error();
        return draft;
    });
}

Drafts::Answer Drafts::addBlankRow(QString id, QString afterItemId)
{
    return change(id, [afterItemId](Draft &draft) -> Result<void> {
        draft.rows.insert(placeAfter(draft, afterItemId), blankRow());
        return {};
    });
}

Drafts::Answer Drafts::edit(QString id, QString itemId, DraftColumn column, QString text)
{
    return change(id, [itemId, column, text](Draft &draft) -> Result<void> {
        DraftRow *row = find(draft, itemId);
        if (!row)
            return gone();
        setCell(*row, column, text);
        if (column != DraftColumn::Note)
            forgetVerdicts(*row);
        return {};
    });
}

Drafts::Answer Drafts::setSecret(QString id, QString itemId, Secret secret)
{
    return change(id, [itemId, secret](Draft &draft) -> Result<void> {
        DraftRow *row = find(draft, itemId);
        if (!row)
            return gone();
        row->sessionSecret = secret;
        forgetVerdicts(*row);
        return {};
    });
}

Drafts::Answer Drafts::setOverridden(QString id, QStringList itemIds, bool overridden)
{
    return change(id, [itemIds, overridden](Draft &draft) -> Result<void> {
        for (DraftRow &row : draft.rows) {
            if (itemIds.contains(row.itemId))
                row.overridden = overridden;
        }
        return {};
    });
}

Drafts::Answer Drafts::duplicateRows(QString id, QStringList itemIds)
{
    return change(id, [itemIds](Draft &draft) -> Result<void> {
        for (qsizetype i = draft.rows.size() - 1; i >= 0; --i) {
            if (!itemIds.contains(draft.rows.at(i).itemId))
                continue;
            DraftRow copy = draft.rows.at(i);
            copy.itemId = newUuid();
            forgetVerdicts(copy);
            draft.rows.insert(i + 1, copy);
        }
        return {};
    });
}

Drafts::Answer Drafts::paste(QString id, QString afterItemId, QString text)
{
    return change(id, [afterItemId, text](Draft &draft) -> Result<void> {
        const auto imported = readDraftRows(text);
        if (!imported)
            return imported.error();
        qsizetype place = placeAfter(draft, afterItemId);
        if (place > 0 && draft.rows.at(place - 1).isBlank())
            draft.rows.removeAt(--place);
        for (const ImportedRow &row : *imported)
            draft.rows.insert(place++, row.row);
        return {};
    });
}

Drafts::Answer Drafts::removeRows(QString id, QStringList itemIds)
{
    return change(id, [itemIds](Draft &draft) -> Result<void> {
        draft.rows.removeIf([&itemIds](const DraftRow &row) { return itemIds.contains(row.itemId); });
        return {};
    });
}

Drafts::Answer Drafts::restoreRows(QString id, QList<PlacedRow> rows)
{
    std::sort(rows.begin(), rows.end(),
              [](const PlacedRow &one, const PlacedRow &other) { return one.position < other.position; });
    return change(id, [rows](Draft &draft) -> Result<void> {
        for (const PlacedRow &placed : rows) {
            if (!find(draft, placed.row.itemId))
                draft.rows.insert(std::clamp<qsizetype>(placed.position, 0, draft.rows.size()), placed.row);
        }
        return {};
    });
}

Drafts::Answer Drafts::setKeys(QString id, QStringList references)
{
    QStringList read;
    for (const QString &typed : std::as_const(references)) {
        const auto reference = KeyReference::parse(typed);
        if (!reference)
            co_return reference.error();
        read.append(reference->toString());
    }
    read.removeDuplicates();
    if (read.size() > maxKeyProofs)
        co_return Error(ErrorKind::Invalid, tr("No more than %1 keys go with a request").arg(maxKeyProofs));
    auto changing = change(id, [read](Draft &draft) -> Result<void> {
        draft.keys = read;
        return {};
    });
    co_return co_await changing;
}

QCoro::Task<Result<void>> Drafts::remove(QString id)
{
    const auto job = [envelope = m_database.envelope(), id,
                      now = m_clock.now()](QSqlDatabase &connection) -> Result<void> {
        DraftStore store(connection, envelope);
        auto draft = live(store, id);
        if (!draft)
            return draft.error();
        draft->deletedAt = now;
        const auto stored = store.update(*draft, now);
        if (!stored)
            return stored.error();
        return {};
    };
    auto future = m_database.write(job);
    const auto removed = co_await future;
    co_return removed;
}

Drafts::Answer Drafts::restore(QString id)
{
    return write([id, now = m_clock.now()](DraftStore &store) -> Result<Draft> {
        auto draft = store.draft(id);
        if (!draft || (draft->deletedAt != 0 && draft->deletedAt < now - restorableMs))
            return gone();
        const auto begun = draftFor(store, draft->ownAsn, draft->otherAsn);
        if (!begun)
            return begun.error();
        if (*begun && (*begun)->id != id) {
            // Another draft for the network was begun meanwhile: one network has one, with the rows of both.
            draft->rows += (*begun)->rows;
            draft->keys += (*begun)->keys;
            draft->keys.removeDuplicates();
            const auto merged = store.remove((*begun)->id);
            if (!merged)
                return merged.error();
        }
        draft->deletedAt = 0;
        return store.update(*draft, now);
    });
}

void Drafts::sweep()
{
    if (!m_database.mayWrite())
        return;
    const UtcMs before = m_clock.now() - restorableMs;
    auto swept = m_database.write([envelope = m_database.envelope(), before](QSqlDatabase &connection) {
        return DraftStore(connection, envelope).removeDeleted(before);
    });
    swept.then(this, [](const Result<int> &removed) {
        if (!removed)
            qCWarning(lcWorkflow) << "deleted drafts could not be removed:" << removed.error().detail;
    });
}

} // namespace peerdesk
