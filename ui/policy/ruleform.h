// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policywords.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace peerdesk {

class FieldEditor;

/// The chosen rule as a form: its name, verdict and reason, and a field for each of its conditions, which are added from
/// a menu and taken out one by one. Or, for what is done where no rule applies, the network's posture. It holds no
/// policy: what is edited is announced, and the page gives it back with what is wrong.
class RuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit RuleForm(FieldNames names, QWidget *parent = nullptr);

    /// `problems` by field.
    void setRule(const QString &id, const QList<RuleField> &fields, const QHash<QString, QString> &problems);
    void setPosture(Policy::Posture posture);
    void focusField(const QString &key);
    /// Opens the menu of conditions.
    void chooseCondition();

Q_SIGNALS:
    void ruleEdited(const QList<RuleField> &fields);
    void postureEdited(Policy::Posture posture);

private:
    void place(QWidget *widget, Qt::Alignment alignment = {});
    void clear();
    void build();
    void buildPostures();
    void addField(const QString &key, bool removable);
    void fillConditions();
    void addCondition(const RuleFieldKind &kind);
    void edit(const QString &key, const QStringList &values);
    void removeField(const QString &key);
    [[nodiscard]] QStringList shape() const;
    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] QStringList valuesOf(const QString &key) const;

    FieldNames m_names;
    QString m_id;
    QList<RuleField> m_fields;
    QStringList m_built; ///< which editors there are, and for what
    QVBoxLayout *m_layout;
    QHash<QString, FieldEditor *> m_editors;
    QPushButton *m_add = nullptr;
    QMenu *m_conditions = nullptr;
    QButtonGroup *m_postures = nullptr; ///< while it shows the posture
};

} // namespace peerdesk
