// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QAbstractItemModel;
class QWidget;

namespace peerdesk::test {

/// What can be read on a window now: a line for each visible widget with words and for each row in view.
[[nodiscard]] QStringList visibleWords(const QWidget *window);

/// The cells of a row, joined by " | ".
[[nodiscard]] QString wordsOfRow(const QAbstractItemModel *model, int row);

} // namespace peerdesk::test
