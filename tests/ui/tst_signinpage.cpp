// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenstore.h"
#include "base/settings.h"
#include "http/httpclient.h"
#include "signin/signinpage.h"
#include "support/manualclock.h"
#include "support/providerkit.h"
#include "support/requiretool.h"
#include "theme/theme.h"
#include "workflow/account/account.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

namespace {

HttpClientSettings loopbackAllowed()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

/// The first page, pressed and typed into as a person would, against a real provider.
class TstSignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_kit.start(), m_kit.why()); }

    void init()
    {
        m_kit.setFaults("{}");
        m_opens = true;
        m_hasBrowser = true;
        m_clock.set(QDateTime::currentMSecsSinceEpoch());
        m_settings = std::make_unique<SettingsFile>(m_folder.filePath(QString::number(++m_run)));
        Settings settings;
        settings.provider.issuer = m_kit.issuer();
        m_settings->save(settings);
        m_store = std::make_unique<TokenStore>();
        m_account = std::make_unique<Account>(*m_settings, m_http, *m_store, m_clock, [this](const QUrl &url) {
            if (m_opens)
                m_kit.browse(url);
            return m_hasBrowser;
        });
        m_page = std::make_unique<SignInPage>(*m_account);
        m_page->resize(1100, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_account->cancelSignIn();
        QTRY_VERIFY_WITH_TIMEOUT(m_account->state() != Account::State::SigningIn, 30'000);
        m_page.reset();
    }

    void aPersonSignsInAndChoosesANetwork()
    {
        shoot("start");
        QSignalSpy finished(m_page.get(), &SignInPage::finished);
        click("Sign In with PeeringDB");
        QTRY_VERIFY_WITH_TIMEOUT(button("Continue") && button("Continue")->isVisible(), 30'000);
        shoot("choice");
        QVERIFY(says("Signed in as Mo Ops <mo@as64496.example>"));
        QVERIFY(says("May send requests"));
        const auto radios = m_page->findChildren<QRadioButton *>();
        QCOMPARE(radios.size(), 2);
        QVERIFY(radios[0]->isChecked());
        QCOMPARE(radios[0]->text(), QStringLiteral("AS64496  Example Net"));
        QTest::mouseClick(radios[1], Qt::LeftButton, {}, QPoint(8, radios[1]->height() / 2));
        click("Continue");
        QCOMPARE(finished.count(), 1);
        QCOMPARE(m_account->currentAsn(), Asn(64497));
    }

    void anAsnIsTypedToLookAround()
    {
        QSignalSpy finished(m_page.get(), &SignInPage::finished);
        QLineEdit *edit = line("AS number to look around with");
        QVERIFY(!button("Look Around")->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("AS23456"));
        QVERIFY(!button("Look Around")->isEnabled());
        QVERIFY(says("reserved"));
        QVERIFY(edit->accessibleDescription().contains(QLatin1String("reserved")));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(finished.count(), 0);

        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("nonsense"));
        QVERIFY(says("An AS number is"));
        shoot("problem");
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("as65010"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(m_account->currentAsn(), Asn(65010));
        QVERIFY(!m_account->network(Asn(65010)).proven);
    }

    void theWaitForTheBrowserIsCancelledWithEscape()
    {
        m_opens = false;
        click("Sign In with PeeringDB");
        QTRY_VERIFY_WITH_TIMEOUT(says("Continue in the browser"), 30'000);
        shoot("waiting");
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(button("Sign In with PeeringDB")->isVisible(), 30'000);
        QVERIFY(!button("Try Again"));
    }

    void withoutABrowserThePageShowsTheAddressToCopy()
    {
        m_opens = false;
        m_hasBrowser = false;
        click("Sign In with PeeringDB");
        QTRY_VERIFY_WITH_TIMEOUT(says("No browser opened"), 30'000);
        QVERIFY(!says("The sign-in page is open there"));
        shoot("no-browser");
        const QString address = line("Address of the sign-in")->text();
        QVERIFY2(address.startsWith(m_kit.issuer().toString()), qPrintable(address));
        click("Copy Address");
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
        m_kit.browse(QUrl(address));
        QTRY_VERIFY_WITH_TIMEOUT(button("Continue") && button("Continue")->isVisible(), 30'000);
        m_account->signOut();
        QTRY_VERIFY_WITH_TIMEOUT(button("Sign In with PeeringDB")->isVisible(), 30'000);
        m_hasBrowser = true;
        click("Sign In with PeeringDB");
        QTRY_VERIFY_WITH_TIMEOUT(says("The sign-in page is open there"), 30'000);
        QVERIFY(!line("Address of the sign-in")->isVisible());
    }

    void aRefusalIsSaidWithAWayForward()
    {
        m_kit.setFaults(R"({"deny": true})");
        click("Sign In with PeeringDB");
        QTRY_VERIFY_WITH_TIMEOUT(button("Try Again"), 30'000);
        QVERIFY(says("The person did not agree"));
        shoot("refused");
        m_kit.setFaults("{}");
        click("Try Again");
        QTRY_VERIFY_WITH_TIMEOUT(button("Continue") && button("Continue")->isVisible(), 30'000);
        QVERIFY(!button("Try Again"));
    }

private:
    QLineEdit *line(const char *accessibleName)
    {
        for (auto *each : m_page->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == QLatin1String(accessibleName))
                return each;
        }
        return nullptr;
    }
    QPushButton *button(const char *text)
    {
        for (auto *each : m_page->findChildren<QPushButton *>()) {
            if (each->text() == QLatin1String(text))
                return each;
        }
        return nullptr;
    }
    void click(const char *text)
    {
        QPushButton *found = button(text);
        QVERIFY2(found, text);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    bool says(const char *words)
    {
        for (auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String(words)))
                return true;
        }
        return false;
    }
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
            m_page->grab().save(QStringLiteral("%1/signin-%2-%3.png").arg(folder, QString::fromLatin1(name), scheme));
        }
    }

    test::ProviderKit m_kit;
    test::ManualClock m_clock;
    Theme m_theme;
    QTemporaryDir m_folder;
    HttpClient m_http{loopbackAllowed()};
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<TokenStore> m_store;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<SignInPage> m_page;
    int m_run = 0;
    bool m_opens = true;
    bool m_hasBrowser = true;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication app(argc, argv);
    TstSignInPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signinpage.moc"
