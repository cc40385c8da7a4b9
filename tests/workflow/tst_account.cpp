// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenstore.h"
#include "base/settings.h"
#include "http/httpclient.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/providerkit.h"
#include "support/requiretool.h"
#include "workflow/account/account.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace peerdesk;
using test::outcomeOf;

namespace {

HttpClientSettings loopbackAllowed()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

const Asn mine(64496);
const Asn readOnly(64497);
const Asn typed(65010);
const QUrl endpoint(QStringLiteral("http://127.0.0.1:5000/api/v1"));

} // namespace

class TstAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_kit.start(), m_kit.why()); }

    void init()
    {
        m_kit.reset();
        m_clock.set(QDateTime::currentMSecsSinceEpoch());
        m_opens = true;
        m_hasBrowser = true;
        QFile::remove(m_folder.filePath(QStringLiteral("peerdesk.ini")));
        m_settings = std::make_unique<SettingsFile>(m_folder.filePath(QStringLiteral("peerdesk.ini")));
        Settings settings;
        settings.provider.issuer = m_kit.issuer();
        m_settings->save(settings);
        m_store = std::make_unique<TokenStore>();
        m_account = start();
    }

    void cleanup()
    {
        m_account->cancelSignIn();
        QTRY_VERIFY_WITH_TIMEOUT(m_account->state() != Account::State::SigningIn, 30'000);
    }

    void aTypedAsnIsEnoughToLookAroundAndProvesNothing()
    {
        m_account->setCurrentAsn(typed);
        QCOMPARE(m_account->currentAsn(), typed);
        QVERIFY(m_account->network(typed).typed);
        QVERIFY(!m_account->network(typed).proven);
        QCOMPARE(outcomeOf(m_account->tokenFor(endpoint)).error().kind, ErrorKind::Unauthenticated);
        // It is there after the next start.
        QCOMPARE(start()->currentAsn(), typed);
        m_account->forgetTypedAsn(typed);
        QVERIFY(!m_account->currentAsn().isValid());
    }

    void signingInProvesTheNetworksThatMayBeUpdated()
    {
        signIn();
        QCOMPARE(m_account->person(), QStringLiteral("Mo Ops <mo@as64496.example>"));
        QVERIFY(m_account->network(mine).proven);
        QCOMPARE(m_account->network(mine).name, QStringLiteral("Example Net"));
        QVERIFY(!m_account->network(readOnly).proven);
        QCOMPARE(m_account->currentAsn(), mine);
    }

    void aPersonPeeringDbHasNotVerifiedProvesNothing()
    {
        m_kit.setFaults(R"({"withhold": ["profile"]})");
        signIn();
        QVERIFY(m_account->network(mine).asn.isValid());
        QVERIFY(!m_account->network(mine).proven);
    }

    void theCurrentNetworkIsSwitched()
    {
        signIn();
        QSignalSpy switched(m_account.get(), &Account::currentAsnChanged);
        m_account->setCurrentAsn(readOnly);
        m_account->setCurrentAsn(readOnly);
        QCOMPARE(switched.count(), 1);
        QVERIFY(m_settings->current().desk.typedAsns.isEmpty());
    }

    void withoutABrowserTheAddressIsToldAndLeadsToTheSignIn()
    {
        m_opens = false;
        m_hasBrowser = false;
        QSignalSpy missing(m_account.get(), &Account::browserMissing);
        QSignalSpy signedIn(m_account.get(), &Account::signedIn);
        m_account->signIn();
        QTRY_COMPARE_WITH_TIMEOUT(missing.count(), 1, 30'000);
        QCOMPARE(m_account->state(), Account::State::SigningIn);
        m_kit.browse(missing.first().first().toUrl()); // as a person does who copied it
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.count(), 1, 30'000);
    }

    void aFailedSignInIsToldAndACancelledOneIsNot()
    {
        QSignalSpy failed(m_account.get(), &Account::signInFailed);
        m_kit.setFaults(R"({"deny": true})");
        m_account->signIn();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
        QCOMPARE(m_account->state(), Account::State::SignedOut);

        m_opens = false;
        m_account->signIn();
        QCOMPARE(m_account->state(), Account::State::SigningIn);
        m_account->cancelSignIn();
        QTRY_COMPARE_WITH_TIMEOUT(m_account->state(), Account::State::SignedOut, 30'000);
        QCOMPARE(failed.count(), 1);
    }

    void theNextStartIsSignedInAlsoWithoutTheProvider()
    {
        signIn();
        m_kit.setFaults(R"({"status": {"discovery": 503, "token": 503}})");
        const auto next = start();
        next->restore();
        QTRY_COMPARE_WITH_TIMEOUT(next->state(), Account::State::SignedIn, 30'000);
        QVERIFY(next->network(mine).proven);
        QCOMPARE(outcomeOf(next->tokenFor(endpoint)).error().kind, ErrorKind::Unavailable);
    }

    void anExpiredSignInIsToldOnceAndTakesNothingAway()
    {
        signIn();
        QSignalSpy expired(m_account.get(), &Account::signInExpired);
        m_kit.setFaults(R"({"grantGone": true})");
        QCOMPARE(outcomeOf(m_account->tokenFor(endpoint)).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(outcomeOf(m_account->tokenFor(endpoint)).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(expired.count(), 1);
        QCOMPARE(m_account->state(), Account::State::Expired);
        QCOMPARE(m_account->currentAsn(), mine);
        QVERIFY(m_account->network(mine).asn.isValid());
        QVERIFY(!m_account->network(mine).proven);

        m_kit.setFaults("{}");
        signIn();
        QVERIFY(m_account->network(mine).proven);
        QVERIFY(outcomeOf(m_account->tokenFor(endpoint)));
    }

    void aTokenThatTheOtherNetworkGaveGoesFirst()
    {
        QVERIFY(outcomeOf(m_account->storeEndpointToken(endpoint, Secret(QStringLiteral("theirs")))));
        QVERIFY(outcomeOf(m_account->hasEndpointToken(endpoint)));
        const QUrl withSlash(endpoint.toString() + u'/');
        QVERIFY(*outcomeOf(m_account->tokenFor(withSlash)) == Secret(QStringLiteral("theirs")));
        QVERIFY(outcomeOf(m_account->storeEndpointToken(endpoint, Secret())));
        QVERIFY(!outcomeOf(m_account->hasEndpointToken(endpoint)));
    }

    void signingOutKeepsTheNetworkInView()
    {
        signIn();
        m_account->signOut();
        QCOMPARE(m_account->state(), Account::State::SignedOut);
        QVERIFY(m_account->person().isEmpty());
        QCOMPARE(m_account->currentAsn(), mine);
        QVERIFY(m_account->network(mine).typed);
        const auto next = start();
        next->restore();
        QCOMPARE(next->state(), Account::State::SignedOut);
    }

    void aKeychainThatDoesNotWorkIsToldOnce()
    {
        QSignalSpy troubled(m_account.get(), &Account::keychainTroubled);
        signIn();
        QVERIFY(outcomeOf(m_account->storeApiKey(Secret(QStringLiteral("key")))));
        QCOMPARE(troubled.count(), 1);
        QVERIFY(m_account->keychainTrouble().contains(QLatin1String("keychain")));
        QVERIFY(outcomeOf(m_account->apiKey()) == Secret(QStringLiteral("key")));
    }

private:
    std::unique_ptr<Account> start()
    {
        return std::make_unique<Account>(*m_settings, m_http, *m_store, m_clock, [this](const QUrl &url) {
            if (m_opens)
                m_kit.browse(url);
            return m_hasBrowser;
        });
    }

    void signIn()
    {
        QSignalSpy signedIn(m_account.get(), &Account::signedIn);
        m_account->signIn();
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.count(), 1, 30'000);
        QCOMPARE(m_account->state(), Account::State::SignedIn);
    }

    test::ProviderKit m_kit;
    test::ManualClock m_clock;
    QTemporaryDir m_folder;
    HttpClient m_http{loopbackAllowed()};
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<TokenStore> m_store;
    std::unique_ptr<Account> m_account;
    bool m_opens = true;
    bool m_hasBrowser = true;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    const QCoreApplication app(argc, argv);
    TstAccount test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_account.moc"
