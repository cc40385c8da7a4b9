// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportsbinding.h"

#include "reports/reportspage.h"
#include "widgets/messagebar.h"
#include "workflow/errortext.h"
#include "workflow/reports/reports.h"

namespace peerdesk {

ReportsBinding::ReportsBinding(ReportsPage &page, Reports &reports, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_reports(reports)
{
    connect(&page, &ReportsPage::reportWanted, this, &ReportsBinding::refresh);
}

void ReportsBinding::setOwnAsn(Asn own)
{
    if (own == m_own)
        return;
    m_own = own;
    m_page.setReport({});
    refresh();
}

void ReportsBinding::refresh()
{
    if (!m_own.isValid() || !m_page.isVisible())
        return; // showing the page asks again
    ReportQuery query = m_page.query();
    query.ownAsn = m_own;
    QCoro::connect(m_reports.sessions(query), this, [this, asked = ++m_asked](const Result<SessionReport> &report) {
        if (asked != m_asked)
            return;
        if (report) {
            m_page.messages()->clear(QStringLiteral("report"));
            m_page.setReport(*report);
        } else {
            m_page.messages()->post(QStringLiteral("report"),
                                    {errorSentence(report.error(), tr("The report")), Tone::Rejected, {}, nullptr});
        }
    });
}

} // namespace peerdesk
