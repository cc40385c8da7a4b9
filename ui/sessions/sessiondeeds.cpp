// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessions/sessiondeeds.h"

#include "widgets/actionbutton.h"
#include "widgets/changingactions.h"
#include "widgets/detailpane.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/savedialog.h"
#include "widgets/tablepage.h"
#include "widgets/tableview.h"
#include "workflow/errortext.h"

#include <QAction>

namespace peerdesk {
namespace {

const QString deedMessage = QStringLiteral("session-deeds");

} // namespace

QStringList idsOf(const QList<Session> &sessions)
{
    QStringList ids;
    for (const Session &session : sessions)
        ids.append(session.id);
    return ids;
}

SessionDeeds::SessionDeeds(TablePage *page, ChangingActions *changes)
    : QObject(page)
    , m_page(page)
    , m_changes(changes)
{
}

QAction *SessionDeeds::add(Icon icon, const QString &text, const QKeySequence &key, Applies applies, Act act)
{
    QAction *action = addPageAction(m_page, MenuPlace::Session, icon, text, key);
    connect(action, &QAction::triggered, this, [this, applies, act] {
        const QList<Session> sessions = targets(applies);
        if (!sessions.isEmpty())
            act(sessions);
    });
    auto *button = new ActionButton(action);
    m_page->detail()->addButton(button);
    m_page->table()->addAction(action);
    m_deeds.append({action, button, std::move(applies), text});
    return m_changes->addAction(action);
}

void SessionDeeds::addBringUp(BringUp &bringUp, std::function<QString()> who)
{
    add(Icon::Check, tr("Mark Configured"), Qt::Key_C, canBeConfigured, [this, &bringUp, who](const auto &sessions) {
        follow(bringUp.markConfigured(idsOf(sessions), who()), tr("The session"));
    });
    add(Icon::CircleCheck, tr("Mark Up"), Qt::Key_E, canComeUp, [this, &bringUp, who](const auto &sessions) {
        follow(bringUp.markEstablished(idsOf(sessions), who()), tr("The session"));
    });
    QAction *exporting = add(Icon::Download, tr("Export Approved"), Qt::CTRL | Qt::Key_E, canBeExported,
                             [this, &bringUp](const auto &sessions) { askForFile(bringUp, sessions); });
    m_changes->removeAction(exporting); // it only reads
}

void SessionDeeds::show(const QList<Session> &sessions, const QSet<QString> &chosen, Rank rank)
{
    m_sessions = sessions;
    m_chosen = chosen;
    bool first = rank == Rank::First;
    for (const Deed &deed : std::as_const(m_deeds)) {
        const auto count = targets(deed.applies).size();
        deed.action->setEnabled(count > 0);
        deed.action->setText(count > 0 && count < m_sessions.size() ? tr("%1 (%2)").arg(deed.wording).arg(count)
                                                                    : deed.wording);
        deed.button->setVisible(count > 0);
        deed.button->setPrimary(count > 0 && first);
        first = first && count == 0;
    }
}

QList<Session> SessionDeeds::targets(const Applies &applies) const
{
    QList<Session> sessions;
    for (const Session &session : m_sessions) {
        if (applies(session) && (m_chosen.isEmpty() || m_chosen.contains(session.id)))
            sessions.append(session);
    }
    return sessions;
}

void SessionDeeds::follow(QCoro::Task<Result<void>> answer, const QString &subject)
{
    clearMessages();
    QCoro::connect(std::move(answer), this, [this, subject](const Result<void> &outcome) {
        if (!outcome)
            fail(outcome.error(), subject);
        Q_EMIT done();
    });
}

void SessionDeeds::fail(const Error &error, const QString &subject)
{
    m_page->messages()->post(
        deedMessage,
        {.text = errorSentence(error, subject), .action = wayForward(error), .act = [this] { Q_EMIT done(); }});
}

void SessionDeeds::clearMessages()
{
    m_page->messages()->clear(deedMessage);
}

void SessionDeeds::askForFile(BringUp &bringUp, const QList<Session> &sessions)
{
    const auto write = [this, &bringUp, ids = idsOf(sessions)](const QString &path) {
        const auto count = static_cast<int>(ids.size());
        QCoro::connect(bringUp.exportApproved(ids, path), this, [this, path, count](const Result<void> &written) {
            if (!written)
                return fail(written.error(), path);
            const QString words =
                tr("%n session(s) written to %1, with their secrets, for this user only.", nullptr, count).arg(path);
            m_page->messages()->post(deedMessage, {.text = words, .tone = Tone::Approved});
        });
    };
    askWhereToSave(m_page,
                   {tr("Export Approved Sessions"),
                    QStringLiteral("sessions-AS%1.csv").arg(sessions.first().otherAsn().number()),
                    {tr("Table for spreadsheets (*.csv)"), tr("JSON for programs (*.json)")}},
                   write);
}

} // namespace peerdesk
