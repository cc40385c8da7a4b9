// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"
#include "storage/database.h"
#include "support/patience.h"
#include "workflow/endpoints/ownendpoint.h"

#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace peerdesk;
using State = OwnEndpoint::State;

/// The desk runs the real peerdeskd beside itself.
class TstOwnEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<SettingsFile>(m_folder->filePath(QStringLiteral("settings.ini")));
        const OwnEndpoint::Common common{m_folder->filePath(QStringLiteral("desk.db")),
                                         m_folder->filePath(QStringLiteral("desk.db.key")),
                                         m_folder->filePath(QStringLiteral("mirror.db")),
                                         QStringLiteral("Ada \"Example\" <ada@as64496.example>"),
                                         {Asn(64496)}};
        m_endpoint = std::make_unique<OwnEndpoint>(
            *m_settings, [common] { return common; }, QStringLiteral(PEERDESKD));
        m_endpoint->start();
        QVERIFY(m_endpoint->writeConfiguration({}).ok());
        edit("127.0.0.1:8642", "127.0.0.1:0");
    }

    void cleanup()
    {
        m_endpoint->stop();
        QTRY_VERIFY(m_endpoint->isIdle());
        m_endpoint.reset();
    }

    void oneSwitchStartsItAndEndsIt()
    {
        QCOMPARE(m_endpoint->state(), State::Off);
        setRun(true);
        QTRY_COMPARE(m_endpoint->state(), State::Running);
        QVERIFY(m_endpoint->publicUrl().port() > 0);
        setRun(false);
        QTRY_COMPARE(m_endpoint->state(), State::Off);
        QVERIFY(m_endpoint->isIdle());
    }

    void whenItDiesItIsStartedAgain()
    {
        setRun(true);
        QTRY_COMPARE(m_endpoint->state(), State::Running);
        const QUrl before = m_endpoint->publicUrl();
        ::kill(child(), SIGKILL);
        QTRY_COMPARE(m_endpoint->state(), State::Failed);
        QTRY_COMPARE(m_endpoint->state(), State::Running);
        QVERIFY(m_endpoint->publicUrl() != before); // a free port each time
    }

    void aWrongConfigurationIsSaidAndTriedAgainOnlyWhenItChanges()
    {
        edit("asn = 64496", "asn = 0");
        setRun(true);
        QTRY_COMPARE(m_endpoint->state(), State::Misconfigured);
        QVERIFY2(m_endpoint->lastWords().contains(QLatin1String("asn")), qPrintable(m_endpoint->lastWords()));
        edit("asn = 0", "asn = 64496");
        setRun(false);
        setRun(true);
        QTRY_COMPARE(m_endpoint->state(), State::Running);
    }

    void aConfigurationThatIsThereIsNotOverwritten()
    {
        const QByteArray before = content();
        QCOMPARE(m_endpoint->writeConfiguration({}).error().kind, ErrorKind::Conflict);
        QCOMPARE(content(), before);
    }

    void aMissingProgramIsSaid()
    {
        OwnEndpoint nowhere(
            *m_settings, [] { return OwnEndpoint::Common(); }, QStringLiteral("/nowhere/peerdeskd"));
        nowhere.start();
        setRun(true);
        QTRY_COMPARE(nowhere.state(), State::Misconfigured);
        QVERIFY(!nowhere.lastWords().isEmpty());
        setRun(false);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("peerdeskd.toml")); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void edit(const char *before, const char *after) const
    {
        const QByteArray text = content().replace(before, after);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void setRun(bool run)
    {
        Settings settings = m_settings->current();
        settings.desk.runEndpoint = run;
        m_settings->save(settings);
    }
    /// The one process that this one started.
    static pid_t child()
    {
        QFile children(QStringLiteral("/proc/self/task/%1/children").arg(::getpid()));
        return children.open(QIODevice::ReadOnly) ? children.readAll().trimmed().toInt() : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<OwnEndpoint> m_endpoint;
};

QTEST_GUILESS_MAIN(TstOwnEndpoint)
#include "tst_ownendpoint.moc"
