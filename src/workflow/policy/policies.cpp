// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/policies.h"

#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/policystore.h"

#include <QCoroFuture>
#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

const QString policyNoun = QStringLiteral("policy");

Result<PolicyState> readState(QSqlDatabase &database, Asn own)
{
    PolicyStore store(database);
    const auto desk = store.policy(own, StoredPolicy::Origin::Desk);
    if (!desk)
        return desk.error();
    const auto file = store.policy(own, StoredPolicy::Origin::File);
    if (!file)
        return file.error();
    return PolicyState{*desk, *file};
}

QString sourceOf(const PolicyState &state)
{
    return state.isDesks() ? QStringLiteral("desk") : QStringLiteral("file");
}

QString nameIn(const QList<RuleField> &rule)
{
    const auto name =
        std::find_if(rule.begin(), rule.end(), [](const RuleField &field) { return field.key == u"name"; });
    return name == rule.end() ? QString() : name->value();
}

QStringList namesIn(const PolicyForm &form)
{
    QStringList names;
    for (const QList<RuleField> &rule : form.rules)
        names.append(nameIn(rule));
    return names;
}

/// What the audit log says of a change: which rules came, went, differ; in English, as all of it.
QString difference(const Policy &before, const Policy &after)
{
    const PolicyForm was = formOf(before);
    const PolicyForm is = formOf(after);
    const QStringList oldNames = namesIn(was);
    const QStringList newNames = namesIn(is);
    QStringList words;
    if (was.posture != is.posture)
        words.append(QStringLiteral("%1 to %2").arg(toText(was.posture), toText(is.posture)));
    for (qsizetype i = 0; i < newNames.size(); ++i) {
        const qsizetype known = oldNames.indexOf(newNames.at(i));
        if (known < 0)
            words.append(QStringLiteral("added \"%1\"").arg(newNames.at(i)));
        else if (was.rules.at(known) != is.rules.at(i))
            words.append(QStringLiteral("changed \"%1\"").arg(newNames.at(i)));
    }
    QStringList keptBefore;
    for (const QString &name : oldNames) {
        if (newNames.contains(name))
            keptBefore.append(name);
        else
            words.append(QStringLiteral("removed \"%1\"").arg(name));
    }
    QStringList keptAfter = newNames;
    keptAfter.removeIf([&oldNames](const QString &name) { return !oldNames.contains(name); });
    if (keptBefore != keptAfter)
        words.append(QStringLiteral("another order"));
    return words.join(QStringLiteral(", "));
}

Result<PolicyState> saveIn(QSqlDatabase &database, const StoredPolicy &policy)
{
    const auto before = readState(database, policy.ownAsn);
    if (!before)
        return before;
    const auto saved = PolicyStore(database).save(policy);
    if (!saved)
        return saved.error();
    const PolicyState after{*saved, before->file};
    const auto was = readPolicyText(before->textInForce());
    const auto is = readPolicyText(after.textInForce());
    AuditEntry entry;
    entry.ownAsn = policy.ownAsn;
    entry.at = policy.updatedAt;
    entry.who = policy.who;
    entry.noun = policyNoun;
    entry.nounId = policy.ownAsn.toString();
    entry.nounVersion = saved->version;
    entry.fromState = sourceOf(*before);
    entry.toState = sourceOf(after);
    entry.why = difference(was ? *was : Policy(), is ? *is : Policy());
    if (const auto noted = AuditStore(database).append(entry); !noted)
        return noted.error();
    return after;
}

Error unreadable(const QList<RuleProblem> &problems)
{
    QList<FieldError> fields;
    for (const RuleProblem &problem : problems)
        fields.append({problem.key, {problem.message}, {}});
    return Error(ErrorKind::Invalid, Policies::tr("The policy has faults"), fields);
}

} // namespace

QString PolicyState::textInForce() const
{
    if (isDesks())
        return desk->text;
    return file ? file->text : QString();
}

Policies::Policies(Database &database, const Clock &clock, Places places, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
{
    connect(&m_database, &Database::changed, this, &Policies::changed);
}

QCoro::Task<Result<PolicyState>> Policies::state(Asn own)
{
    auto reading = m_database.read([own](QSqlDatabase &db) { return readState(db, own); });
    co_return co_await reading;
}

QCoro::Task<Result<PolicyState>> Policies::write(StoredPolicy policy)
{
    if (policy.who.isEmpty())
        co_return Error(ErrorKind::Invalid, tr("A change of the policy needs somebody who made it"));
    policy.updatedAt = m_clock.now();
    auto writing = m_database.write([policy](QSqlDatabase &db) { return saveIn(db, policy); });
    co_return co_await writing;
}

QCoro::Task<Result<PolicyState>> Policies::save(Asn own, PolicyForm form, qint64 seen, QString who)
{
    QList<RuleProblem> problems;
    if (!readPolicyForm(form, problems))
        co_return unreadable(problems);
    auto writing = write({own, StoredPolicy::Origin::Desk, policyText(form), who, 0, seen});
    co_return co_await writing;
}

QCoro::Task<Result<PolicyState>> Policies::takeBack(Asn own, qint64 seen, QString who)
{
    auto writing = write({own, StoredPolicy::Origin::Desk, QString(), who, 0, seen});
    co_return co_await writing;
}

QCoro::Task<Result<PolicyTrial>> Policies::tryOut(Asn own, PolicyForm form, std::chrono::milliseconds lately)
{
    QList<RuleProblem> problems;
    const auto after = readPolicyForm(form, problems);
    if (!after)
        co_return unreadable(problems);
    struct Found
    {
        PolicyState state;
        InboundRecords records;
    };
    const auto job = [own, envelope = m_database.envelope()](QSqlDatabase &db) -> Result<Found> {
        const auto state = readState(db, own);
        if (!state)
            return state.error();
        const auto records = readInboundRecords(db, envelope, own);
        if (!records)
            return records.error();
        return Found{*state, *records};
    };
    auto reading = m_database.read(job);
    const auto found = co_await reading;
    if (!found)
        co_return found.error();
    const auto before = readPolicyText(found->state.textInForce());
    const UtcMs now = m_clock.now();
    co_return tryPolicy(before ? *before : Policy(), *after, found->records, m_places, now - lately.count(), now);
}

QCoro::Task<Result<QList<AuditEntry>>> Policies::history(Asn own)
{
    auto reading =
        m_database.read([own](QSqlDatabase &db) { return AuditStore(db).history(policyNoun, own.toString()); });
    co_return co_await reading;
}

QString Policies::namesOf(const RuleField &field) const
{
    QStringList names;
    for (const QString &typed : field.values) {
        if (field.key == u"network") {
            const auto asn = Asn::parse(typed);
            names.append(asn ? m_places.networkName(*asn) : QString());
        } else if (field.key == u"exchange" || field.key == u"facility") {
            const std::uint32_t id = typed.trimmed().toUInt();
            const Location location = field.key == u"exchange" ? Location::exchange(id) : Location::facility(id);
            names.append(id == 0 ? QString() : m_places.locationName(location));
        }
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(", "));
}

} // namespace peerdesk
