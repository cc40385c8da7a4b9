// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/candidatespage.h"

#include "candidates/candidatesmap.h"
#include "candidates/locationtable.h"
#include "candidates/networkcontent.h"
#include "candidates/relationeditor.h"
#include "map/mapwidget.h"
#include "theme/palette.h"
#include "widgets/actionbutton.h"
#include "widgets/changingactions.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/linkbutton.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/segmentswitch.h"
#include "widgets/tableview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace peerdesk {

CandidatesPage::CandidatesPage(const Clock &clock, QWidget *parent)
    : TablePage(QStringLiteral("candidates"), parent)
    , m_clock(clock)
    , m_networkModel(new RowModel<NetworkRow>(
          networkTraits([this](Asn asn) { return exchangesOf(asn); }, [this] { return m_clock.now(); }), this))
    , m_locationModel(new RowModel<LocationRow>(locationTraits(), this))
    , m_map(new MapWidget)
    , m_switch(new SegmentSwitch({tr("Networks"), tr("Locations")}))
    , m_restrictionText(new QLabel)
    , m_restrictionClear(new LinkButton(tr("Show Everywhere")))
    , m_relation(new RelationEditor)
    , m_changes(new ChangingActions(this))
{
    buildTop();
    addActions();
    detail()->addHeaderWidget(m_relation);
    detail()->setNothing(tr("Choose a network to see everything about it"));

    connect(m_switch, &SegmentSwitch::currentChanged, this, [this](int mode) { setMode(static_cast<Mode>(mode)); });
    connect(m_map, &MapWidget::placesChosen, this, &CandidatesPage::restrictTo);
    connect(m_restrictionClear, &QAbstractButton::clicked, this, [this] { restrictTo({}); });
    connect(this, &TablePage::currentKeyChanged, this, &CandidatesPage::choose);
    connect(m_relation, &RelationEditor::edited, this, &CandidatesPage::relationEdited);
    connect(detail(), &DetailPane::linkActivated, this, &CandidatesPage::linkWanted);
    connect(detail(), &DetailPane::rowActivated, this, [this](const QString &table, const QString &key) {
        if (table.endsWith(QLatin1String("exchanges")))
            m_map->setSelected({key.section(u'/', 0, 0)}); // a pair of ports stands for its exchange
    });
    setCountText([this](int count) {
        return mode() == Networks ? tr("%n network(s)", nullptr, count) : tr("%n location(s)", nullptr, count);
    });
    setMode(Networks);
}

CandidatesPage::~CandidatesPage()
{
    // What is being typed is saved while there is still somebody to save it.
    if (QWidget *typing = focusWidget())
        typing->clearFocus();
    m_relation->blockSignals(true);
    m_map->blockSignals(true);
}

void CandidatesPage::buildTop()
{
    addSplitAboveTable(m_map);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    const int margin = fontMetrics().height() * 2 / 5;
    line->setContentsMargins(margin * 5 / 3, margin, margin * 5 / 3, margin);
    line->addWidget(m_switch, 1);
    m_restrictionText->setTextFormat(Qt::PlainText);
    m_restrictionText->setForegroundRole(role::secondaryText);
    line->addWidget(m_restrictionText);
    line->addWidget(m_restrictionClear);
    addAboveTable(row);
    refreshRestriction();
}

