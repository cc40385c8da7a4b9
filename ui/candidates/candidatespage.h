// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "candidates/networktable.h"
#include "widgets/tablepage.h"

#include <QHash>

#include <optional>

class QAction;
class QLabel;

namespace peerdesk {

class ActionButton;
class Clock;
class LinkButton;
class ChangingActions;
class MapWidget;
class RelationEditor;
class SegmentSwitch;

/// Whom to meet where: map and table over the directory. Networks or Locations in the table; the map shows all of our
/// exchanges or, once a network is chosen, how it stands at each. Values come in by setters and wishes go out by
/// signals, so that the page is the same over the real workflow (CandidatesBinding) and over invented values.
class CandidatesPage : public TablePage
{
    Q_OBJECT

public:
    enum Mode { Networks, Locations };

    explicit CandidatesPage(const Clock &clock, QWidget *parent = nullptr);
    ~CandidatesPage() override;

    void setNetworks(const QList<NetworkRow> &rows);
    void setLocations(const QList<LocationRow> &rows);
    /// Of the network asked for last; others are too late and are dropped.
    void setDetail(const NetworkDetail &detail);
    /// Which networks of the table are at an exchange.
    void setNetworksAt(std::function<QList<Asn>(std::uint32_t)> networksAt);
    /// The refusal of the chosen network's GET /locations, in words; empty when it answered.
    void setLocationsRefusal(const QString &sentence);

    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why);

    [[nodiscard]] Mode mode() const;
    void setMode(Mode mode);
    [[nodiscard]] Asn chosenNetwork() const { return m_chosen; }
    void showNetwork(Asn asn);
    void showExchange(std::uint32_t exchangeId);
    [[nodiscard]] MapWidget *map() const { return m_map; }

Q_SIGNALS:
    void detailWanted(peerdesk::Asn asn);
    /// Every possible session with this network that is neither there nor asked for.
    void draftWanted(peerdesk::Asn asn, const QList<peerdesk::PortPair> &pairs);
    void relationEdited(const peerdesk::Relation &relation);
    void askLocationsWanted(peerdesk::Asn asn);
    void importWanted();
    void linkWanted(const QUrl &url);

private:
    void addActions();
    void buildTop();
    void refreshRows();
    void refreshMap();
    void refreshRestriction();
    void refreshDetail();
    void choose(const QString &key);
    void restrictTo(const QStringList &exchangeKeys);
    void draft();
    [[nodiscard]] QStringList exchangesOf(Asn asn);
    [[nodiscard]] const LocationRow *location(const QString &key) const;

    const Clock &m_clock;
    RowModel<NetworkRow> *m_networkModel;
    RowModel<LocationRow> *m_locationModel;
    QList<NetworkRow> m_networks;
    QList<LocationRow> m_locations;
    QString m_networkFilter; ///< each table keeps its own
    QString m_locationFilter;
    std::function<QList<Asn>(std::uint32_t)> m_networksAt;
    QHash<Asn, QStringList> m_exchangesOf; ///< filled when a filter first asks
    QStringList m_restriction;             ///< exchanges chosen on the map

    Asn m_chosen;
    std::optional<NetworkDetail> m_detail;

    MapWidget *m_map;
    SegmentSwitch *m_switch;
    QLabel *m_restrictionText;
    LinkButton *m_restrictionClear;
    ActionButton *m_draftButton;
    RelationEditor *m_relation;
    ChangingActions *m_changes;
    QAction *m_draft = nullptr;
    QAction *m_ask = nullptr;
    QAction *m_showHidden = nullptr;
};

} // namespace peerdesk
