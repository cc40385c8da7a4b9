// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace peerdesk {

/// A titled group of settings: words on the left, fields on the right, explanations small beneath their field.
class SettingsGroup : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsGroup(const QString &title, QWidget *parent = nullptr);

protected:
    /// `label` becomes the field's name for assistive technology too.
    void addRow(const QString &label, QWidget *field, const QString &note = {});
    /// Over the whole width.
    void addWide(QWidget *widget);
    QLabel *addNote(const QString &text);

private:
    QGridLayout *m_grid;
};

} // namespace peerdesk