void CandidatesPage::addActions()
{
    m_draft = addPageAction(this, MenuPlace::Session, Icon::DraftPlus, tr("Draft Sessions"), Qt::CTRL | Qt::Key_D);
    m_draft->setIcon(icon(Icon::DraftPlus, Tint::OnAccent));
    connect(m_draft, &QAction::triggered, this, &CandidatesPage::draft);
    m_ask = addPageAction(this, MenuPlace::Network, Icon::Refresh, tr("Ask Its Endpoint for Locations"));
    connect(m_ask, &QAction::triggered, this, [this] { Q_EMIT askLocationsWanted(m_chosen); });
    m_showHidden = addPageAction(this, MenuPlace::View, Icon::None, tr("Show Networks That Are No Candidates"));
    m_showHidden->setCheckable(true);
    connect(m_showHidden, &QAction::toggled, this, &CandidatesPage::refreshRows);
    QAction *directory = addPageAction(this, MenuPlace::Network, Icon::External, tr("Open in PeeringDB"));
    connect(directory, &QAction::triggered, this, [this] {
        if (m_chosen.isValid())
            Q_EMIT linkWanted(QUrl(QStringLiteral("https://www.peeringdb.com/asn/%1").arg(m_chosen.number())));
    });
    QAction *import = addPageAction(this, MenuPlace::File, Icon::Upload, tr("Import Existing Sessions…"));
    connect(import, &QAction::triggered, this, &CandidatesPage::importWanted);
    QAction *showMap = addPageAction(this, MenuPlace::View, Icon::Globe, tr("Map"), Qt::CTRL | Qt::Key_M);
    showMap->setCheckable(true);
    showMap->setChecked(true);
    connect(showMap, &QAction::toggled, m_map, &QWidget::setVisible);

    for (QAction *action : {m_draft, m_ask, import})
        m_changes->addAction(action);
    m_draftButton = new ActionButton(m_draft);
    m_draftButton->setPrimary(true);
    detail()->addButton(m_draftButton);
    auto *more = new ActionButton(icon(Icon::More), QString());
    more->setAccessibleName(tr("More actions"));
    auto *menu = new QMenu(more);
    menu->addActions({m_ask, directory, import});
    connect(more, &QAbstractButton::clicked, menu,
            [menu, more] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    detail()->addButton(more);
}

void CandidatesPage::setReadOnly(const QString &why)
{
    m_changes->setForbidden(why);
    m_relation->setReadOnly(why);
}

CandidatesPage::Mode CandidatesPage::mode() const
{
    return static_cast<Mode>(m_switch->current());
}

void CandidatesPage::setMode(Mode mode)
{
    m_switch->setCurrent(mode);
    const bool networks = mode == Networks;
    if (table()->tableModel()) {
        const bool wereNetworks = table()->tableModel() == m_networkModel;
        if (wereNetworks == networks)
            return;
        (wereNetworks ? m_networkFilter : m_locationFilter) = filterBar()->text();
    }
    QStringList names;
    for (const LocationRow &row : std::as_const(m_locations))
        names.append(row.name);
    filterBar()->setFields(networks ? networkFields(names) : locationFields());
    filterBar()->setPlaceholder(networks
                                    ? tr("Filter: policy:open, missing>3, exchange:\"DE-CIX\", traffic>10G, or a name")
                                    : tr("Filter: city:frankfurt, missing>10, standing:theirs, or a name"));
    table()->setSettingsId(networks ? QStringLiteral("candidates") : QStringLiteral("locations"));
    if (networks)
        setModel(m_networkModel);
    else
        setModel(m_locationModel);
    filterBar()->setText(networks ? m_networkFilter : m_locationFilter);
    table()->sortAtFirst(networks ? 3 : 5, Qt::DescendingOrder);
    refreshRestriction();
    if (networks && m_chosen.isValid())
        table()->setCurrentKey(networkKey(m_chosen));
}

void CandidatesPage::setNetworks(const QList<NetworkRow> &rows)
{
    m_networks = rows;
    m_exchangesOf.clear();
    refreshRows();
}

void CandidatesPage::refreshRows()
{
    QList<NetworkRow> rows;
    rows.reserve(m_networks.size());
    for (const NetworkRow &row : std::as_const(m_networks)) {
        if (!row.hidden || m_showHidden->isChecked())
            rows.append(row);
    }
    m_networkModel->setRows(std::move(rows));
}

void CandidatesPage::setLocations(const QList<LocationRow> &rows)
{
    m_locations = rows;
    m_exchangesOf.clear();
    m_locationModel->setRows(rows);
    if (mode() == Networks) {
        QStringList names;
        for (const LocationRow &row : rows)
            names.append(row.name);
        filterBar()->setFields(networkFields(names));
    }
    refreshMap();
}

void CandidatesPage::setNetworksAt(std::function<QList<Asn>(std::uint32_t)> networksAt)
{
    m_networksAt = std::move(networksAt);
    m_exchangesOf.clear();
}

QStringList CandidatesPage::exchangesOf(Asn asn)
{
    if (m_exchangesOf.isEmpty() && m_networksAt) {
        for (const LocationRow &row : std::as_const(m_locations)) {
            const QList<Asn> there = m_networksAt(row.exchangeId);
            for (const Asn one : there)
                m_exchangesOf[one].append(row.name);
        }
    }
    return m_exchangesOf.value(asn);
}

const LocationRow *CandidatesPage::location(const QString &key) const
{
    const auto found = std::find_if(m_locations.cbegin(), m_locations.cend(),
                                    [&key](const LocationRow &row) { return locationKey(row.exchangeId) == key; });
    return found == m_locations.cend() ? nullptr : &*found;
}

void CandidatesPage::choose(const QString &key)
{
    if (mode() == Locations) {
        m_map->setSelected(key.isEmpty() ? QSet<QString>() : QSet<QString>{key});
        refreshDetail();
        return;
    }
    const Asn asn = networkOf(key);
    if (asn == m_chosen)
        return;
    m_chosen = asn;
    m_map->setSelected({});
    messages()->clear(QStringLiteral("locations"));
    if (asn.isValid()) {
        Q_EMIT detailWanted(asn); // the old details stay until the new ones are there: nothing flickers
    } else {
        m_detail.reset();
        refreshDetail();
        refreshMap();
    }
}

void CandidatesPage::setDetail(const NetworkDetail &given)
{
    if (given.network.asn != m_chosen)
        return;
    m_detail = given;
    refreshDetail();
    refreshMap();
}

void CandidatesPage::refreshDetail()
{
    const bool networks = mode() == Networks;
    const LocationRow *row = networks ? nullptr : location(currentKey());
    m_relation->setVisible(networks && m_detail);
    const int missing = m_detail && networks ? m_detail->missingSessions : 0;
    m_draft->setText(missing > 0 ? tr("Draft %n Session(s)", nullptr, missing) : tr("Draft Sessions"));
    m_draft->setEnabled(missing > 0);
    m_draft->setToolTip(missing > 0 ? QString() : tr("Nothing is missing with this network"));
    m_draftButton->setVisible(networks);
    m_ask->setEnabled(networks && m_detail && m_detail->endpoint);
    if (networks && m_detail) {
        m_relation->setRelation(m_detail->relation);
        detail()->setContent(networkContent(*m_detail, m_clock.now()));
    } else if (row) {
        detail()->setContent(locationContent(*row));
    } else {
        detail()->setNothing(networks ? tr("Choose a network to see everything about it") : tr("Choose an exchange"));
    }
}

void CandidatesPage::refreshMap()
{
    const CandidatePlaces places = candidatePlaces(m_locations, mode() == Networks ? m_detail : std::nullopt);
    m_map->setPlaces(places.placed);
    m_map->setUnplaced(places.unplaced);
}

void CandidatesPage::restrictTo(const QStringList &exchangeKeys)
{
    m_restriction = exchangeKeys;
    m_map->setSelected(QSet<QString>(exchangeKeys.cbegin(), exchangeKeys.cend()));
    refreshRestriction();
}

/// A click on the map leaves the table with the networks that are there, and says so.
void CandidatesPage::refreshRestriction()
{
    m_restrictionText->setVisible(!m_restriction.isEmpty());
    m_restrictionClear->setVisible(!m_restriction.isEmpty());
    const LocationRow *only = m_restriction.size() == 1 ? location(m_restriction.first()) : nullptr;
    m_restrictionText->setText(only ? tr("At %1").arg(only->name)
                                    : tr("At %n exchanges", nullptr, static_cast<int>(m_restriction.size())));
    QSet<QString> networks;
    for (const QString &key : std::as_const(m_restriction)) {
        const QList<Asn> there = m_networksAt ? m_networksAt(key.toUInt()) : QList<Asn>();
        for (const Asn asn : there)
            networks.insert(networkKey(asn));
    }
    if (!m_restriction.isEmpty() && networks.isEmpty())
        networks.insert(QString()); // nobody of the table is there: an empty set would mean everybody
    m_networkModel->setOnlyKeys(networks);
    m_locationModel->setOnlyKeys(QSet<QString>(m_restriction.cbegin(), m_restriction.cend()));
}

void CandidatesPage::showNetwork(Asn asn)
{
    setMode(Networks);
    if (m_networkModel->rowOf(networkKey(asn)) < 0) {
        restrictTo({});
        const auto row = std::find_if(m_networks.cbegin(), m_networks.cend(),
                                      [asn](const NetworkRow &one) { return one.asn == asn; });
        if (row != m_networks.cend() && row->hidden)
            m_showHidden->setChecked(true);
    }
    showKey(networkKey(asn));
}

void CandidatesPage::showExchange(std::uint32_t exchangeId)
{
    setMode(Locations);
    restrictTo({});
    showKey(locationKey(exchangeId));
}

void CandidatesPage::setLocationsRefusal(const QString &sentence)
{
    if (sentence.isEmpty())
        messages()->clear(QStringLiteral("locations"));
    else
        messages()->post(QStringLiteral("locations"), {sentence, Tone::Pending, {}, nullptr});
}

void CandidatesPage::draft()
{
    if (!m_detail)
        return;
    QList<PortPair> pairs;
    for (const auto &meeting : std::as_const(m_detail->exchanges)) {
        for (const auto &session : meeting.sessions) {
            if (session.standing == SessionStanding::Missing && session.pair.isUsable())
                pairs.append(session.pair);
        }
    }
    if (!pairs.isEmpty())
        Q_EMIT draftWanted(m_detail->network.asn, pairs);
}

} // namespace peerdesk
