// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/statusword.h"

#include <array>

namespace peerdesk {
namespace {

struct Word
{
    QLatin1String text;
    StatusMeaning meaning;
};

// Left column: what the draft, the published API documents and the running servers were seen to say. A word about the
// connection implies approval.
const std::array words = {
    Word{QLatin1String("pending"), {Approval::Pending, Connection::NotConfigured}},
    Word{QLatin1String("requested"), {Approval::Pending, Connection::NotConfigured}},
    Word{QLatin1String("pending approval"), {Approval::Pending, Connection::NotConfigured}},
    Word{QLatin1String("waiting"), {Approval::Pending, Connection::NotConfigured}},
    Word{QLatin1String("approved"), {Approval::Approved, Connection::NotConfigured}},
    Word{QLatin1String("accepted"), {Approval::Approved, Connection::NotConfigured}},
    Word{QLatin1String("ok"), {Approval::Approved, Connection::NotConfigured}},
    Word{QLatin1String("pending deployment"), {Approval::Approved, Connection::NotConfigured}},
    Word{QLatin1String("provisioning"), {Approval::Approved, Connection::NotConfigured}},
    Word{QLatin1String("deployed"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("provisioned"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("enabled"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("configured"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("down"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("idle"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("connect"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("active"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("opensent"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("openconfirm"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("pre-maintenance"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("maintenance"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("post-maintenance"), {Approval::Approved, Connection::Down}},
    Word{QLatin1String("established"), {Approval::Approved, Connection::Established}},
    Word{QLatin1String("unestablished"), {Approval::Approved, Connection::Unestablished}},
    Word{QLatin1String("decommissioning"), {Approval::Approved, Connection::Unestablished}},
    Word{QLatin1String("decommissioned"), {Approval::Approved, Connection::Unestablished}},
    Word{QLatin1String("rejected"), {Approval::Rejected, Connection::NotConfigured}},
    Word{QLatin1String("refused"), {Approval::Rejected, Connection::NotConfigured}},
    Word{QLatin1String("disabled"), {Approval::Rejected, Connection::NotConfigured}},
    Word{QLatin1String("cancelled"), {Approval::Withdrawn, Connection::NotConfigured}},
    Word{QLatin1String("deleted"), {Approval::Withdrawn, Connection::NotConfigured}},
    Word{QLatin1String("withdrawn"), {Approval::Withdrawn, Connection::NotConfigured}},
    Word{QLatin1String("offered"), {Approval::Offered, Connection::NotConfigured}},
    Word{QLatin1String("not configured"), {Approval::Offered, Connection::NotConfigured}},
};

} // namespace

QString statusWordOf(Approval approval, Connection connection)
{
    switch (statusOf(approval, connection)) {
    case Status::Draft:
    case Status::Sending:
    case Status::OutcomeUnknown:
    case Status::Pending:
    case Status::Held:
        return QStringLiteral("Pending");
    case Status::Offered:
        return QStringLiteral("Offered");
    case Status::Approved:
        return QStringLiteral("Approved");
    case Status::Down:
        return QStringLiteral("Down");
    case Status::Established:
        return QStringLiteral("Established");
    case Status::Unestablished:
        return QStringLiteral("Unestablished");
    case Status::Rejected:
        return QStringLiteral("Rejected");
    case Status::Withdrawn:
        return QStringLiteral("Cancelled");
    }
    return QStringLiteral("Pending");
}

std::optional<StatusMeaning> meaningOf(QStringView word)
{
    const QStringView trimmed = word.trimmed();
    for (const Word &known : words) {
        if (trimmed.compare(known.text, Qt::CaseInsensitive) == 0)
            return known.meaning;
    }
    return {};
}

} // namespace peerdesk
