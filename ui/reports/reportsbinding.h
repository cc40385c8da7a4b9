// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QObject>

namespace peerdesk {

class Reports;
class ReportsPage;

/// Joins the Reports page to the workflow: asks for the report whenever its period or filter changed, and drops answers
/// that a later question has overtaken. Owned by app/desktop.
class ReportsBinding : public QObject
{
    Q_OBJECT

public:
    ReportsBinding(ReportsPage &page, Reports &reports, QObject *parent = nullptr);

    void setOwnAsn(Asn own);

private:
    void refresh();

    ReportsPage &m_page;
    Reports &m_reports;
    Asn m_own;
    int m_asked = 0;
};

} // namespace peerdesk
