// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

class TstSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        QFile::remove(path());
    }

    void aMissingFileGivesTheDefaults() { QCOMPARE(SettingsFile(path()).current(), Settings()); }

    void whatIsSavedIsReadBack()
    {
        Settings settings;
        settings.provider.issuer = QUrl(QStringLiteral("http://127.0.0.1:8080/oauth2"));
        settings.provider.clientId = QStringLiteral("another");
        settings.provider.redirectPort = 40000;
        settings.mirror.source = QStringLiteral("/srv/dumps");
        settings.mirror.interval = std::chrono::minutes(0);
        settings.desk.appearance = Appearance::Dark;
        settings.desk.undo = std::chrono::seconds(3);
        settings.desk.mutedNotices = {QStringLiteral("approved"), QStringLiteral("rejected")};
        settings.desk.allowPrivate = true;
        settings.desk.typedAsns = {64496, 4200000000U};
        settings.desk.currentAsn = 4200000000U;

        SettingsFile file(path());
        QSignalSpy changed(&file, &SettingsFile::changed);
        file.save(settings);
        file.save(settings);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(SettingsFile(path()).current(), settings);
    }

    void unreadableEntriesFallBackToTheDefaults()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[provider]\nissuer=not a url ::\nredirect_port=99999\n[desk]\nappearance=purple\nundo_seconds=-5\n"
                   "typed_asns=12, x, 99999999999\n[mirror]\ninterval_minutes=soon\n");
        file.close();
        Settings expected;
        expected.desk.typedAsns = {12};
        QCOMPARE(SettingsFile(path()).current(), expected);
    }

    void anEmptyTextIsTheDefault()
    {
        SettingsFile file(path());
        Settings settings;
        settings.provider.clientId.clear();
        file.save(settings);
        QCOMPARE(SettingsFile(path()).current().provider.clientId, Settings().provider.clientId);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("peerdesk.ini")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TstSettings)
#include "tst_settings.moc"
