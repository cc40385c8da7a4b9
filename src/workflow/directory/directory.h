// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/settings.h"
#include "peering/directory.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace peerdesk {

class Clock;
class Mirror;
class Secret;
struct MirrorProgress;

/// How a running import or synchronisation stands, for the status bar: "12,288 of net" with n of m.
struct DirectoryProgress
{
    QString text; ///< one translated phrase
    int step = 0;
    int steps = 0;
};

/// What an import or a synchronisation did, for a message.
struct DirectoryReport
{
    qint64 rows = 0;
    qint64 skipped = 0;   ///< malformed rows
    QStringList problems; ///< the first of them, each named
    QStringList missing;  ///< kinds of rows for which there was no dump
    bool withoutCities = false;
};

/// A network or exchange by name, for the command palette and completions.
struct DirectoryHit
{
    Asn asn;           ///< of a network
    Location location; ///< of an exchange
    QString name;
};

/// The directory (our mirror of PeeringDB) as pages use it: how old it is, bringing it up to date by hand or
/// by the settings' interval, and finding things in it by name. What networks share is Candidates'. Owned by
/// app/services, lives as long as the program.
class Directory : public QObject
{
    Q_OBJECT

public:
    Directory(Mirror &mirror, const Clock &clock, MirrorSettings settings, QObject *parent = nullptr);

    void setSettings(const MirrorSettings &settings) { m_settings = settings; }
    /// For contacts; kept in the keychain by who calls this.
    void setApiKey(const Secret &key);
    [[nodiscard]] bool hasApiKey() const;

    [[nodiscard]] bool isEmpty() const;
    /// When it was last brought up to date, 0 for never.
    [[nodiscard]] UtcMs syncedAt() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] const DirectoryProgress &progress() const { return m_progress; }

    /// From the source that the settings name: PeeringDB, another server of dumps, or a folder.
    QCoro::Task<Result<DirectoryReport>> synchronise();
    /// From a folder of "<type>-0.json", plain or gzip (File, Import).
    QCoro::Task<Result<DirectoryReport>> importFolder(QString folder);
    void cancel();
    /// A failure of importFolder() or, without a folder, of synchronise(), for a message.
    [[nodiscard]] QString failureSentence(const Error &error, QString folder = {}) const;

    [[nodiscard]] QList<DirectoryHit> findNetworks(const QString &text, int limit) const;
    [[nodiscard]] QList<DirectoryHit> findExchanges(const QString &text, int limit) const;
    [[nodiscard]] QString networkName(Asn asn) const;
    /// The name of an exchange or facility, else its "pdb:ix:42".
    [[nodiscard]] QString locationName(const Location &location) const;

Q_SIGNALS:
    /// A new snapshot is there.
    void changed();
    void busyChanged();
    void progressed();
    /// A synchronisation that nobody asked for by hand failed.
    void failed(const peerdesk::Error &error);

private:
    [[nodiscard]] static QString phrase(const MirrorProgress &progress);
    void synchroniseIfDue();

    Mirror &m_mirror;
    const Clock &m_clock;
    MirrorSettings m_settings;
    DirectoryProgress m_progress;
    QTimer m_due;
    std::chrono::minutes m_spread{0};
    UtcMs m_nextTry = 0;
};

} // namespace peerdesk
