// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filter.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace peerdesk {

/// The line in which a filter is typed: frames each term, in red where it is not valid, and completes fields and
/// their values. Part of FilterBar.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    void setFields(const QList<FilterField> &fields);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// The term under the cursor is still being typed.
    [[nodiscard]] bool isBeingTyped(const Filter::Term &term) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void reparse();
    void offerCompletion();
    void complete(const QString &insert);
    [[nodiscard]] QList<FilterField> const &fields() const { return m_fields; }

    QList<FilterField> m_fields;
    Filter m_filter;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
};

} // namespace peerdesk
