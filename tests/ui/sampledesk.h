// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/manualclock.h"

#include <QStringList>

#include <memory>

class QWidget;

namespace peerdesk {

class MainWindow;
class TablePage;

/// A window full of invented values: what the gallery draws and the tests press.
class SampleDesk
{
public:
    SampleDesk();
    ~SampleDesk();

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] TablePage *requests() const { return m_requests; }
    [[nodiscard]] TablePage *inbound() const { return m_inbound; }
    [[nodiscard]] QStringList pages() const;
    void show(const QString &page);

private:
    TablePage *makeRequests();
    TablePage *makeInbound();
    TablePage *makeEmpty();
    QWidget *makeCandidates();
    QWidget *makeReports();

    test::ManualClock m_clock;
    std::unique_ptr<MainWindow> m_window;
    TablePage *m_requests = nullptr;
    TablePage *m_inbound = nullptr;
};

} // namespace peerdesk
