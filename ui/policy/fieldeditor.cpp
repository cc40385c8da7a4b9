// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/fieldeditor.h"

#include "policy/policywords.h"
#include "policy/wordsbutton.h"
#include "theme/palette.h"
#include "widgets/textfield.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

using Shape = RuleFieldKind::Shape;

QStringList splitList(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace

FieldEditor::FieldEditor(const RuleFieldKind &kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_note(new QLabel(this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(role::secondaryText);
    m_note->hide();
    QWidget *editor = nullptr;
    if (kind.shape == Shape::Choice || kind.shape == Shape::YesNo)
        editor = makeChoice();
    else if (kind.shape == Shape::Day)
        editor = makeDay();
    else if (kind.shape == Shape::Words && !kind.words.isEmpty())
        editor = makeWords();
    else
        editor = makeLine();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 5);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    setFocusProxy(editor);
    QWidget *named = editor->focusProxy() ? editor->focusProxy() : editor;
    named->setAccessibleName(fieldLabel(kind.key));
}

QWidget *FieldEditor::makeLine()
{
    m_line = new TextField(nullptr, this);
    m_line->setPlaceholder(fieldExample(m_kind.key));
    connect(m_line->edit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT edited(m_kind.isList() ? splitList(text) : QStringList{text.trimmed()});
    });
    connect(m_line->edit(), &QLineEdit::editingFinished, this, &FieldEditor::showProblem);
    return m_line;
}

QWidget *FieldEditor::makeChoice()
{
    m_choice = new QComboBox(this);
    const QStringList words =
        m_kind.shape == Shape::YesNo ? QStringList{QStringLiteral("true"), QStringLiteral("false")} : m_kind.words;
    for (const QString &word : words)
        m_choice->addItem(fieldWord(m_kind.key, word), word);
    connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT edited({m_choice->currentData().toString()}); });
    return m_choice;
}

QWidget *FieldEditor::makeDay()
{
    m_day = new QDateEdit(this);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    connect(m_day, &QDateEdit::dateChanged, this, [this](QDate day) { Q_EMIT edited({day.toString(Qt::ISODate)}); });
    return m_day;
}

QWidget *FieldEditor::makeWords()
{
    m_words = new WordsButton(
        m_kind.words, [key = m_kind.key](const QString &word) { return fieldWord(key, word); }, this);
    connect(m_words, &WordsButton::chosenChanged, this, [this] { Q_EMIT edited(m_words->chosen()); });
    return m_words;
}

void FieldEditor::setValues(const QStringList &values)
{
    if (m_line)
        m_line->setText(values.join(QStringLiteral(", ")));
    if (m_choice)
        m_choice->setCurrentIndex(m_choice->findData(values.value(0)));
    if (m_words)
        m_words->setChosen(values);
    if (m_day) {
        const QSignalBlocker quiet(m_day);
        m_day->setDate(QDate::fromString(values.value(0), Qt::ISODate));
    }
}

void FieldEditor::setProblem(const QString &problem)
{
    m_problem = problem.isEmpty()
                    ? QString()
                    : tr("%1 %2", "a field and what is wrong with it").arg(fieldLabel(m_kind.key), problem);
    if (m_problem.isEmpty() || !m_line || !m_line->edit()->hasFocus())
        showProblem();
}

void FieldEditor::showProblem()
{
    if (m_line)
        m_line->setProblem(m_problem);
    else
        setNote(m_problem);
}

void FieldEditor::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace peerdesk
