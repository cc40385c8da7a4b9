// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/ruleform.h"

#include "policy/fieldeditor.h"
#include "theme/palette.h"

#include <QButtonGroup>
#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace peerdesk {
namespace {

using Shape = RuleFieldKind::Shape;

const QString nameKey = QStringLiteral("name");
const QString verdictKey = QStringLiteral("verdict");
const QString reasonKey = QStringLiteral("reason");
const QString rejecting = QStringLiteral("reject");
constexpr int monthsDeclined = 3; // until somebody says otherwise

bool isCondition(const QString &key)
{
    return key != nameKey && key != verdictKey && key != reasonKey;
}

/// Before these the menu of conditions begins a new group.
bool beginsGroup(const QString &key)
{
    return key == u"location_type" || key == u"family" || key == u"registered" || key == u"min_prefixes"
           || key == u"min_shared_exchanges";
}

QStringList firstValues(const RuleFieldKind &kind)
{
    switch (kind.shape) {
    case Shape::Choice:
        return {kind.words.first()};
    case Shape::YesNo:
        return {QStringLiteral("true")};
    case Shape::Day:
        return {QDate::currentDate().addMonths(monthsDeclined).toString(Qt::ISODate)};
    case Shape::Text:
    case Shape::Number:
    case Shape::Numbers:
    case Shape::Words:
        break;
    }
    return {};
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(role::secondaryText);
    return label;
}

} // namespace

RuleForm::RuleForm(FieldNames names, QWidget *parent)
    : QWidget(parent)
    , m_names(std::move(names))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height() * 2 / 3);
}

void RuleForm::setRule(const QString &id, const QList<RuleField> &fields, const QHash<QString, QString> &problems)
{
    m_id = id;
    m_fields = fields;
    if (shape() != m_built)
        build();
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const QStringList values = valuesOf(editor->key());
        editor->setValues(values);
        editor->setNote(m_names ? m_names({editor->key(), values}) : QString());
        editor->setProblem(problems.value(editor->key()));
    }
}

void RuleForm::setPosture(Policy::Posture posture)
{
    if (!m_postures)
        buildPostures();
    m_postures->button(static_cast<int>(posture))->setChecked(true);
}

void RuleForm::buildPostures()
{
    clear();
    m_postures = new QButtonGroup(this);
    for (const auto posture : {Policy::Posture::Open, Policy::Posture::Selective, Policy::Posture::Restrictive}) {
        auto *button = new QRadioButton(postureWord(posture), this);
        button->setAccessibleDescription(postureText(posture));
        m_postures->addButton(button, static_cast<int>(posture));
        place(button);
        QLabel *meaning = quietLabel(postureText(posture), this);
        meaning->setIndent(fontMetrics().height() * 3 / 2);
        place(meaning);
        connect(button, &QRadioButton::clicked, this, [this, posture] { Q_EMIT postureEdited(posture); });
    }
}

void RuleForm::focusField(const QString &key)
{
    if (FieldEditor *editor = m_editors.value(key))
        editor->setFocus(Qt::OtherFocusReason);
}

void RuleForm::chooseCondition()
{
    if (m_add)
        m_add->showMenu();
}

/// What stands on the form besides the values: when it changes, the editors are made anew.
QStringList RuleForm::shape() const
{
    QStringList keys = {m_id, valuesOf(verdictKey).value(0) == rejecting ? rejecting : QString()};
    for (const RuleField &field : m_fields) {
        if (isCondition(field.key))
            keys.append(field.key);
    }
    return keys;
}

bool RuleForm::has(const QString &key) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&key](const RuleField &field) { return field.key == key; });
}

QStringList RuleForm::valuesOf(const QString &key) const
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&key](const RuleField &field) { return field.key == key; });
    return found == m_fields.end() ? QStringList() : found->values;
}

