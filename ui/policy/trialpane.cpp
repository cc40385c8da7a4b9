// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/trialpane.h"

#include "policy/policywords.h"
#include "theme/palette.h"
#include "widgets/relativetime.h"
#include "widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

Cell verdictCell(const Policy::Decision &decision)
{
    Cell cell = statusCell(verdictLook(decision.verdict));
    cell.toolTip = decision.reason;
    return cell;
}

} // namespace

TrialPane::TrialPane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_model(new RowModel<TrialChange>(traits(clock), this))
    , m_table(new TableView(QStringLiteral("trial"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_table->setTableModel(m_model);
    m_table->setAccessibleName(tr("Sessions that would be judged otherwise"));
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(icon(Icon::Close, Tint::Secondary));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss the trial"));
    connect(close, &QToolButton::clicked, this, &TrialPane::closed);
    const int line = fontMetrics().height();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(line * 8 / 9, line / 2, line / 2, line / 2);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addStretch(); // in place of a table without rows
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void TrialPane::setTrial(const PolicyTrial &trial, int weeks)
{
    const QString lately = tr("in the last %n week(s)", nullptr, weeks);
    if (trial.sessions == 0) {
        m_sums = tr("Nothing was asked of this network %1: there is nothing to try the policy on.").arg(lately);
    } else {
        m_sums = tr("Of %n session(s) asked for %1, it approves %2, rejects %3 and leaves %4 to a person.", nullptr,
                    trial.sessions)
                     .arg(lately)
                     .arg(trial.approved)
                     .arg(trial.rejected)
                     .arg(trial.asked);
        m_sums += u' ';
        m_sums += trial.changes.isEmpty() ? tr("None is judged otherwise than by the policy in force.")
                                          : tr("%n would be judged otherwise than by the policy in force:", nullptr,
                                               static_cast<int>(trial.changes.size()));
    }
    m_title->setText(m_sums);
    m_title->setForegroundRole(QPalette::WindowText);
    m_model->setRows(trial.changes);
    m_table->setVisible(!trial.changes.isEmpty());
}

void TrialPane::setStale()
{
    m_title->setText(tr("Before the last change: %1").arg(m_sums));
    m_title->setForegroundRole(role::secondaryText);
}

RowTraits<TrialChange> TrialPane::traits(const Clock &clock)
{
    RowTraits<TrialChange> traits;
    traits.key = [](const TrialChange &change) { return change.sessionId; };
    traits.sentence = [](const TrialChange &change) {
        return tr("%1 at %2, %3: before %4, after %5")
            .arg(change.otherAsn.toString(), change.locationName, toText(change.family),
                 verdictLook(change.before.verdict).word, verdictLook(change.after.verdict).word);
    };
    traits.columns = {
        {{.id = QStringLiteral("age"), .title = tr("Age"), .width = 5},
         [&clock](const TrialChange &change) {
             return Cell{.text = shortAge(clock.now() - change.askedAt),
                         .secondary = true,
                         .toolTip = exactTime(change.askedAt)};
         },
         [](const TrialChange &change) { return SortKey(-static_cast<double>(change.askedAt)); }},
        {{.id = QStringLiteral("asn"), .title = tr("ASN"), .width = 8, .numeric = true},
         [](const TrialChange &change) { return Cell{.text = QString::number(change.otherAsn.number())}; },
         [](const TrialChange &change) { return SortKey(static_cast<double>(change.otherAsn.number())); }},
        {{.id = QStringLiteral("network"), .title = tr("Network"), .width = 15},
         [](const TrialChange &change) { return Cell{.text = change.networkName}; }},
        {{.id = QStringLiteral("where"), .title = tr("Where"), .width = 14},
         [](const TrialChange &change) { return Cell{.text = change.locationName}; }},
        {{.id = QStringLiteral("family"), .title = tr("Family"), .width = 5},
         [](const TrialChange &change) { return Cell{.text = toText(change.family), .secondary = true}; }},
        {{.id = QStringLiteral("before"), .title = tr("In force"), .width = 14},
         [](const TrialChange &change) { return verdictCell(change.before); }},
        {{.id = QStringLiteral("after"), .title = tr("As edited"), .width = 14},
         [](const TrialChange &change) { return verdictCell(change.after); }},
        {{.id = QStringLiteral("rule"), .title = tr("Because of"), .width = 10, .stretch = true},
         [](const TrialChange &change) {
             return Cell{.text = change.after.rule, .toolTip = change.explanation.join(u'\n')};
         }},
    };
    return traits;
}

} // namespace peerdesk
