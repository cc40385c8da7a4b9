// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QHash>

namespace peerdesk {

/// Those actions of a page that change what is shared. Where nothing may be changed they are off together and say why;
/// otherwise each is on or off for reasons of its own, which are kept meanwhile.
class ChangingActions : public QActionGroup
{
    Q_OBJECT

public:
    explicit ChangingActions(QObject *parent);

    /// The reason, for tooltips; empty lets the actions be.
    void setForbidden(const QString &why);
    [[nodiscard]] const QString &why() const { return m_why; }

private:
    QString m_why;
    QHash<QAction *, QString> m_toolTips; ///< their own, meanwhile
};

} // namespace peerdesk
