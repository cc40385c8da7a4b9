// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/stage.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace peerdesk;
using namespace Qt::Literals::StringLiterals;

class TstStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotifiedIsWrittenDown()
    {
        for (const char *program : {"Xvfb", "dbus-daemon", "openbox", "gnome-keyring-daemon", "dunst"}) {
            const bool missing = QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
            if (missing && qEnvironmentVariableIntValue("PEERDESK_REQUIRE_TOOLS") != 1)
                QSKIP(program);
        }
        test::Stage stage;
        const auto set = stage.set();
        QVERIFY2(set.ok(), set ? "" : qPrintable(set.error().detail));

        auto bus = QDBusConnection::connectToBus(QString::fromUtf8(qgetenv("DBUS_SESSION_BUS_ADDRESS")), u"test"_s);
        QVERIFY(bus.isConnected());
        QDBusInterface service(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                               u"org.freedesktop.Notifications"_s, bus);
        const QDBusReply<uint> id =
            service.call(u"Notify"_s, u"Peerdesk"_s, 0U, QString(), u"Session established"_s,
                         u"AS64500 at Crossways Amsterdam"_s, QStringList(), QVariantMap(), 5000);
        QVERIFY2(id.isValid(), qPrintable(id.error().message()));
        QTRY_VERIFY_WITH_TIMEOUT(written(stage).contains("Session established"), 30'000);
        QVERIFY(written(stage).contains("AS64500 at Crossways Amsterdam"));
        QDBusConnection::disconnectFromBus(u"test"_s);
    }

private:
    static QByteArray written(const test::Stage &stage)
    {
        QFile file(stage.notificationsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TstStage)
#include "tst_stage.moc"
