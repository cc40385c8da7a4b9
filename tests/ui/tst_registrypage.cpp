// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"
#include "http/httpclient.h"
#include "keys/registrypage.h"
#include "keys/routesheet.h"
#include "support/fakeissuer.h"
#include "support/fakeregistry.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "support/settled.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs aDay = 24LL * 60 * 60 * 1000;
const Asn customer(64500);

HttpClientSettings inside()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

TokenSource anyToken()
{
    return [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QStringLiteral("maintainer")); };
}

} // namespace

/// The page over the real services, a registry and an issuer that are the test's.
class TstRegistryPage : public QObject
{
    Q_OBJECT

    struct Rig
    {
        ManualClock clock;
        FakeRegistry registry{clock};
        FakeIssuer issuer{clock};
        HttpClient http{inside()};
        QUrl address = registry.url();
        RouteObjects routes{http, clock, anyToken(), [this] { return address; }};
        Keys keys{http, clock, anyToken(), [this] { return issuer.url(); }};
        InventedPlaces places;

        FakeIssuer::Held issued(int days)
        {
            return issuer.issue({{QStringLiteral("192.0.2.0/24"), 25}}, customer, clock.now() + days * aDay, {});
        }
    };
    std::unique_ptr<DeskWindow> m_look;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<RegistryPage> m_page;

