// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/explanation.h"

#include "base/logging.h"
#include "base/text.h"
#include "daemon/exitcode.h"
#include "peeringapi/servercodec.h"
#include "storage/policystore.h"
#include "storage/sqlconnection.h"
#include "workflow/mirrorplaces.h"
#include "workflow/policy/policyinforce.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

namespace peerdesk {
namespace {

QString sourceText(Asn own, const std::optional<StoredPolicy> &desk)
{
    if (!desk || desk->text.isEmpty())
        return QStringLiteral("The policy of %1 is the one of the configuration.").arg(own.toString());
    return QStringLiteral("The policy of %1 was edited at the desk by %2 at %3; the configuration's is not in force.")
        .arg(own.toString(), terminalText(desk->who), toRfc3339(desk->updatedAt));
}

QStringList policySources(const EndpointConfig &config)
{
    const auto connection = SqlConnection::open(config.database, SqlConnection::Access::ReadOnly);
    QStringList lines;
    for (const ServedNetwork &network : config.networks) {
        if (!connection) {
            lines.append(
                QStringLiteral("The policy of %1 is the one of the configuration, unless one was edited at the "
                               "desk: the database cannot be read from here.")
                    .arg(network.asn.toString()));
            continue;
        }
        std::optional<StoredPolicy> desk;
        if ((*connection)->hasTable(QStringLiteral("policies"))) {
            if (const auto found =
                    PolicyStore((*connection)->database()).policy(network.asn, StoredPolicy::Origin::Desk))
                desk = *found;
        }
        lines.append(sourceText(network.asn, desk));
    }
    return lines;
}

QString textOf(const Request &request, const PolicyInForce &inForce)
{
    QString text = sourceText(request.ownAsn, inForce.desk) + u'\n';
    QTextStream out(&text);
    for (const Session &session : request.sessions) {
        const SessionProposal &proposal = session.proposal;
        out << proposal.location.toString() << ' ' << proposal.initiatorAddress.toString() << " - "
            << proposal.receiverAddress.toString() << ": " << toText(session.approval);
        if (!session.reason.isEmpty())
            out << " (" << session.reason << ')';
        out << '\n';
        const QStringList lines = session.explanation.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            out << "  " << line << '\n';
    }
    return text;
}

} // namespace

Result<std::unique_ptr<Explanation>> Explanation::open(const EndpointConfig &config)
{
    SystemClock clock;
    const auto trust = config.trust.trust(config.irr.unvouched);
    if (!trust)
        return trust.error();
    const auto issuers = config.trust.keyIssuers();
    if (!issuers)
        return issuers.error();
    auto database = Database::open(config.database, clock);
    if (!database)
        return database.error();
    std::unique_ptr<Explanation> explanation(new Explanation(config, *issuers, std::move(*database)));
    explanation->m_reception.setKeyTrust({config.trust.registries(), *trust, explanation->m_issuers.calls().check});
    if (const auto opened = explanation->m_mirror.open(); !opened)
        qCWarning(lcEndpoint).noquote() << "no mirror of PeeringDB:" << opened.error().detail;
    return explanation;
}

Explanation::Explanation(const EndpointConfig &config, QList<KeyIssuer> issuers, std::unique_ptr<Database> database)
    : m_http(config.clientSettings())
    , m_keys(m_http, m_clock)
    , m_issuers(m_http, m_keys, m_clock, std::move(issuers))
    , m_database(std::move(database))
    , m_mirror(config.mirror, m_http, m_clock)
    , m_reception(*m_database, m_clock, placesOf(m_mirror), config.networks)
{
}

QCoro::Task<Result<QString>> Explanation::explain(QByteArray body, QString sender)
{
    Caller caller;
    caller.who = sender;
    caller.address = sender;
    caller.networks = networksNamedIn(body) - m_reception.networks();
    const auto incoming =
        decodeCreateRequest(body, {caller.networks, m_reception.networks(), Dialect::Orientation::Requestor});
    if (!incoming)
        co_return incoming.error();
    auto task = m_reception.preview(*incoming, caller);
    const auto judged = co_await task;
    if (!judged)
        co_return judged.error();
    auto asking = m_reception.policyInForce(judged->ownAsn);
    const auto inForce = co_await asking;
    if (!inForce)
        co_return inForce.error();
    co_return textOf(*judged, *inForce);
}

int checkConfiguration(const EndpointConfig &config, const QString &file)
{
    const auto files = config.checkFiles(SystemClock().now());
    if (!files)
        complain(file, files.error());
    QTextStream(stdout) << policySources(config).join(u'\n') << Qt::endl;
    return files ? Done : BadConfiguration;
}

int explainPolicy(const EndpointConfig &config, const QString &file, const QString &sender)
{
    QFile request(file);
    if (!request.open(QIODevice::ReadOnly)) {
        complain(file, Error(ErrorKind::Storage, request.errorString()));
        return BadConfiguration;
    }
    const auto explanation = Explanation::open(config);
    if (!explanation) {
        complain(config.database.location, explanation.error());
        return CannotServe;
    }
    auto task = (*explanation)->explain(request.readAll(), sender);
    task.then([&file](const Result<QString> &text) {
        if (text)
            QTextStream(stdout) << *text;
        else
            complain(file, text.error());
        // The loop may not have begun yet.
        const int code = text ? Done : BadConfiguration;
        QMetaObject::invokeMethod(
            qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    });
    return QCoreApplication::exec();
}

} // namespace peerdesk
