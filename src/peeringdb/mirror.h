// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peeringdb/mirrorfill.h"
#include "peeringdb/peeringdbapi.h"

#include <QCoroTask>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace peerdesk {

class HttpClient;
class MirrorIndex;

/// Our copy of PeeringDB: one file, kept up to date, and the snapshot of it that everybody reads. Reading,
/// writing and indexing happen on a worker thread; whoever asks `index()` gets the newest whole snapshot at
/// once and keeps it as long as wanted. One change runs at a time, in this program and, by a lock file, among
/// those that share the file; what another program changed is loaded within half a minute. Owned by the
/// composition root, lives as long as the program, on its thread.
class Mirror : public QObject
{
    Q_OBJECT

public:
    Mirror(QString path, HttpClient &http, const Clock &clock, PeeringDbSettings settings = {},
           QObject *parent = nullptr);
    ~Mirror() override;

    /// Where GeoNames' city table is looked for (CityTable::usualFiles() unless set).
    void setCityFiles(const QStringList &candidates) { m_cityFiles = candidates; }
    void setApiKey(const Secret &key) { m_api.setKey(key); }
    [[nodiscard]] bool hasApiKey() const { return m_api.hasKey(); }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// The current snapshot, never null.
    [[nodiscard]] std::shared_ptr<const MirrorIndex> index() const { return m_index; }

    /// Loads the file where it is, blocking. NotFound if there is none yet: the index stays empty.
    Result<void> open();

    /// From dumps in a folder, plain or gzip.
    QCoro::Task<Result<MirrorReport>> importFolder(QString folder);
    /// What changed since last time; everything, from the public dumps, the first time or if `anew`. A first
    /// fill that was cancelled goes on with the dumps it has. Throttled if PeeringDB asks for patience, or
    /// the last synchronisation was a moment ago.
    QCoro::Task<Result<MirrorReport>> synchronise(bool anew = false);
    /// Ends the running import or synchronisation with Cancelled; the mirror stays as it was.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// A new snapshot is there.
    void changed();
    void progressed(const peerdesk::MirrorProgress &progress);
    void busyChanged();

private:
    using Outcome = Result<MirrorReport>;

    QCoro::Task<Outcome> exclusively(std::function<QCoro::Task<Outcome>()> work);
    QCoro::Task<Outcome> fill(QString folder);
    QCoro::Task<Outcome> fetchAndFill();
    QCoro::Task<Outcome> update();
    [[nodiscard]] Result<void> checkPatience() const;
    void notePatience(const Error &error);
    [[nodiscard]] Result<QList<std::pair<const MirrorTable *, qint64>>> cursors() const;
    [[nodiscard]] MirrorFillContext context();
    void adopt(std::shared_ptr<const MirrorIndex> index);
    [[nodiscard]] QString fileIdentity() const;
    void reloadIfChanged();

    const QString m_path;
    const Clock &m_clock;
    PeeringDbApi m_api;
    QStringList m_cityFiles;
    std::shared_ptr<const MirrorIndex> m_index;
    QString m_loaded; ///< fileIdentity() of what m_index is
    QThreadPool m_worker;
    QTimer m_look;
    std::stop_source m_stop;
    UtcMs m_notBefore = 0; ///< PeeringDB asked not to be asked until then
    bool m_busy = false;
};

} // namespace peerdesk
