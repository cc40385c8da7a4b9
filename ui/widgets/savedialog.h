// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace peerdesk {

/// What is asked when something is written to a file a person chooses.
struct SaveQuestion
{
    QString title;
    QString fileName;    ///< suggested, with its ending
    QStringList filters; ///< "Table for spreadsheets (*.csv)"
};

/// Asks with the platform's dialog and returns at once; `chosen` gets the path, once, unless the person cancels. The
/// dialog belongs to `parent`.
void askWhereToSave(QWidget *parent, const SaveQuestion &question, std::function<void(const QString &path)> chosen);

} // namespace peerdesk
