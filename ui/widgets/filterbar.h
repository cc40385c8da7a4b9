// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filter.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace peerdesk {

class FilterEdit;
class IconLabel;
class LinkButton;

/// The bar above every table: where the filter is typed, what is wrong with it, how many rows it leaves, and Clear.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setFields(const QList<FilterField> &fields);
    [[nodiscard]] const QList<FilterField> &fields() const { return m_fields; }
    void setPlaceholder(const QString &text);
    [[nodiscard]] QString text() const;
    /// Applied at once.
    void setText(const QString &text);
    void clear() { setText({}); }
    void addValue(int field, const QString &value, bool negated);
    [[nodiscard]] const Filter &filter() const;

    /// "412 of 34,513", or `all` ("6 requests") while nothing is filtered.
    void setCounts(int shown, int total, const QString &all);
    void focusEdit();

Q_SIGNALS:
    void filterChanged(const Filter &filter);
    /// Down, Enter or Escape in the line: the table takes over.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();
    void explain();

    QList<FilterField> m_fields;
    FilterEdit *m_edit;
    QLabel *m_counts;
    LinkButton *m_clear;
    IconLabel *m_problem;
    QTimer *m_typing;
};

} // namespace peerdesk
