// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenstore.h"
#include "base/settings.h"
#include "http/httpclient.h"
#include "settings/settingspage.h"
#include "storage/database.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "theme/theme.h"
#include "widgets/tableview.h"
#include "workflow/account/account.h"
#include "workflow/endpoints/endpoints.h"
#include "workflow/endpoints/ownendpoint.h"
#include "workflow/keys/keys.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using test::outcomeOf;

namespace {

const Asn own(64496);
const QUrl endpoint(QStringLiteral("https://peering.example.net/v1"));

} // namespace

/// The settings, typed and pressed as a person would; every change is looked up in a file read afresh.
class TstSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QString::number(++m_run));
        auto opened = Database::open(m_path + QStringLiteral(".db"), m_clock);
        QVERIFY(opened);
        m_database = std::move(*opened);
        m_settings = std::make_unique<SettingsFile>(m_path);
        m_store = std::make_unique<TokenStore>();
        m_account =
            std::make_unique<Account>(*m_settings, m_http, *m_store, m_clock, [](const QUrl &) { return true; });
        m_account->setCurrentAsn(own);
        m_endpoints = std::make_unique<Endpoints>(*m_database);
        m_ownEndpoint = std::make_unique<OwnEndpoint>(*m_settings, [this] {
            return OwnEndpoint::Common{m_path, {}, m_path, {}, {own}};
        });
        m_page = std::make_unique<SettingsPage>(*m_settings, *m_account, *m_endpoints, *m_ownEndpoint);
        m_page->resize(1000, 1500);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        shoot("page");
        m_page.reset();
        // What the page asked for may still be under way, and its owners must outlive it.
        QVERIFY(outcomeOf(m_endpoints->list(own)));
        outcomeOf(m_account->apiKey());
        m_endpoints.reset();
    }

    void aFieldTakesEffectWhenItIsLeft()
    {
        type("Provider", QStringLiteral("https://id.example.net/oauth2"));
        QTest::keyClick(edit("Provider"), Qt::Key_Tab);
        QCOMPARE(stored().provider.issuer, QUrl(QStringLiteral("https://id.example.net/oauth2")));
    }

    void aWrongAddressIsExplainedAndNotTaken()
    {
        type("Provider", QStringLiteral("ftp://id.example.net"));
        QTest::keyClick(edit("Provider"), Qt::Key_Return);
        QVERIFY(says("This is no https address."));
        QCOMPARE(edit("Provider")->accessibleDescription(), QStringLiteral("This is no https address."));
        QCOMPARE(stored().provider.issuer, Settings().provider.issuer);
        type("Provider", QStringLiteral("https://id.example.net"));
        QVERIFY(!says("This is no https address."));
    }

    void eachKindOfNoticeIsTurnedOffByItself()
    {
        auto *box = find<QCheckBox>([](QCheckBox *each) { return each->text() == u"Approved"; });
        QVERIFY(box && box->isChecked());
        press(box);
        QCOMPARE(stored().desk.mutedNotices, QSet<QString>{QStringLiteral("approved")});
        press(box);
        QVERIFY(stored().desk.mutedNotices.isEmpty());
    }

    void theTimeToUndoIsSet()
    {
        auto *spin = find<QSpinBox>([](QSpinBox *each) { return each->accessibleName() == u"Time to undo"; });
        QVERIFY(spin);
        QCOMPARE(spin->value(), 10);
        QTest::keyClick(spin, Qt::Key_Up);
        QCOMPARE(stored().desk.undo, std::chrono::seconds(11));
    }

    void anApiKeyIsStoredAndNeverShown()
    {
        type("API key", QStringLiteral("secret-key"));
        QTest::keyClick(edit("API key"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(edit("API key")->placeholderText(), QStringLiteral("Stored; paste to replace"),
                                  30'000);
        QVERIFY(edit("API key")->text().isEmpty());
        QVERIFY(outcomeOf(m_account->apiKey()) == Secret(QStringLiteral("secret-key")));
        QFile file(m_path);
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("secret-key"));
        press(m_page->findChildren<QPushButton *>()[indexOf("Remove")]);
        QTRY_COMPARE_WITH_TIMEOUT(edit("API key")->placeholderText(), QStringLiteral("Paste"), 30'000);
        QVERIFY(outcomeOf(m_account->apiKey()).isEmpty());
    }

    void anEndpointIsAddedWithATokenAndRemoved()
    {
        auto *table = m_page->findChild<TableView *>();
        type("Network", QStringLiteral("AS64500"));
        type("Address", QStringLiteral("https://peering.example.net/v1/"));
        QTest::keyClick(edit("Address"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(edit("Network")->text(), QStringLiteral("AS64500"), 30'000);
        const auto listed = outcomeOf(m_endpoints->list(own));
        QVERIFY(listed);
        QCOMPARE(listed->first().baseUrl, endpoint);

        QTRY_VERIFY_WITH_TIMEOUT(edit("Token")->isEnabled(), 30'000);
        type("Token", QStringLiteral("their-token"));
        QTest::keyClick(edit("Token"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(edit("Token")->placeholderText(), QStringLiteral("Stored; paste to replace"), 30'000);
        QVERIFY(*outcomeOf(m_account->tokenFor(endpoint)) == Secret(QStringLiteral("their-token")));
        shoot("endpoint");

        press(m_page->findChildren<QPushButton *>()[indexOf("Remove Endpoint")]);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 0, 30'000);
        QVERIFY(!outcomeOf(m_account->hasEndpointToken(endpoint)));
    }

    void theIssuerOfKeysIsNamedAndTheTokenForCheckingIsApart()
    {
        type("Issuer", QStringLiteral("rak.example.net/"));
        QTest::keyClick(edit("Issuer"), Qt::Key_Tab);
        const QUrl issuer(QStringLiteral("https://rak.example.net"));
        QCOMPARE(stored().keys.issuer, issuer);
        QTRY_VERIFY_WITH_TIMEOUT(edit("Token for checking")->isEnabled(), 30'000);
        type("Token for checking", QStringLiteral("verifier"));
        QTest::keyClick(edit("Token for checking"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(edit("Token for checking")->placeholderText(),
                                  QStringLiteral("Stored; paste to replace"), 30'000);
        QVERIFY(*outcomeOf(m_account->tokenFor(Keys::verifierPlace(issuer))) == Secret(QStringLiteral("verifier")));
        QVERIFY(!outcomeOf(m_account->hasEndpointToken(issuer)));
    }

    void aWrongEndpointIsExplainedBesideItsField()
    {
        type("Network", QStringLiteral("AS64496"));
        type("Address", QStringLiteral("https://peering.example.net"));
        QTest::keyClick(edit("Address"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says("no network to have sessions with"), 30'000);
        type("Network", QStringLiteral("AS64500"));
        type("Address", QStringLiteral("ftp://peering.example.net"));
        QTest::keyClick(edit("Address"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says("This is no http or https address."), 30'000);
        shoot("problem");
    }

private:
    template<class W, class F> W *find(F isIt)
    {
        for (auto *each : m_page->findChildren<W *>()) {
            if (isIt(each))
                return each;
        }
        return nullptr;
    }
    QLineEdit *edit(const char *name)
    {
        return find<QLineEdit>([name](QLineEdit *each) { return each->accessibleName() == QLatin1String(name); });
    }
    qsizetype indexOf(const char *text)
    {
        const auto buttons = m_page->findChildren<QPushButton *>();
        for (qsizetype i = 0; i < buttons.size(); ++i) {
            if (buttons[i]->text() == QLatin1String(text) && buttons[i]->isVisible())
                return i;
        }
        return -1;
    }
    void type(const char *name, const QString &text)
    {
        QLineEdit *field = edit(name);
        QVERIFY2(field, name);
        m_page->ensureWidgetVisible(field);
        QTest::mouseClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    void press(QAbstractButton *button)
    {
        m_page->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    bool says(const char *words)
    {
        return find<QLabel>(
            [words](QLabel *label) { return label->isVisible() && label->text().contains(QLatin1String(words)); });
    }
    [[nodiscard]] Settings stored() const { return SettingsFile(m_path).current(); }

    /// For a person to look at: PEERDESK_SHOTS names the folder.
    void shoot(const char *name)
    {
        const QString folder = qEnvironmentVariable("PEERDESK_SHOTS");
        if (folder.isEmpty())
            return;
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_theme.setChoice(choice);
            QCoreApplication::sendPostedEvents();
            const QString scheme = choice == Theme::Choice::Light ? QStringLiteral("light") : QStringLiteral("dark");
            m_page->grab().save(QStringLiteral("%1/settings-%2-%3.png").arg(folder, QString::fromLatin1(name), scheme));
        }
    }

    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    Theme m_theme;
    HttpClient m_http{HttpClientSettings()};
    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<TokenStore> m_store;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<Endpoints> m_endpoints;
    std::unique_ptr<OwnEndpoint> m_ownEndpoint;
    std::unique_ptr<SettingsPage> m_page;
    int m_run = 0;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication app(argc, argv);
    TstSettingsPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_settingspage.moc"
