// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/status.h"

#include "peering/words.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array approvalWords = {
    Word<Approval>{Approval::Draft, "draft"},
    Word<Approval>{Approval::Sending, "sending"},
    Word<Approval>{Approval::OutcomeUnknown, "outcome-unknown"},
    Word<Approval>{Approval::Pending, "pending"},
    Word<Approval>{Approval::Held, "held"},
    Word<Approval>{Approval::Offered, "offered"},
    Word<Approval>{Approval::Approved, "approved"},
    Word<Approval>{Approval::Rejected, "rejected"},
    Word<Approval>{Approval::Withdrawn, "withdrawn"},
};

constexpr std::array connectionWords = {
    Word<Connection>{Connection::NotConfigured, "not-configured"},
    Word<Connection>{Connection::Down, "down"},
    Word<Connection>{Connection::Established, "established"},
    Word<Connection>{Connection::Unestablished, "unestablished"},
};

constexpr std::array statusWords = {
    Word<Status>{Status::Draft, "draft"},
    Word<Status>{Status::Sending, "sending"},
    Word<Status>{Status::OutcomeUnknown, "outcome-unknown"},
    Word<Status>{Status::Pending, "pending"},
    Word<Status>{Status::Held, "held"},
    Word<Status>{Status::Offered, "offered"},
    Word<Status>{Status::Approved, "approved"},
    Word<Status>{Status::Down, "down"},
    Word<Status>{Status::Established, "established"},
    Word<Status>{Status::Unestablished, "unestablished"},
    Word<Status>{Status::Rejected, "rejected"},
    Word<Status>{Status::Withdrawn, "withdrawn"},
};

} // namespace

QString toText(Approval approval)
{
    return wordOf(approvalWords, approval);
}

QString toText(Connection connection)
{
    return wordOf(connectionWords, connection);
}

QString toText(Status status)
{
    return wordOf(statusWords, status);
}

std::optional<Approval> approvalFromString(QStringView text)
{
    return valueOf<Approval>(approvalWords, text);
}

std::optional<Connection> connectionFromString(QStringView text)
{
    return valueOf<Connection>(connectionWords, text);
}

std::optional<Status> statusFromString(QStringView text)
{
    return valueOf<Status>(statusWords, text);
}

Status statusOf(Approval approval, Connection connection)
{
    switch (approval) {
    case Approval::Draft:
        return Status::Draft;
    case Approval::Sending:
        return Status::Sending;
    case Approval::OutcomeUnknown:
        return Status::OutcomeUnknown;
    case Approval::Pending:
        return Status::Pending;
    case Approval::Held:
        return Status::Held;
    case Approval::Offered:
        return Status::Offered;
    case Approval::Rejected:
        return Status::Rejected;
    case Approval::Withdrawn:
        return Status::Withdrawn;
    case Approval::Approved:
        break;
    }
    switch (connection) {
    case Connection::NotConfigured:
        return Status::Approved;
    case Connection::Down:
        return Status::Down;
    case Connection::Established:
        return Status::Established;
    case Connection::Unestablished:
        return Status::Unestablished;
    }
    return Status::Approved;
}

bool isFinal(Status status)
{
    return status == Status::Rejected || status == Status::Withdrawn || status == Status::Unestablished;
}

} // namespace peerdesk
