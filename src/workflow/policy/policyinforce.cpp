// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/policyinforce.h"

#include "base/logging.h"
#include "storage/policystore.h"
#include "workflow/policy/policytext.h"

namespace peerdesk {
namespace {

PolicyInForce read(const StoredPolicy &stored)
{
    const auto policy = readPolicyText(stored.text);
    if (policy)
        return {*policy, stored, {}};
    QStringList faults;
    for (const FieldError &fault : policy.error().fields)
        faults.append(fault.field + u' ' + fault.messages.join(u' '));
    qCWarning(lcWorkflow).noquote() << "the policy that was edited at the desk for" << stored.ownAsn.toString()
                                    << "cannot be read, people are asked:" << faults.join(QStringLiteral("; "));
    return {Policy(), stored, faults.join(QStringLiteral("; "))};
}

} // namespace

Result<PolicyInForce> PolicyFinder::find(QSqlDatabase &database, Asn own, const Policy &ofFile)
{
    const auto stored = PolicyStore(database).policy(own, StoredPolicy::Origin::Desk);
    if (!stored)
        return stored.error();
    if (!*stored || (*stored)->text.isEmpty())
        return PolicyInForce{ofFile, {}, {}};
    const std::lock_guard lock(m_mutex);
    PolicyInForce &known = m_read[own];
    if (known.desk != **stored)
        known = read(**stored);
    return known;
}

} // namespace peerdesk
