// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/services.h"
#include "candidates/candidatespage.h"
#include "shell/mainwindow.h"
#include "support/inventeddirectory.h"
#include "support/outcomeof.h"
#include "theme/palette.h"
#include "theme/theme.h"
#include "widgets/bannerrow.h"
#include "widgets/emptystate.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;
const Asn own(64496);
const Asn other(64500);

/// Takes every call and answers none.
class SilentServer : public QTcpServer
{
public:
    SilentServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("The silent server cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (nextPendingConnection())
                ++calls;
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    int calls = 0;
};

/// A task that somebody waits for, and whether it has ended.
template<class T> std::shared_ptr<bool> watched(QCoro::Task<T> task)
{
    auto ended = std::make_shared<bool>(false);
    std::move(task).then([ended](const T &) { *ended = true; });
    return ended;
}

} // namespace

/// The desk as main() puts it together, closed while something is under way. What ends here ends without a crash; that
/// nothing of it is left over either is what the sanitizers say of this program.
class TstDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_silent = std::make_unique<SilentServer>();
        const DeskFolder folder(m_folder->path());
        SettingsFile file(folder.settings());
        Settings settings;
        settings.desk.allowPrivate = true;
        settings.desk.currentAsn = own.number();
        settings.desk.typedAsns = {own.number()};
        settings.mirror.source = m_silent->url().toString();
        settings.mirror.api = m_silent->url();
        settings.provider.issuer = m_silent->url();
        file.save(settings);
        open();
    }

    void cleanup()
    {
        if (m_services)
            close();
        m_silent.reset();
    }

    void closedInTheMiddleOfASendTheRequestIsInTheJournal()
    {
        const QString draft = readyDraft();
        const auto sent = watched(m_services->requests.send(draft, QStringLiteral("M. Ops")));
        QTRY_COMPARE_WITH_TIMEOUT(m_silent->calls, 1, patienceMs);
        QVERIFY(!*sent);
        close();
        QVERIFY(*sent);
        open();
        // Whether the other side took it in is not known, so nobody forgets it and nobody posts it twice.
        const auto requests = test::outcomeOf(m_services->requests.requests({}));
        QCOMPARE(requests->size(), 1);
        QCOMPARE(requests->first().sessions.first().status(), Status::Sending);
        QCOMPARE(test::outcomeOf(m_services->requests.journeys())->size(), 1);
        QVERIFY(test::outcomeOf(m_services->drafts.drafts(own))->isEmpty());
    }

    void closedInTheCountdownTheDraftIsStillADraft()
    {
        readyDraft();
        m_desk->window()->showPage(QStringLiteral("drafts"));
        QTRY_VERIFY_WITH_TIMEOUT(action(QStringLiteral("Send 1 Session")), patienceMs);
        QAction *send = action(QStringLiteral("Send 1 Session"));
        QVERIFY(send->isEnabled());
        send->trigger();
        QVERIFY(!send->isEnabled());
        close();
        open();
        QCOMPARE(test::outcomeOf(m_services->drafts.drafts(own))->size(), 1);
        QVERIFY(test::outcomeOf(m_services->requests.requests({}))->isEmpty());
        QCOMPARE(m_silent->calls, 0);
    }

    void closedInTheMiddleOfASynchronisationTheMirrorIsAsItWas()
    {
        const auto synchronised = watched(m_services->directory.synchronise());
        QTRY_COMPARE_WITH_TIMEOUT(m_silent->calls, 1, patienceMs);
        close();
        QVERIFY(*synchronised);
        open();
        QVERIFY(m_services->directory.isEmpty());
    }

    void closedInTheMiddleOfASignInNobodyIsSignedIn()
    {
        m_services->account.signIn();
        QTRY_COMPARE_WITH_TIMEOUT(m_silent->calls, 1, patienceMs);
        QCOMPARE(m_services->account.state(), Account::State::SigningIn);
        close();
        open();
        QCOMPARE(m_services->account.state(), Account::State::SignedOut);
    }

    void whatIsSetTakesEffectAtOnce()
    {
        Settings settings = m_services->settings.current();
        settings.desk.allowPrivate = false;
        settings.desk.undo = 0s;
        settings.desk.appearance = Appearance::Dark;
        m_services->settings.save(settings);
        QVERIFY(isDark(QApplication::palette()));
        QVERIFY(action(QStringLiteral("Dark Colours"))->isChecked());
        const auto refused = test::outcomeOf(m_services->http.send(HttpRequest(m_silent->url())));
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(m_silent->calls, 0);

        // A decision without time to undo is carried out at the next look.
        QSignalSpy carriedOut(&m_services->inbound, &Inbound::decided);
        m_services->inbound.decide({Verdict::Hold, {}, {}, QStringLiteral("M. Ops")});
        QTRY_COMPARE_WITH_TIMEOUT(carriedOut.count(), 1, patienceMs);

        action(QStringLiteral("Light Colours"))->trigger();
        QVERIFY(!isDark(QApplication::palette()));
        QCOMPARE(m_services->settings.current().desk.appearance, Appearance::Light);
    }

    void theMirrorsNewsAreToldAndTheOldOnesTakenBack()
    {
        test::InventedDirectory directory = twoNetworks();
        const QString broken = m_folder->filePath(QStringLiteral("broken"));
        QVERIFY(directory.write(broken));
        QFile networks(broken + QStringLiteral("/net-0.json"));
        QVERIFY(networks.resize(networks.size() - 20));
        importFrom(broken);
        QTRY_VERIFY_WITH_TIMEOUT(mirrorNews().startsWith(broken + QStringLiteral(" cannot be read. net-0.json")),
                                 patienceMs);
        QVERIFY2(mirrorNews().contains(QLatin1String("row 1 is the last whole one")), qPrintable(mirrorNews()));
        QVERIFY2(!mirrorNews().contains(QLatin1String("marked fields")), qPrintable(mirrorNews()));

        directory.row(QStringLiteral("netixlan"), {{QStringLiteral("id"), 9}, {QStringLiteral("asn"), 64500}});
        const QString whole = m_folder->filePath(QStringLiteral("whole"));
        QVERIFY(directory.write(whole));
        importFrom(whole);
        const QString found = QStringLiteral("skipped: netixlan-0.json: row 3 (id 9): ix_id is missing.");
        QTRY_VERIFY_WITH_TIMEOUT(mirrorNews().contains(found), patienceMs);
        QVERIFY2(mirrorNews().contains(QStringLiteral("read from ") + whole), qPrintable(mirrorNews()));
        QVERIFY2(!mirrorNews().contains(QLatin1String("cannot be read")), qPrintable(mirrorNews()));

        Settings settings = m_services->settings.current();
        settings.mirror.source = whole;
        m_services->settings.save(settings);
        QVERIFY(twoNetworks().write(whole));
        action(QStringLiteral("Update Mirror"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(mirrorNews().contains(QLatin1String("read from PeeringDB")), patienceMs);
        QVERIFY2(!mirrorNews().contains(QLatin1String("skipped")), qPrintable(mirrorNews()));
    }

    void anEmptyTableSaysWhyThereIsNoCopyAndTriesAgain()
    {
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(twoNetworks().write(dumps));
        QFile networks(dumps + QStringLiteral("/net-0.json"));
        QVERIFY(networks.resize(networks.size() - 20));
        Settings settings = m_services->settings.current();
        settings.mirror.source = dumps;
        m_services->settings.save(settings);
        action(QStringLiteral("Update Mirror"))->trigger();
        const auto retry = [this] { return shownButton(QStringLiteral("Try Again")); };
        QTRY_VERIFY_WITH_TIMEOUT(retry(), patienceMs);
        const auto *empty = m_desk->window()->findChild<CandidatesPage *>()->findChild<EmptyState *>();
        QVERIFY(empty->isAncestorOf(retry()));
        QStringList words;
        for (const QLabel *label : empty->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY2(words.contains(QStringLiteral("PeeringDB could not be fetched")), qPrintable(words.join(u'|')));
        QVERIFY2(words.join(u'|').contains(dumps + QStringLiteral(" cannot be read. net-0.json")),
                 qPrintable(words.join(u'|')));
        QVERIFY(mirrorNews().isEmpty()); // it is said once

        QVERIFY(twoNetworks().write(dumps));
        retry()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_services->directory.isEmpty() && !retry(), patienceMs);
    }

    void theApiKeyOfTheLastTimeIsThereFromTheStart()
    {
        QVERIFY(test::outcomeOf(m_services->account.storeApiKey(Secret(QByteArrayLiteral("key")))));
        QTRY_VERIFY_WITH_TIMEOUT(m_services->directory.hasApiKey(), patienceMs);
        m_services->directory.setApiKey(Secret());
        m_services->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_services->directory.hasApiKey(), patienceMs);
    }

private:
    void open()
    {
        auto services = Services::open(DeskFolder(m_folder->path()), [](const QUrl &) { return true; });
        QVERIFY(services.ok());
        m_services = std::move(*services);
        m_desk = std::make_unique<Desk>(*m_services, m_theme);
        m_desk->show();
    }

    /// As main() does it.
    void close()
    {
        m_desk->window()->close();
        m_desk.reset();
        bool ended = false;
        m_services->stop([&ended] { ended = true; });
        QTRY_VERIFY_WITH_TIMEOUT(ended, patienceMs);
        m_services.reset();
    }

    static test::InventedDirectory twoNetworks()
    {
        test::InventedDirectory directory;
        directory.network(static_cast<int>(own.number()), QStringLiteral("Ours"));
        directory.network(static_cast<int>(other.number()), QStringLiteral("Theirs"));
        directory.exchange(42, QStringLiteral("Heron IX"), {QStringLiteral("192.0.2.0/24")});
        directory.port(1, static_cast<int>(own.number()), 42, QStringLiteral("192.0.2.1"), {});
        directory.port(2, static_cast<int>(other.number()), 42, QStringLiteral("192.0.2.2"), {});
        return directory;
    }

    /// As a person does it: File, Import Mirror, a folder.
    void importFrom(const QString &folder)
    {
        action(QStringLiteral("Import Mirror"))->trigger();
        auto *dialog = m_desk->window()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(folder);
        static_cast<QDialog *>(dialog)->accept();
    }

    [[nodiscard]] QString mirrorNews() const
    {
        const auto *row = m_desk->window()->findChild<BannerRow *>(QStringLiteral("mirror"));
        return row ? row->text() : QString();
    }

    [[nodiscard]] QPushButton *shownButton(const QString &text) const
    {
        for (QPushButton *button : m_desk->window()->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    /// One session at one exchange, for a network whose endpoint never answers.
    QString readyDraft()
    {
        const test::InventedDirectory directory = twoNetworks();
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        if (!directory.write(dumps) || !test::outcomeOf(m_services->directory.importFolder(dumps)))
            qFatal("The directory cannot be imported");
        const QUrl endpoint = m_silent->url();
        if (!test::outcomeOf(m_services->endpoints.save(own, other, endpoint.toString()))
            || !test::outcomeOf(m_services->account.storeEndpointToken(endpoint, Secret(QByteArrayLiteral("token")))))
            qFatal("The endpoint cannot be stored");
        DraftRow row;
        row.itemId = QStringLiteral("5e551011-0000-4000-8000-000000000001");
        row.location = QStringLiteral("pdb:ix:42");
        row.ownAddress = QStringLiteral("192.0.2.1");
        row.otherAddress = QStringLiteral("192.0.2.2");
        const QList<DraftRow> rows = {row};
        const auto draft = test::outcomeOf(m_services->drafts.addRows(own, other, rows));
        if (!draft || !draft->isReady())
            qFatal("The draft is not ready");
        return draft->draft.id;
    }

    [[nodiscard]] QAction *action(const QString &text) const
    {
        const auto actions = m_desk->window()->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SilentServer> m_silent;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Desk> m_desk;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    TstDesk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desk.moc"
