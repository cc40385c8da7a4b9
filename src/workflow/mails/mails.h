// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/smtpsender.h"
#include "peering/request.h"
#include "storage/mailstore.h"
#include "workflow/mails/mailtemplate.h"
#include "workflow/places.h"

#include <QUrl>

#include <optional>

namespace peerdesk {

class Database;

/// Whom to tell what by mail, as the operator says it.
struct MailRules
{
    QString from;
    QString role; ///< told of each new request; empty: nobody is
    /// Who asked is told what people decided, and what was taken back, where their sign-in names an address.
    bool requesters = false;
    int perHour = 60;       ///< no more leave in an hour; the rest waits
    int keysPerHour = 1000; ///< the same of those about keys
    QString contact;
    QUrl endpoint;
    MailTemplate request = MailTemplate::ofRequests();
    MailTemplate decision = MailTemplate::ofDecisions();
    MailTemplate unestablished = MailTemplate::ofUnestablished();
};

/// Tells people by mail what came in at the endpoint, what was decided on it and what was taken back. Every mail is
/// written to the database before it is sent, and one daemon of several claims it; so it leaves once, across restarts. Only a daemon that dies
/// between the server's yes and its own note sends a mail twice, under the same Message-ID. A person who decides at
/// the desk need not know of this: decisions are found by looking. Owned by the composition root, main thread.
class Mails
{
public:
    Mails(Database &database, const Clock &clock, Places places, MailRules rules, SmtpSender &sender);

    /// For the mails that are written from now on.
    void setRules(MailRules rules) { m_rules = std::move(rules); }

    /// Notes what is new and sends what is due; one run at a time, another does nothing. Fails for want of the database
    /// only: what a mail server says is kept with the mail, and tried again.
    QCoro::Task<Result<void>> run();

private:
    QCoro::Task<Result<void>> findBeginning();
    /// A step handles a few at a time and tells how many; whether there are more the next one finds out.
    using Step = QCoro::Task<Result<int>> (Mails::*)();
    QCoro::Task<Result<void>> untilNothingIsLeft(Step step);
    QCoro::Task<Result<int>> noteRequests();
    QCoro::Task<Result<int>> noteLapses();
    QCoro::Task<Result<int>> writeDecisions();
    QCoro::Task<Result<int>> sendRequests();
    QCoro::Task<Result<int>> sendKeys();
    QCoro::Task<Result<int>> sendDue(MailStore::About about, int perHour);
    QCoro::Task<Result<int>> note(QList<QueuedMail> mails, int handled);
    QCoro::Task<Result<void>> send(QueuedMail mail);
    [[nodiscard]] QMap<QString, QString> valuesOf(const Request &request) const;

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    MailRules m_rules;
    SmtpSender &m_sender;
    std::optional<UtcMs> m_since; ///< nothing older is told of; the database keeps it
    UtcMs m_lookedUntil = 0;      ///< requests before this were noted
    bool m_running = false;
};

} // namespace peerdesk
