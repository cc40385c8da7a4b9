// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/relationeditor.h"

#include "candidates/directorywords.h"
#include "theme/palette.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

namespace peerdesk {
namespace {

constexpr int usualRespite = 180; ///< days that a refusal is kept in mind, unless somebody says otherwise

QDate dateOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date();
}

UtcMs startOf(const QDate &date)
{
    return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

RelationEditor::RelationEditor(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_until(new QDateEdit(this))
    , m_comment(new QLineEdit(this))
{
    for (const auto kind : {Relation::Kind::None, Relation::Kind::Peer, Relation::Kind::Customer,
                            Relation::Kind::Upstream, Relation::Kind::Never, Relation::Kind::Declined})
        m_kind->addItem(relationWord(kind), static_cast<int>(kind));
    m_kind->setAccessibleName(tr("Relation"));
    m_kind->setToolTip(tr("Customers, upstreams, never and declined are no candidates"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_until->setAccessibleName(tr("Declined until"));
    m_until->setToolTip(tr("A candidate again from this day on"));
    m_comment->setPlaceholderText(tr("Comment, for ourselves"));
    m_comment->setAccessibleName(tr("Comment"));
    auto *name = new QLabel(tr("Relation"), this);
    name->setTextFormat(Qt::PlainText);
    name->setForegroundRole(role::secondaryText);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(fontMetrics().height() / 3);
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 14);
    grid->addWidget(name, 0, 0);
    grid->addWidget(m_kind, 0, 1);
    grid->addWidget(m_until, 0, 2, Qt::AlignLeading);
    grid->addWidget(m_comment, 1, 0, 1, 3);

    connect(m_kind, &QComboBox::activated, this, [this] {
        const bool declined = shown().kind == Relation::Kind::Declined;
        if (declined && m_stored.kind != Relation::Kind::Declined)
            m_until->setDate(QDate::currentDate().addDays(usualRespite));
        m_until->setVisible(declined);
        save();
    });
    connect(m_until, &QDateEdit::editingFinished, this, &RelationEditor::save);
    connect(m_comment, &QLineEdit::editingFinished, this, &RelationEditor::save);
    display({});
}

void RelationEditor::setRelation(const Relation &relation)
{
    const bool other = relation.otherAsn != m_stored.otherAsn || relation.ownAsn != m_stored.ownAsn;
    if (other)
        save();
    const bool typing = m_comment->hasFocus() || m_until->hasFocus() || m_kind->hasFocus();
    m_stored = relation;
    if (other || !typing)
        display(relation);
}

void RelationEditor::setReadOnly(const QString &why)
{
    m_readOnly = !why.isEmpty();
    setToolTip(why);
    display(m_stored);
}

void RelationEditor::display(const Relation &relation)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(relation.kind)));
    m_until->setVisible(relation.kind == Relation::Kind::Declined);
    m_until->setDate(relation.declinedUntil ? dateOf(relation.declinedUntil)
                                            : QDate::currentDate().addDays(usualRespite));
    m_comment->setText(relation.comment);
    setEnabled(relation.otherAsn.isValid() && !m_readOnly);
}

Relation RelationEditor::shown() const
{
    Relation relation = m_stored;
    relation.kind = static_cast<Relation::Kind>(m_kind->currentData().toInt());
    relation.declinedUntil = relation.kind == Relation::Kind::Declined ? startOf(m_until->date()) : 0;
    relation.comment = m_comment->text();
    return relation;
}

void RelationEditor::save()
{
    const Relation now = shown();
    const bool same = now.kind == m_stored.kind && now.comment == m_stored.comment
                      && (now.kind != Relation::Kind::Declined || now.declinedUntil == m_stored.declinedUntil);
    if (same || !now.otherAsn.isValid())
        return;
    m_stored = now;
    Q_EMIT edited(now);
}

} // namespace peerdesk
