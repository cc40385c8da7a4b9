// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/checksheet.h"

#include "widgets/cell.h"
#include "widgets/iconlabel.h"
#include "workflow/errortext.h"

#include <QCoroTask>
#include <QPlainTextEdit>
#include <QPushButton>

namespace peerdesk {
namespace {

Cell answerCell(const KeyAnswer &answer)
{
    switch (answer.verdict) {
    case KeyAnswer::Verdict::Good:
        return {.text = answer.sentence, .icon = Icon::CircleCheck, .tone = Tone::Established};
    case KeyAnswer::Verdict::Bad:
        return {.text = answer.sentence, .icon = Icon::CircleX, .tone = Tone::Rejected};
    case KeyAnswer::Verdict::Unclear:
        break;
    }
    return {.text = answer.sentence, .icon = Icon::CircleQuestion, .tone = Tone::Pending};
}

} // namespace

CheckSheet::CheckSheet(Keys &keys, QWidget *parent)
    : Sheet(tr("Check Key"), tr("Check"), parent)
    , m_keys(keys)
    , m_text(new QPlainTextEdit(this))
    , m_answer(new IconLabel({}, this))
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 5);
    m_text->setPlaceholderText(tr("A key, its reference, or the text of a letter's code"));
    addRow(tr("What was sent"), m_text, tr("A key is shown to the issuer alone and is not kept."));
    addWide(m_answer);
    m_answer->hide();
    cancel()->setText(tr("Close"));
    setReady(false);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_answer->hide();
        setProblems({});
        setReady(!m_text->toPlainText().trimmed().isEmpty());
    });
    connect(deed(), &QPushButton::clicked, this, &CheckSheet::check);
}

void CheckSheet::check()
{
    setReady(false);
    setProblems({});
    m_answer->hide();
    QCoro::connect(m_keys.check(Secret(m_text->toPlainText().trimmed())), this,
                   [this](const Result<KeyAnswer> &answer) {
                       setReady(true);
                       if (answer)
                           tell(*answer);
                       else
                           setProblems({errorSentence(answer.error(), tr("The issuer"))});
                   });
}

void CheckSheet::tell(const KeyAnswer &answer)
{
    m_answer->setCell(answerCell(answer));
    m_answer->setNote(answer.note);
    m_answer->setAccessibleName(answer.sentence);
    m_answer->show();
    growToFit();
}

} // namespace peerdesk