    static QAbstractButton *button(QWidget *in, const QString &text)
    {
        const auto buttons = in->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : buttons) {
            if (each->isVisible() && each->text() == text)
                return each;
        }
        return nullptr;
    }
    static bool shows(const QWidget *in, const QString &text)
    {
        const auto labels = in->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    static void type(QWidget *in, const QString &name, const QString &text)
    {
        const auto all = in->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name)
                each->setText(text);
        }
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_page->table()->tableModel()->index(row, column).data().toString();
    }
    void open(int rows)
    {
        m_page->refresh();
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), rows);
        m_page->table()->setFocus();
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<DeskWindow>(); }
    void cleanupTestCase() { m_look.reset(); }

    void init()
    {
        m_rig = std::make_unique<Rig>();
        m_rig->places.addNetwork(customer, QStringLiteral("Nordic Fibre"));
        m_page = std::make_unique<RegistryPage>(m_rig->routes, m_rig->keys, m_rig->places.places(), m_rig->clock);
        m_page->resize(1180, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        QVERIFY(settled(m_rig->http));
        m_page.reset();
        m_rig.reset();
    }

    void withoutARegistryThePageSaysWhereToSetOneUp()
    {
        m_rig->address.clear();
        m_page->refresh();
        QCOMPARE(m_page->emptyState()->kind(), EmptyState::Kind::NeverSetUp);
        QSignalSpy wanted(m_page.get(), &RegistryPage::settingsWanted);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Open Settings")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void whatFallsFirstStandsFirst()
    {
        const QString late = m_rig->issued(60).terms.reference.toString();
        const QString soon = m_rig->issued(3).terms.reference.toString();
        m_rig->registry.add(QStringLiteral("192.0.2.0/24"), 64500, late);
        m_rig->registry.add(QStringLiteral("192.0.2.128/25"), 64500, soon);
        m_rig->registry.add(QStringLiteral("198.51.100.0/24"), 64500, {});
        m_rig->registry.add(QStringLiteral("203.0.113.0/24"), 64500, {});
        m_rig->registry.hide(3, QStringLiteral("the key was revoked"));
        QSignalSpy counted(m_page.get(), &RegistryPage::countChanged);
        open(4);
        QTRY_COMPARE(cell(0, 4), QStringLiteral("in 3 day(s)"));
        QCOMPARE(cell(0, 0), QStringLiteral("192.0.2.128/25"));
        QCOMPARE(cell(1, 4), QStringLiteral("in 2 month(s)"));
        QCOMPARE(counted.last().first().toInt(), 1);
        m_page->filterBar()->setText(QStringLiteral("hidden"));
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 1);
        m_page->table()->setCurrentKey(m_page->table()->tableModel()->keyAt(0));
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("the key was revoked")));
        m_page->filterBar()->clear();
        m_look->picture(m_page.get(), QStringLiteral("registry"));
    }

    void whatHangsOnAKeyThatIsRevokedHereIsSeenToFall()
    {
        const QString reference = m_rig->issued(60).terms.reference.toString();
        m_rig->registry.add(QStringLiteral("192.0.2.0/24"), 64500, reference);
        open(1);
        QVERIFY(settled(m_rig->http));
        m_page->fallWatch().setPace(1ms);
        QVERIFY(outcomeOf(m_rig->keys.revoke(reference, QStringLiteral("left"))).ok()); // on the page of keys
        m_rig->registry.hide(0, QStringLiteral("the key was revoked"));
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("the key was revoked")));
    }

    void anObjectIsCreatedWithAKeyAndARefusalIsSaidInPlace()
    {
        const QString key = m_rig->issued(60).text.revealText();
        open(0);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Create Route Object…")), Qt::LeftButton);
        auto *sheet = m_page->findChild<RouteSheet *>();
        QVERIFY(sheet);
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        auto *create = button(sheet, QStringLiteral("Create"));
        type(sheet, QStringLiteral("Prefix"), QStringLiteral("192.0.2.1/24"));
        QVERIFY(shows(sheet, QStringLiteral("no prefix such as")));
        type(sheet, QStringLiteral("Prefix"), QStringLiteral("192.0.2.0/24"));
        type(sheet, QStringLiteral("Announced by"), QStringLiteral("AS64500"));
        type(sheet, QStringLiteral("Maintainer"), QStringLiteral("MNT-FIBRE"));
        type(sheet, QStringLiteral("Key"), key.chopped(1));
        QVERIFY(!create->isEnabled());
        type(sheet, QStringLiteral("Key"), key);
        QVERIFY(create->isEnabled());
        m_rig->registry.refusal = QStringLiteral("The key does not cover 192.0.2.0/24.");
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(shows(sheet, QStringLiteral("The key does not cover 192.0.2.0/24.")));
        m_look->picture(sheet, QStringLiteral("registry-create"));
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(m_rig->registry.routes.size(), 1);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 1);
    }

    void whatNeedsNoKeyIsSentWithoutOne()
    {
        m_rig->registry.add(QStringLiteral("192.0.2.0/24"), 64500, m_rig->issued(60).terms.reference.toString());
        open(1);
        const auto opened = [this](const QString &deed) {
            QTest::mouseClick(button(m_page.get(), deed), Qt::LeftButton);
            auto *sheet = m_page->findChild<RouteSheet *>();
            return sheet && QTest::qWaitForWindowActive(sheet) ? sheet : nullptr;
        };
        auto *change = opened(QStringLiteral("Change…"));
        QVERIFY(change);
        QVERIFY(shows(change, QStringLiteral("Needed only for the object to stand on another key")));
        type(change, QStringLiteral("Description"), QStringLiteral("Fibre, mended"));
        QTest::mouseClick(button(change, QStringLiteral("Change")), Qt::LeftButton);
        QTRY_COMPARE(m_rig->registry.routes.first()[u"descr"].toString(), QStringLiteral("Fibre, mended"));
        QVERIFY(!m_rig->registry.sent.contains(u"key"));
        QTRY_VERIFY(!m_page->findChild<RouteSheet *>());

        auto *create = opened(QStringLiteral("Create Route Object…"));
        QVERIFY(create);
        type(create, QStringLiteral("Prefix"), QStringLiteral("198.51.100.0/24"));
        type(create, QStringLiteral("Announced by"), QStringLiteral("AS64500"));
        type(create, QStringLiteral("Maintainer"), QStringLiteral("MNT-FIBRE"));
        m_rig->registry.refusal = QStringLiteral("198.51.100.0/24 needs a key from RIPE-TEST");
        QTest::mouseClick(button(create, QStringLiteral("Create")), Qt::LeftButton);
        QTRY_VERIFY(shows(create, QStringLiteral("needs a key from RIPE-TEST"))); // who knows it says so
        QTest::mouseClick(button(create, QStringLiteral("Create")), Qt::LeftButton);
        QTRY_COMPARE(m_rig->registry.routes.size(), 2);
    }

    void deletingCanBeUndone()
    {
        m_rig->registry.add(QStringLiteral("192.0.2.0/24"), 64500, {});
        open(1);
        QTRY_VERIFY(button(m_page.get(), QStringLiteral("Delete")));
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Delete")), Qt::LeftButton);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(m_rig->registry.routes.size(), 1);
        m_page->setUndoWait(1ms);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Delete")), Qt::LeftButton);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 0);
        QVERIFY(m_rig->registry.routes.isEmpty());
    }
};

QTEST_MAIN(TstRegistryPage)
#include "tst_registrypage.moc"
