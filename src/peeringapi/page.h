// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QList>
#include <QString>

namespace peerdesk {

/// One page of a list, or all of its pages together.
template<class T> struct Page
{
    QList<T> items;
    QString nextToken;           ///< empty on the last page
    QList<FieldError> malformed; ///< entries that could not be read; the others stand
};

} // namespace peerdesk
