// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QObject>
#include <QTimer>

namespace peerdesk {

class Candidates;
class CandidatesPage;
class Directory;
struct Error;

/// Joins the Candidates page to the workflow: asks for rows and details, again after every change, and passes on what
/// the person wants. Answers for a network that is no longer looked at are dropped. Owned by app/desktop.
class CandidatesBinding : public QObject
{
    Q_OBJECT

public:
    CandidatesBinding(CandidatesPage &page, Candidates &candidates, Directory &directory, QObject *parent = nullptr);

    void setOwnAsn(Asn own);
    /// Brings the mirror up to date, or fills it from a folder of dumps, and says on the page how it went.
    void updateMirror();
    void importMirror(const QString &folder);

Q_SIGNALS:
    /// The empty page's way forward.
    void ownNetworkWanted();

private:
    void refresh();
    void refreshEmpty();
    void askDetail(Asn other);
    void askLocations(Asn other);
    void keepLocations(Asn other);
    void importExisting();
    template<class T, class Take> auto answerTo(const QString &id, Take take);
    void tellError(const QString &id, const Error &error, const QString &subject);
    void tellUnreadable(const Error &error, const QString &file);
    void tellMirrorFailure(const Error &error, const QString &folder);

    CandidatesPage &m_page;
    Candidates &m_candidates;
    Directory &m_directory;
    Asn m_own;
    QString m_offline; ///< why PeeringDB could not be fetched; empty if it could, or nobody tried
    QTimer m_soon;
};

} // namespace peerdesk