/// Shown at once and not with the next turn of the event loop, so that it can have the focus.
void RuleForm::place(QWidget *widget, Qt::Alignment alignment)
{
    m_layout->addWidget(widget, 0, alignment);
    widget->show();
}

void RuleForm::clear()
{
    m_built.clear();
    m_editors.clear();
    delete std::exchange(m_postures, nullptr);
    m_add = nullptr;
    m_conditions = nullptr;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // what it announces may have brought us here
        }
        delete item;
    }
}

void RuleForm::build()
{
    clear();
    m_built = shape();
    addField(nameKey, false);
    addField(verdictKey, false);
    if (valuesOf(verdictKey).value(0) == rejecting || has(reasonKey))
        addField(reasonKey, false);
    const bool any =
        std::any_of(m_fields.begin(), m_fields.end(), [](const RuleField &field) { return isCondition(field.key); });
    auto *heading = new QLabel(tr("Conditions"), this);
    QFont strong = heading->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    place(heading);
    place(quietLabel(any ? tr("The rule applies where all of them hold.")
                         : tr("There is none: the rule applies to everything."),
                     this));
    for (const RuleField &field : std::as_const(m_fields)) {
        if (isCondition(field.key))
            addField(field.key, true);
    }
    m_add = new QPushButton(icon(Icon::Plus), tr("Add Condition"), this);
    m_add->setAutoDefault(false);
    m_conditions = new QMenu(m_add);
    m_add->setMenu(m_conditions);
    fillConditions();
    place(m_add, Qt::AlignLeading);
}

void RuleForm::addField(const QString &key, bool removable)
{
    auto *field = new QWidget(this);
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 6);
    auto *head = new QHBoxLayout;
    auto *editor = new FieldEditor(ruleFieldKind(key), field);
    QLabel *label = quietLabel(fieldLabel(key), field);
    label->setBuddy(editor);
    head->addWidget(label, 1);
    if (removable) {
        auto *remove = new QToolButton(field);
        remove->setAutoRaise(true);
        remove->setIcon(icon(Icon::Close, Tint::Secondary));
        remove->setToolTip(tr("Remove This Condition"));
        remove->setAccessibleName(tr("Remove the condition “%1”").arg(fieldLabel(key)));
        connect(remove, &QToolButton::clicked, this, [this, key] { removeField(key); });
        head->addWidget(remove);
    }
    column->addLayout(head);
    column->addWidget(editor);
    connect(editor, &FieldEditor::edited, this, [this, key](const QStringList &values) { edit(key, values); });
    m_editors.insert(key, editor);
    place(field);
}

void RuleForm::fillConditions()
{
    for (const RuleFieldKind &kind : ruleFieldKinds()) {
        if (!isCondition(kind.key) || has(kind.key))
            continue;
        if (beginsGroup(kind.key))
            m_conditions->addSeparator();
        connect(m_conditions->addAction(fieldLabel(kind.key)), &QAction::triggered, this,
                [this, kind] { addCondition(kind); });
    }
}

void RuleForm::addCondition(const RuleFieldKind &kind)
{
    m_fields.append({kind.key, firstValues(kind)});
    Q_EMIT ruleEdited(m_fields);
    focusField(kind.key);
}

void RuleForm::edit(const QString &key, const QStringList &values)
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&key](const RuleField &field) { return field.key == key; });
    if (found != m_fields.end())
        found->values = values;
    else
        m_fields.append({key, values});
    // A reason is told with a rejection; one that is empty is none.
    const bool rejects = valuesOf(verdictKey).value(0) == rejecting;
    m_fields.removeIf(
        [rejects](const RuleField &field) { return field.key == reasonKey && (!rejects || field.value().isEmpty()); });
    Q_EMIT ruleEdited(m_fields);
}

void RuleForm::removeField(const QString &key)
{
    m_fields.removeIf([&key](const RuleField &field) { return field.key == key; });
    Q_EMIT ruleEdited(m_fields);
}

} // namespace peerdesk
