// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/relation.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace peerdesk {

/// What one of our networks thinks of another: a word, until when, and a comment. Saved as soon as a field is left;
/// a refresh never overwrites what somebody is typing.
class RelationEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RelationEditor(QWidget *parent = nullptr);

    /// The relation as stored. For another network everything is replaced, for the same one only what is not touched.
    void setRelation(const Relation &relation);
    /// Why nothing can be changed; empty if it can.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void edited(const peerdesk::Relation &relation);

private:
    void save();
    void display(const Relation &relation);
    [[nodiscard]] Relation shown() const;

    Relation m_stored;
    bool m_readOnly = false;
    QComboBox *m_kind;
    QDateEdit *m_until;
    QLineEdit *m_comment;
};

} // namespace peerdesk
