// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QUrl;

namespace peerdesk {

/// What stands in for the browser that did not open: the address of the sign-in, to be copied into one. It has to be one
/// on this machine, for the way back leads to 127.0.0.1 (RFC 8252 section 7.3). Part of a page, or, with a window's
/// flags, a window of its own.
class BrowserAddress : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserAddress(QWidget *parent = nullptr, Qt::WindowFlags flags = {});

    void setAddress(const QUrl &address);

private:
    QLineEdit *m_address;
    QPushButton *m_copy;
};

} // namespace peerdesk
