// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecandidates.h"

#include "candidates/candidatespage.h"
#include "candidates/directorywords.h"
#include "candidates/networkcontent.h"
#include "map/mapwidget.h"
#include "support/manualclock.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/linkbutton.h"
#include "widgets/segmentswitch.h"
#include "widgets/tableview.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace peerdesk;

class TstCandidatesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_page = std::make_unique<CandidatesPage>(m_clock);
        m_page->resize(1180, 800);
        m_page->setNetworksAt(sample::networksAt);
        m_page->setNetworks(sample::networks());
        m_page->setLocations(sample::locations());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void hiddenNetworksAreNoCandidatesUntilAskedFor()
    {
        QCOMPARE(model()->totalCount(), 39);
        QCOMPARE(model()->rowOf(QStringLiteral("64501")), -1);
        action(QStringLiteral("Show Networks That Are No Candidates"))->trigger();
        QVERIFY(model()->rowOf(QStringLiteral("64501")) >= 0);
    }

    void theFilterKnowsWhatTheColumnsShow_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const auto row = [](const char *filter, const char *in, const char *out) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(in) << QString::fromUtf8(out);
        };
        row("nordic", "64500", "64503");
        row("64503", "64503", "64500");
        row("policy:restrictive", "64504", "64500");
        row("missing>30", "64500", "64505");
        row("traffic>10G", "64500", "64504");
        row("-ipv6", "64504", "64500");
        row("prefixes>200k", "64500", "64504");
        row("exchange:\"Main Exchange\"", "64504", "64500"); // every third network is there
        row("peered", "64505", "64500");
        row("updated<3d", "64500", "64505");
        row("endpoint", "64503", "64504");
    }
    void theFilterKnowsWhatTheColumnsShow()
    {
        QFETCH(QString, filter);
        QFETCH(QString, in);
        QFETCH(QString, out);
        m_page->filterBar()->setText(filter);
        QVERIFY(!m_page->filterBar()->filter().firstProblem());
        QVERIFY(model()->rowOf(in) >= 0);
        QCOMPARE(model()->rowOf(out), -1);
    }

    void choosingANetworkAsksForItAndTheMapFollows()
    {
        QSignalSpy wanted(m_page.get(), &CandidatesPage::detailWanted);
        choose(QStringLiteral("64500"));
        QCOMPARE(wanted.count(), 1);
        m_page->setDetail(sample::detail(Asn(64999))); // too late, for another
        QVERIFY(m_page->detail()->content().title.isEmpty());
        m_page->setDetail(sample::detail());
        QCOMPARE(m_page->detail()->content().title, QStringLiteral("Nordic Fibre"));
        const auto &places = m_page->map()->places();
        QCOMPARE(places.at(0).kind, MapPlace::Kind::SharedMissing);
        QCOMPARE(places.at(0).missing, 2);
        QCOMPARE(places.at(6).kind, MapPlace::Kind::TheirsOnly);
        QCOMPARE(places.size(), 18); // the nineteenth is listed beside the map
    }

    void theDetailsHideNothingAndOpenNothingDangerous()
    {
        choose(QStringLiteral("64500"));
        m_page->setDetail(sample::detail());
        QStringList shown;
        for (const QLabel *label : m_page->detail()->findChildren<QLabel *>()) {
            if (label->text().isEmpty())
                continue;
            shown.append(label->text());
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(shown.contains(QStringLiteral("300,000 / not disclosed")));
        QVERIFY(shown.contains(QStringLiteral("AS-NORDIC")));
        QVERIFY(shown.join(u'\n').contains(QStringLiteral("<b>everybody</b>")));
        QVERIFY(shown.join(u'\n').contains(QStringLiteral("13 of them with operational ports on both sides")));
        QSignalSpy opened(m_page.get(), &CandidatesPage::linkWanted);
        for (LinkButton *link : m_page->detail()->findChildren<LinkButton *>())
            link->click();
        QVERIFY(opened.count() >= 3);
        for (const auto &one : opened)
            QVERIFY(one.first().toUrl().scheme() != QLatin1String("javascript"));
    }

    void everyPairOfPortsShowsItsAddressesSpeedsAndWhetherItIsLive()
    {
        NetworkDetail detail = sample::detail();
        auto &meeting = detail.exchanges.first();
        QCOMPARE(meeting.sessions.first().pair.family(), Family::IPv4);
        auto &live = meeting.sessions.first().pair;
        live.ownSpeedMbit = 10'000;
        live.otherSpeedMbit = 100'000;
        NetworkDetail::Session dead = meeting.sessions.first();
        dead.pair.otherPortId = 7;
        dead.pair.otherAddress = *IpAddress::parse(u"198.51.100.77");
        dead.pair.otherOperational = false;
        dead.standing = SessionStanding::Unusable;
        meeting.sessions = QList<NetworkDetail::Session>{meeting.sessions.first(), dead};
        Port port;
        port.address4 = dead.pair.ownAddress;
        meeting.ownPorts = {port};
        port.address6 = *IpAddress::parse(u"2001:db8::1");
        meeting.otherPorts = {port};
        const auto rows = exchangeRows(detail);
        QVERIFY2(rows.at(0).cells.at(1).toolTip.contains(QLatin1String("2 pairs of ports")),
                 qPrintable(rows.at(0).cells.at(1).toolTip));
        QCOMPARE(rows.at(0).cells.at(2).toolTip, QStringLiteral("We have no IPv6 here"));
        QCOMPARE(rows.at(1).cells.at(0).text, QStringLiteral("198.51.100.1 – 198.51.100.101 · 10G / 100G"));
        const Cell &said = rows.at(2).cells.at(0);
        QCOMPARE(said.text, QStringLiteral("198.51.100.1 – 198.51.100.77 · 10G / 100G · their port not operational"));
        QVERIFY2(said.toolTip.contains(QStringLiteral("Theirs: 198.51.100.77 · 100G · not operational")),
                 qPrintable(said.toolTip));
        QVERIFY2(said.spoken.startsWith(QStringLiteral("IPv4 not possible now")), qPrintable(said.spoken));
    }

    void bothAddressesOfAPairFitIntoTheLine()
    {
        NetworkDetail detail = sample::detail();
        auto &pair = detail.exchanges.first().sessions.first().pair;
        pair.ownAddress = *IpAddress::parse(u"2001:db8:1::a506:4496:1");
        pair.otherAddress = *IpAddress::parse(u"2001:db8:1::a501:3335:1");
        choose(QStringLiteral("64500"));
        m_page->setDetail(detail);
        const QString text = exchangeRows(detail).at(1).cells.at(0).text;
        QCOMPARE(text, QStringLiteral("2001:db8:1::a506:4496:1 – …:a501:3335:1"));
        const auto *table = m_page->detail()->findChild<QTableView *>(QStringLiteral("exchanges"));
        QVERIFY(table);
        QVERIFY(table->visualRect(table->model()->index(1, 0)).width() > table->fontMetrics().horizontalAdvance(text));
    }

    void aPolicyOfWhichOnlyThePageIsKnownIsStillALink()
    {
        choose(QStringLiteral("64500"));
        NetworkDetail detail = sample::detail();
        detail.network.policy.clear();
        detail.network.policyContracts.clear();
        m_page->setDetail(detail);
        const auto links = m_page->detail()->findChildren<LinkButton *>();
        QVERIFY(std::any_of(links.cbegin(), links.cend(),
                            [&detail](const LinkButton *link) { return link->text() == detail.network.policyUrl; }));
    }

    void theButtonDraftsWhatIsMissing()
    {
        choose(QStringLiteral("64500"));
        m_page->setDetail(sample::detail());
        QSignalSpy drafted(m_page.get(), &CandidatesPage::draftWanted);
        const int missing = sample::detail().missingSessions;
        QAction *draft = action(QStringLiteral("Draft"));
        QVERIFY(draft->text().contains(QString::number(missing)));
        QTest::keyClick(m_page->table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(drafted.count(), 1);
        QCOMPARE(drafted.first().at(1).value<QList<PortPair>>().size(), missing);
    }

    void aClickOnTheMapLeavesTheNetworksThatAreThere()
    {
        MapWidget *map = m_page->map();
        map->chooseCluster(clusterWith(QStringLiteral("14")));
        QCOMPARE(model()->rowCount(),
                 sample::networksAt(14).size() - (sample::networksAt(14).contains(Asn(64501)) ? 1 : 0));
        auto *everywhere = button<LinkButton>(QStringLiteral("Show Everywhere"));
        QVERIFY(everywhere->isVisible());
        QTest::mouseClick(everywhere, Qt::LeftButton);
        QCOMPARE(model()->rowCount(), 39);
        QVERIFY(!everywhere->isVisible());
    }

    void theSwitchShowsLocationsAndEachTableKeepsItsFilter()
    {
        m_page->filterBar()->setText(QStringLiteral("policy:open"));
        QTest::mouseClick(button<QAbstractButton>(QStringLiteral("Locations")), Qt::LeftButton);
        QCOMPARE(model()->totalCount(), 19);
        QVERIFY(m_page->filterBar()->text().isEmpty());
        m_page->filterBar()->setText(QStringLiteral("standing:theirs"));
        QCOMPARE(model()->rowCount(), 3);
        m_page->filterBar()->setText(QStringLiteral("-placed"));
        QCOMPARE(model()->rowCount(), 1);
        m_page->setMode(CandidatesPage::Networks);
        QCOMPARE(m_page->filterBar()->text(), QStringLiteral("policy:open"));
        m_page->setMode(CandidatesPage::Locations);
        QCOMPARE(m_page->filterBar()->text(), QStringLiteral("-placed"));
    }

    void aRelationIsSavedWhenLeftAndNotOverwrittenWhileTyped()
    {
        choose(QStringLiteral("64500"));
        m_page->setDetail(sample::detail());
        QSignalSpy edited(m_page.get(), &CandidatesPage::relationEdited);
        auto *comment = named<QLineEdit>(QStringLiteral("Comment"));
        comment->setFocus();
        QTest::keyClicks(comment, QStringLiteral("met at the forum"));
        NetworkDetail polled = sample::detail();
        polled.missingSessions = 1;
        m_page->setDetail(polled);
        QCOMPARE(comment->text(), QStringLiteral("met at the forum"));
        QTest::keyClick(comment, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.first().first().value<Relation>().comment, QStringLiteral("met at the forum"));
    }

    void aRefreshKeepsTheChosenNetworkInPlace()
    {
        choose(QStringLiteral("64503"));
        QSignalSpy wanted(m_page.get(), &CandidatesPage::detailWanted);
        QList<NetworkRow> rows = sample::networks(60);
        rows[20].missingSessions = 500;
        m_page->setNetworks(rows);
        QCOMPARE(m_page->currentKey(), QStringLiteral("64503"));
        QCOMPARE(wanted.count(), 0);
    }

    void aNetworkCanBeShownFromElsewhere()
    {
        m_page->filterBar()->setText(QStringLiteral("policy:restrictive"));
        m_page->showNetwork(Asn(64501)); // hidden, and filtered away
        QCOMPARE(m_page->currentKey(), QStringLiteral("64501"));
        m_page->showExchange(19);
        QCOMPARE(m_page->mode(), CandidatesPage::Locations);
        QCOMPARE(m_page->currentKey(), QStringLiteral("19"));
    }

    void limitsAndTrafficReadWell()
    {
        QCOMPARE(prefixLimitsText({}, {}), QStringLiteral("not disclosed"));
        QCOMPARE(prefixLimitsText(0, 0), QStringLiteral("not disclosed"));
        QCOMPARE(prefixLimitsText(1200, 300), QStringLiteral("1,200 / 300"));
        QCOMPARE(trafficText(QStringLiteral("5-10Gbps")), QStringLiteral("5–10 Gbps"));
        QCOMPARE(trafficText(QStringLiteral("100+Tbps")), QStringLiteral("100+ Tbps"));
        QCOMPARE(trafficText(QStringLiteral("a lot")), QStringLiteral("a lot"));
        QCOMPARE(trafficBits(QStringLiteral("1-5Gbps")).value_or(0), 3e9);
        QVERIFY(!trafficBits(QStringLiteral("a lot")));
    }

private:
    static QList<DetailContent::Table::Row> exchangeRows(const NetworkDetail &detail)
    {
        for (const auto &block : networkContent(detail, sample::now()).blocks) {
            const auto *table = std::get_if<DetailContent::Table>(&block);
            if (table && table->id == QLatin1String("exchanges"))
                return table->rows;
        }
        return {};
    }
    [[nodiscard]] TableModel *model() const { return m_page->table()->tableModel(); }
    void choose(const QString &key)
    {
        m_page->table()->setFocus();
        m_page->table()->setCurrentKey(key);
    }
    [[nodiscard]] QAction *action(const QString &text) const
    {
        for (QAction *one : m_page->actions()) {
            if (one->text().startsWith(text))
                return one;
        }
        return nullptr;
    }
    template<class Button> [[nodiscard]] Button *button(const QString &text) const
    {
        for (Button *one : m_page->findChildren<Button *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    template<class Widget> [[nodiscard]] Widget *named(const QString &name) const
    {
        for (Widget *one : m_page->findChildren<Widget *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] int clusterWith(const QString &key) const
    {
        const auto &clusters = m_page->map()->clusters();
        for (int i = 0; i < clusters.size(); ++i) {
            for (const int place : clusters.at(i).places) {
                if (m_page->map()->places().at(place).key == key)
                    return i;
            }
        }
        return -1;
    }

    test::ManualClock m_clock{sample::now()};
    std::unique_ptr<CandidatesPage> m_page;
};

QTEST_MAIN(TstCandidatesPage)
#include "tst_candidatespage.moc"
