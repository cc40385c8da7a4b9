// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/endpointrig.h"
#include "support/databaseplace.h"

#include <QProcess>
#include <QTemporaryDir>

namespace peerdesk::test {

/// peerdeskd as it is installed, in a folder of its own: configured for AS64496, started, killed and spoken
/// to.
class Installed
{
public:
    /// More lines for the end of the configuration, which begin within the table of AS64496.
    explicit Installed(const QByteArray &extra = approveAll);
    ~Installed();

    static constexpr auto approveAll = "[[rule]]\nname = \"all\"\nverdict = \"approve\"\n";
    /// The same for whoever means to ask a lot.
    static constexpr auto unlimited = "[limits.address]\nrequests_per_minute = 100000000\nbytes_per_minute = "
                                      "100000000000\nsessions_per_hour = 1000000000\n"
                                      "[limits.identity]\nrequests_per_minute = 100000000\nopen_requests = "
                                      "100\nbytes_per_minute = 100000000000\n"
                                      "sessions_per_hour = 1000000000\n"
                                      "[limits.network]\nrequests_per_minute = 100000000\nopen_requests = "
                                      "100\nbytes_per_minute = 100000000000\n"
                                      "sessions_per_hour = 1000000000\n";
    [[nodiscard]] static QString program();
    /// What its tokens are for. It listens elsewhere, see `listening`.
    [[nodiscard]] static QUrl publicUrl();

    [[nodiscard]] QString configPath() const { return folder.filePath(QStringLiteral("peerdeskd.toml")); }
    [[nodiscard]] QString databasePath() const { return database.location; }

    /// True once it is ready; a free port each time.
    bool start();
    /// SIGKILL, and waits for the end.
    void kill();
    /// SIGTERM; the exit code, or -1 if it crashed or stayed.
    int terminate();

    [[nodiscard]] HttpRequest request(const QString &path, const QByteArray &method = "GET") const;
    [[nodiscard]] HttpRequest post(const QJsonObject &batch) const;

    /// What `peerdeskd credential ...` prints; empty if it failed.
    [[nodiscard]] QByteArray credential(const QStringList &words) const;

    SystemClock clock;
    QTemporaryDir folder;
    const DatabaseAddress database = newDatabase(folder, QStringLiteral("desk.db"));
    Issuer issuer{clock};
    HttpClient http;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    int ignoring = 0; ///< a signal that does not end it
    QString logFile;  ///< where its log goes; empty: to be read from `process`
    std::unique_ptr<QProcess> process;
    QUrl listening;
};

} // namespace peerdesk::test
