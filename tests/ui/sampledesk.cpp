// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledesk.h"

#include "samplecandidates.h"

#include "candidates/candidatespage.h"
#include "reports/reportspage.h"
#include "shell/asnswitch.h"
#include "shell/mainwindow.h"
#include "shell/sidebar.h"
#include "shell/statusstrip.h"
#include "widgets/actionbutton.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/relativetime.h"
#include "widgets/rowmodel.h"
#include "widgets/tablepage.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"

#include <QAction>

namespace peerdesk {
namespace {

constexpr UtcMs hour = 3'600'000;

struct AskedRow
{
    int asn = 0;
    QString name;
    QString by;
    int sessions = 0;
    StatusLook look;
    UtcMs age = 0;
    QString next;

    bool operator==(const AskedRow &other) const { return asn == other.asn && look.word == other.look.word; }
};

QList<AskedRow> someRequests()
{
    StatusLook partly{Icon::CircleDot, Tone::Approved, QStringLiteral("Partly approved")};
    StatusLook silent{Icon::CircleQuestion, Tone::Unestablished, QStringLiteral("No answer")};
    return {
        {64510, QStringLiteral("Nordic Fibre"), QStringLiteral("API"), 8, partly, 2 * hour,
         QStringLiteral("Answer the offer")},
        {65541,
         QStringLiteral("Pacific Transit"),
         QStringLiteral("API"),
         4,
         statusLook(Status::Established),
         24 * hour,
         {}},
        {65542, QStringLiteral("Summit Media"), QStringLiteral("Mail"), 6, silent, 15 * 24 * hour,
         QStringLiteral("Remind")},
        {64511, QStringLiteral("Baltic Cloud"), QStringLiteral("API"), 2, statusLook(Status::Pending), hour / 3, {}},
        {65543, QStringLiteral("Delta Edge"), QStringLiteral("API"), 3, statusLook(Status::Unestablished),
         6 * 24 * hour, QStringLiteral("Configure or withdraw")},
        {65544,
         QStringLiteral("Orchard Games"),
         QStringLiteral("API"),
         5,
         statusLook(Status::Rejected),
         8 * 24 * hour,
         {}},
        {65545, QStringLiteral("Harbour Cable"), QStringLiteral("API"), 2, statusLook(Status::Held), 5 * hour, {}},
        {65546, QStringLiteral("Mesa Wireless"), QStringLiteral("API"), 1, statusLook(Status::OutcomeUnknown), hour,
         QStringLiteral("Look at the other side")},
    };
}

RowTraits<AskedRow> requestTraits()
{
    RowTraits<AskedRow> traits;
    traits.key = [](const AskedRow &row) { return QString::number(row.asn); };
    traits.columns = {
        {{.id = QStringLiteral("asn"), .title = QStringLiteral("ASN"), .width = 7, .numeric = true, .filterField = 0},
         [](const AskedRow &row) { return Cell{.text = QString::number(row.asn)}; },
         [](const AskedRow &row) { return SortKey(double(row.asn)); }},
        {{.id = QStringLiteral("name"), .title = QStringLiteral("Network"), .width = 20, .filterField = 1},
         [](const AskedRow &row) { return Cell{.text = row.name}; }},
        {{.id = QStringLiteral("by"), .title = QStringLiteral("By"), .width = 6},
         [](const AskedRow &row) { return Cell{.text = row.by, .secondary = true}; }},
        {{.id = QStringLiteral("sessions"), .title = QStringLiteral("Sessions"), .width = 8, .numeric = true},
         [](const AskedRow &row) { return Cell{.text = QString::number(row.sessions)}; },
         [](const AskedRow &row) { return SortKey(double(row.sessions)); }},
        {{.id = QStringLiteral("status"), .title = QStringLiteral("Status"), .width = 20, .filterField = 2},
         [](const AskedRow &row) { return statusCell(row.look); }},
        {{.id = QStringLiteral("age"), .title = QStringLiteral("Age"), .width = 8},
         [](const AskedRow &row) { return Cell{.text = shortAge(row.age), .secondary = true}; },
         [](const AskedRow &row) { return SortKey(double(row.age)); }},
        {{.id = QStringLiteral("next"), .title = QStringLiteral("Next step"), .width = 24, .stretch = true},
         [](const AskedRow &row) { return Cell{.text = row.next, .tone = Tone::Approved}; }},
    };
    traits.filterValue = [](const AskedRow &row, int field) -> FilterValue {
        switch (field) {
        case 0:
            return double(row.asn);
        case 1:
            return row.name;
        default:
            return row.look.word;
        }
    };
    traits.sentence = [](const AskedRow &row) {
        return QStringLiteral("AS%1 %2, %3").arg(row.asn).arg(row.name, row.look.word.toLower());
    };
    return traits;
}

QList<FilterField> requestFields()
{
    return {
        {QStringLiteral("asn"), QStringLiteral("AS number"), FilterField::Kind::Number, {}, true},
        {QStringLiteral("network"), QStringLiteral("Name of the network"), FilterField::Kind::Text, {}, true},
        {QStringLiteral("status"),
         QStringLiteral("Where it stands"),
         FilterField::Kind::Enum,
         {QStringLiteral("pending"), QStringLiteral("rejected"), QStringLiteral("established")},
         false},
    };
}

DetailContent requestDetail()
{
    using D = DetailContent;
    const UtcMs now = fromRfc3339(QStringLiteral("2026-11-23T16:00:00Z"));
    DetailContent content{.key = QStringLiteral("64510"),
                          .title = QStringLiteral("Nordic Fibre"),
                          .subtitle = QStringLiteral("AS64510 · asked 2 hours ago through the API"),
                          .blocks = {}};
    D::Table table;
    table.id = QStringLiteral("sessions");
    table.columns = {{.id = QStringLiteral("s"), .title = QStringLiteral("Session"), .stretch = true},
                     {.id = QStringLiteral("st"), .title = QStringLiteral("Status"), .width = 14}};
    const QList<std::pair<QString, Status>> sessions = {{QStringLiteral("DE-CIX Frankfurt v4"), Status::Established},
                                                        {QStringLiteral("DE-CIX Frankfurt v6"), Status::Established},
                                                        {QStringLiteral("AMS-IX v4"), Status::Approved},
                                                        {QStringLiteral("LINX LON1 v4"), Status::Rejected},
                                                        {QStringLiteral("Netnod Stockholm v4"), Status::Offered}};
    for (const auto &[name, status] : sessions)
        table.rows.append({name, {Cell{.text = name}, statusCell(statusLook(status))}});
    content.blocks = {
        table,
        D::Text{QStringLiteral("LINX LON1: “We leave this exchange in December.”"), Tone::Rejected},
        D::Fields{
            {{QStringLiteral("Policy"), Cell{.text = QStringLiteral("Open, no contract")}},
             {QStringLiteral("AS-SET"), Cell{.text = QStringLiteral("AS-NORDIC"), .mono = true}},
             {QStringLiteral("Contact"), Cell{.text = QStringLiteral("peering@nordic.example")},
              QUrl(QStringLiteral("mailto:peering@nordic.example"))},
             {QStringLiteral("Endpoint"),
              Cell{.text = QStringLiteral("known, signed in"), .icon = Icon::CircleCheck, .tone = Tone::Established}}}},
        D::Section{QStringLiteral("Evidence")},
        D::Evidence{{{Icon::ShieldCheck, Tone::Established,
                      QStringLiteral("Signed in as M. Ops, may manage sessions of AS64510"),
                      QStringLiteral("PeeringDB, verified 5 hours ago")},
                     {Icon::TriangleAlert, Tone::Pending, QStringLiteral("2001:db8:a::37 is not registered there yet"),
                      QStringLiteral("PeeringDB record changed 40 days ago")}}},
        D::Section{QStringLiteral("Timeline"), 3},
        D::Timeline{
            {{now - 2 * hour, QStringLiteral("Sent 5 sessions, request 550e…4400")},
             {now - hour, QStringLiteral("4 approved, 1 rejected, 2 offered; configure by 29 Nov")},
             {now - hour / 2, QStringLiteral("DE-CIX v4 established"), QStringLiteral("BIRD on fra1, and their word")}},
            now},
    };
    return content;
}

} // namespace

SampleDesk::SampleDesk()
    : m_clock(sample::now())
    , m_window(std::make_unique<MainWindow>())
{
    m_requests = makeRequests();
    m_inbound = makeInbound();
    m_window->addPage({QStringLiteral("candidates"), QStringLiteral("Candidates"), Icon::Candidates, makeCandidates()});
    m_window->addPage({QStringLiteral("drafts"), QStringLiteral("Drafts"), Icon::Drafts, makeEmpty()});
    m_window->addPage({QStringLiteral("requests"), QStringLiteral("Requests"), Icon::Requests, m_requests});
    m_window->addPage({QStringLiteral("inbound"), QStringLiteral("Inbound"), Icon::Inbound, m_inbound});
    m_window->addPage({QStringLiteral("sessions"), QStringLiteral("Sessions"), Icon::Sessions, new QWidget});
    m_window->addPage({QStringLiteral("keys"), QStringLiteral("Keys"), Icon::Keys, new QWidget});
    m_window->addPage({QStringLiteral("maintenance"), QStringLiteral("Maintenance"), Icon::Maintenance, new QWidget});
    m_window->addPage({QStringLiteral("reports"), QStringLiteral("Reports"), Icon::Reports, makeReports()});
    m_window->addPage({QStringLiteral("settings"), QStringLiteral("Settings"), Icon::Settings, new QWidget, true});
    m_window->setCounter(QStringLiteral("drafts"), 2);
    m_window->setCounter(QStringLiteral("requests"), 3);
    m_window->setCounter(QStringLiteral("inbound"), 5);
    m_window->sidebar()->asnSwitch()->setNetworks({{Asn(64496), QStringLiteral("Example Networks")}}, Asn(64496));
    StatusStrip *status = m_window->status();
    status->setFact(QStringLiteral("user"),
                    {.text = QStringLiteral("Signed in as R. Coordinator"), .icon = Icon::UserCheck});
    status->setFact(
        QStringLiteral("endpoint"),
        {.text = QStringLiteral("Endpoint up, public"), .icon = Icon::Broadcast, .tone = Tone::Established});
    status->setFact(QStringLiteral("flight"), {.text = QStringLiteral("3 requests in flight")});
    status->setFact(QStringLiteral("mirror"), {.text = QStringLiteral("Mirror 12 min old")});
    status->setProgress(QStringLiteral("mirror"), QStringLiteral("Updating mirror"), 62'100, 102'267);
}

SampleDesk::~SampleDesk() = default;

QStringList SampleDesk::pages() const
{
    return {QStringLiteral("candidates"), QStringLiteral("drafts"), QStringLiteral("requests"),
            QStringLiteral("inbound"), QStringLiteral("reports")};
}

void SampleDesk::show(const QString &page)
{
    m_window->showPage(page);
}

TablePage *SampleDesk::makeRequests()
{
    auto *page = new TablePage({});
    auto *model = new RowModel<AskedRow>(requestTraits(), page);
    page->filterBar()->setFields(requestFields());
    page->filterBar()->setPlaceholder(QStringLiteral("Filter: status:, no-answer>14d, offered, network or exchange"));
    page->setCountText([](int count) { return QStringLiteral("%1 requests").arg(count); });
    page->setModel(model);
    model->setRows(someRequests());
    page->table()->setCurrentKey(QStringLiteral("64510"));
    auto *accept = addPageAction(page, MenuPlace::Session, Icon::Gift, QStringLiteral("Accept Offer"));
    accept->setIcon(icon(Icon::Gift, Tint::OnAccent));
    auto *primary = new ActionButton(accept);
    primary->setPrimary(true);
    page->detail()->addButton(primary);
    page->detail()->addButton(new ActionButton(QIcon(), QStringLiteral("Decline")));
    page->detail()->addButton(new ActionButton(icon(Icon::More), QString()));
    page->detail()->setContent(requestDetail());
    return page;
}

TablePage *SampleDesk::makeInbound()
{
    auto *page = new TablePage({});
    auto *model = new RowModel<AskedRow>(requestTraits(), page);
    model->setMarkingEnabled(true);
    page->filterBar()->setFields(requestFields());
    page->setModel(model);
    model->setRows(someRequests());
    page->filterBar()->setText(QStringLiteral("status:pending,rejected statsu:held asn>64000"));
    model->setMarked(QStringLiteral("64511"), true);
    page->table()->setCurrentKey(QStringLiteral("64511"));
    page->undoBar()->begin({QStringLiteral("Approving 2 sessions of AS64510"), {}, [] {}}, std::chrono::seconds(7));
    page->messages()->post(
        QStringLiteral("signin"),
        {QStringLiteral("The sign-in has expired. Nothing is lost; requests wait until it is renewed."), Tone::Rejected,
         QStringLiteral("Sign In Again"), [] {}});
    page->messages()->post(QStringLiteral("old"), {QStringLiteral("The mirror is 9 days old."), Tone::Pending,
                                                   QStringLiteral("Update"), [] {}});
    page->setKeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, QStringLiteral("next, previous")},
                       {{QStringLiteral("A")}, QStringLiteral("approve")},
                       {{QStringLiteral("R")}, QStringLiteral("reject")},
                       {{QStringLiteral("?")}, QStringLiteral("all keys")}});
    const auto button = [page](const QString &text, Icon name, const QKeySequence &key, bool first) {
        QAction *action = addPageAction(page, MenuPlace::Session, name, text, key);
        if (first)
            action->setIcon(icon(name, Tint::OnAccent));
        auto *made = new ActionButton(action);
        made->setPrimary(first);
        page->detail()->addButton(made);
    };
    button(QStringLiteral("Approve"), Icon::Check, Qt::Key_A, true);
    button(QStringLiteral("Reject"), Icon::None, Qt::Key_R, false);
    button(QStringLiteral("Hold"), Icon::None, Qt::Key_H, false);
    page->detail()->setContent(requestDetail());
    return page;
}

TablePage *SampleDesk::makeEmpty()
{
    auto *page = new TablePage({});
    page->filterBar()->setPlaceholder(QStringLiteral("Filter: policy:open, exchange:\"DE-CIX\", missing>3"));
    page->setEmpty(EmptyState::Kind::NeverSetUp, QStringLiteral("No copy of PeeringDB yet"),
                   QStringLiteral("Peerdesk works on its own copy of PeeringDB. Fetching it takes about a minute."),
                   QStringLiteral("Fetch PeeringDB"));
    page->detail()->setNothing(QStringLiteral("Choose a network to see its details"));
    return page;
}

QWidget *SampleDesk::makeCandidates()
{
    auto *page = new CandidatesPage(m_clock);
    page->setNetworksAt(sample::networksAt);
    page->setNetworks(sample::networks());
    page->setLocations(sample::locations());
    page->table()->setCurrentKey(QStringLiteral("64500"));
    page->setDetail(sample::detail());
    return page;
}

QWidget *SampleDesk::makeReports()
{
    auto *page = new ReportsPage(m_clock);
    page->setReport(sample::report());
    return page;
}

} // namespace peerdesk
