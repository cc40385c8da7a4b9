// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/batchpane.h"

#include "drafts/batchmodel.h"
#include "drafts/batchtable.h"
#include "theme/palette.h"
#include "widgets/actionbutton.h"
#include "widgets/linkbutton.h"
#include "widgets/relativetime.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace peerdesk {
namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

BatchPane::BatchPane(QAction *send, const QList<QAction *> &rowActions, std::function<QStringList()> locationNames,
                     QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_subtitle(plainLabel(this))
    , m_reason(plainLabel(this))
    , m_problems(new LinkButton({}, this))
    , m_accept(new LinkButton({}, this))
    , m_keys(new LinkButton({}, this))
    , m_model(new BatchModel(this))
    , m_table(new BatchTable(std::move(locationNames), this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_subtitle->setForegroundRole(role::secondaryText);
    m_reason->setForegroundRole(role::secondaryText);
    m_table->setBatch(m_model);

    const int line = fontMetrics().height();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(line / 2);
    auto *sendButton = new ActionButton(send, this);
    sendButton->setPrimary(true);
    buttons->addWidget(sendButton);
    buttons->addWidget(m_problems);
    buttons->addWidget(m_reason);
    buttons->addWidget(m_accept);
    buttons->addStretch(1);
    for (QAction *action : rowActions)
        buttons->addWidget(new ActionButton(action, this));

    auto *head = new QVBoxLayout;
    head->setContentsMargins(line * 8 / 9, line * 7 / 9, line * 8 / 9, line * 3 / 4);
    head->setSpacing(0);
    head->addWidget(m_title);
    auto *below = new QHBoxLayout;
    below->setSpacing(line / 2);
    below->addWidget(m_subtitle);
    below->addWidget(m_keys);
    below->addStretch(1);
    head->addLayout(below);
    head->addSpacing(line * 3 / 4);
    head->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    connect(m_problems, &QAbstractButton::clicked, this, &BatchPane::goToNextProblem);
    connect(m_keys, &QAbstractButton::clicked, this, &BatchPane::keysWanted);
    connect(m_accept, &QAbstractButton::clicked, this, [this] { Q_EMIT warningsAccepted(rowsWithWarningsOnly()); });
}

void BatchPane::setReview(const DraftReview &review, UtcMs now)
{
    m_review = review;
    const QString asn = review.draft.otherAsn.toString();
    m_title->setText(review.otherName.isEmpty() ? asn : review.otherName);
    m_subtitle->setText(
        tr("%1 · %2 · saved %3")
            .arg(asn, tr("%n session(s)", nullptr, review.sessionCount()), relativeTime(review.draft.updatedAt, now)));
    m_subtitle->setToolTip(exactTime(review.draft.updatedAt));
    const auto keys = static_cast<int>(review.draft.keys.size());
    m_keys->setText(keys == 0 ? tr("No key as proof") : tr("%n key(s) as proof", nullptr, keys));
    m_keys->setToolTip(keys == 0 ? tr("Keys for resources (RAK) can go along, to prove what will be announced")
                                 : review.draft.keys.join(u'\n'));
    m_model->setReview(review);
    showReason();
}

void BatchPane::setBusy(const QString &why)
{
    m_busy = why;
    m_model->setEditable(why.isEmpty());
    m_keys->setEnabled(why.isEmpty());
    showReason();
}

QWidget *BatchPane::keysLink() const
{
    return m_keys;
}

void BatchPane::offerKeys(bool offered)
{
    m_keys->setVisible(offered);
}

QString BatchPane::reason() const
{
    if (!m_busy.isEmpty())
        return m_busy;
    if (m_review.problemCount() > 0)
        return tr("%n problem(s)", nullptr, m_review.problemCount());
    return m_review.proposals.isEmpty() ? tr("There is no session in it yet") : QString();
}

QStringList BatchPane::rowsWithWarningsOnly() const
{
    QStringList ids;
    for (const RowReview &row : m_review.rows) {
        const bool error = std::any_of(row.problems.begin(), row.problems.end(), [](const CellProblem &problem) {
            return problem.kind == CellProblem::Kind::Error;
        });
        if (row.blocked && !error)
            ids.append(row.itemId);
    }
    return ids;
}

void BatchPane::showReason()
{
    const bool problems = m_busy.isEmpty() && m_review.problemCount() > 0;
    m_problems->setText(problems ? reason() : QString());
    m_problems->setVisible(problems);
    m_problems->setToolTip(tr("They keep the draft from being sent; F8 goes to the next"));
    const auto warnings = static_cast<int>(rowsWithWarningsOnly().size());
    m_accept->setText(tr("Send %n row(s) despite the warning", nullptr, warnings));
    m_accept->setVisible(problems && warnings > 0);
    m_reason->setText(problems ? QString() : reason());
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void BatchPane::goToNextProblem()
{
    if (m_review.blocking.isEmpty())
        return;
    // In the order of the table, after the cell where the cursor is, and round again.
    const int columns = m_model->columnCount();
    const QModelIndex current = m_table->currentIndex();
    const int here = current.isValid() ? current.row() * columns + current.column() : -1;
    const FieldError *first = nullptr;
    const FieldError *next = nullptr;
    for (const FieldError &problem : m_review.blocking) {
        const int place = m_model->rowOf(problem.itemId) * columns + columnOf(*draftColumnFromString(problem.field));
        if (!first)
            first = &problem;
        if (!next && place > here)
            next = &problem;
    }
    const FieldError *target = next ? next : first;
    m_table->goTo(target->itemId, columnOf(*draftColumnFromString(target->field)));
}

} // namespace peerdesk
