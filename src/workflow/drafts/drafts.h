// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/drafts/draftreview.h"
#include "workflow/drafts/draftrows.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <functional>

namespace peerdesk {

class Database;
class DraftStore;

/// The batches being written, one for each other network. Every change is in the database before its task ends, as it
/// was typed, so that a crash costs nothing; every answer is the draft as it stands afterwards, judged. A change is
/// made to what is stored and not to what a window shows: two desks may edit different cells of one draft.
/// Sending takes the draft away and is left to Requests, which reads the same stores. Owned by app/services; main
/// thread; lives as long as the program.
class Drafts : public QObject
{
    Q_OBJECT

public:
    /// A row and where it stood, so that it can be put back.
    struct PlacedRow
    {
        int position = 0;
        DraftRow row;
    };
    using Answer = QCoro::Task<Result<DraftReview>>;

    Drafts(Database &database, const Clock &clock, Places places, QObject *parent = nullptr);

    /// All drafts of one of our networks, oldest first.
    QCoro::Task<Result<QList<DraftReview>>> drafts(Asn own);
    /// NotFound for one that was sent or deleted.
    Answer draft(QString id);
    /// What would be sent. Invalid, with fields that name columns and rows, while something stands in the way.
    QCoro::Task<Result<QList<SessionProposal>>> proposals(QString id);

    /// Names of the exchanges where the two could meet, to offer while somebody types. Immediate.
    [[nodiscard]] QStringList locationNames(Asn own, Asn other) const;

    /// Opens the network's draft, or begins one, and adds what is not in it yet. Both lists may be empty.
    Answer add(Asn own, Asn other, QList<PortPair> pairs);
    Answer addRows(Asn own, Asn other, QList<DraftRow> rows);
    /// Rows that are to be sent by themselves, whatever somebody else is drafting for that network.
    Answer begin(Asn own, Asn other, QList<DraftRow> rows);

    /// Adds an empty row after that one, or at the end.
    Answer addBlankRow(QString id, QString afterItemId = {});
    Answer edit(QString id, QString itemId, DraftColumn column, QString text);
    Answer setSecret(QString id, QString itemId, Secret secret);
    /// The warnings of these rows were seen and are to be sent anyway, or not after all.
    Answer setOverridden(QString id, QStringList itemIds, bool overridden);
    /// Each copy follows its original; secrets and notes are copied too.
    Answer duplicateRows(QString id, QStringList itemIds);
    /// Rows of a spreadsheet (readDraftRows), after that row, in its place if it is empty, or at the end. An "asn" column
    /// is passed over.
    Answer paste(QString id, QString afterItemId, QString text);
    Answer removeRows(QString id, QStringList itemIds);
    /// Undoes removeRows; positions are those before it.
    Answer restoreRows(QString id, QList<PlacedRow> rows);

    /// These keys (RAK) go along as proof of what will be announced, in place of those before. Invalid for a text that is
    /// no key's reference; a key itself is a secret, and is kept nowhere.
    Answer setKeys(QString id, QStringList references);

    /// Gone from every list at once; restore() brings it back for ten minutes.
    QCoro::Task<Result<void>> remove(QString id);
    /// NotFound when it is too late. Takes in what was begun for the network meanwhile.
    Answer restore(QString id);

Q_SIGNALS:
    /// Something in the database changed, here or in another program: what was read before may be stale.
    void changed();

private:
    using Edit = std::function<Result<void>(Draft &)>;
    using Change = std::function<Result<Draft>(DraftStore &)>;

    Answer write(Change change);
    Answer change(QString id, Edit edit);
    void sweep();

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    QTimer m_sweep;
};

} // namespace peerdesk
