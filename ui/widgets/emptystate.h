// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace peerdesk {

/// What stands where rows would be. The four kinds are four different situations with four different ways forward,
/// so each has its own words, set by the page.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        NeverSetUp,  ///< something has to be done once before anything can be here
        NothingYet,  ///< all is well, there is just nothing
        FilteredOut, ///< the filter hides everything
        Offline,     ///< could not be fetched
    };

    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` empty: no button.
    void setState(Kind kind, const QString &title, const QString &text, const QString &action = {});
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void actionRequested(EmptyState::Kind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void redrawIcon();

    Kind m_kind = Kind::NothingYet;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace peerdesk
