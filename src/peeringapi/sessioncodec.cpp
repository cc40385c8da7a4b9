// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/sessioncodec.h"

#include "peeringapi/wirejson.h"

#include <algorithm>
#include <cmath>

namespace peerdesk {
namespace {

std::optional<Asn> readAsn(const QJsonValue &value)
{
    if (value.isString())
        return Asn::parse(value.toString());
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    if (number < 1 || number > 4294967295.0 || std::floor(number) != number)
        return {};
    return Asn(static_cast<std::uint32_t>(number));
}

/// Some servers append the LAN's prefix length to the address; the host part is what counts.
std::optional<IpAddress> readAddress(const QString &text)
{
    const auto slash = text.indexOf(u'/');
    const auto address = IpAddress::parse(slash < 0 ? text : text.left(slash));
    if (!address || slash < 0)
        return address;
    bool isNumber = false;
    const int length = text.mid(slash + 1).trimmed().toInt(&isNumber);
    if (!isNumber || length < 0 || length > address->bitLength())
        return {};
    return address;
}

/// Types that other programs were seen to send beside the draft's two.
std::optional<Location::Kind> kindOfType(const QJsonValue &value)
{
    const QString type = idTextOf(value).trimmed().toLower();
    for (const char *word : {"public", "ixp", "ix", "peer", "2"}) {
        if (type == QLatin1String(word))
            return Location::Kind::Exchange;
    }
    for (const char *word : {"private", "pni", "1"}) {
        if (type == QLatin1String(word))
            return Location::Kind::Facility;
    }
    return {};
}

class SessionReader
{
public:
    SessionReader(const QJsonObject &object, const QString &path, QList<FieldError> &errors)
        : m_object(object)
        , m_path(path)
        , m_errors(errors)
    {
    }

    WireSession read()
    {
        using L = QLatin1String;
        m_session.namesInitiator = !member({L("initiatorAsn"), L("initiatorIpAddress")}).isAbsent();
        readId({L("item_id"), L("itemToken")}, m_session.itemId);
        readId({L("session_id"), L("sessionIdentifier"), L("uuid")}, m_session.sessionId);
        readId({L("request_id"), L("requestId"), L("requestID"), L("RequestID")}, m_session.requestId);
        readNumber({L("local_asn"), L("initiatorAsn")}, m_session.localAsn);
        readNumber({L("peer_asn"), L("targetAsn")}, m_session.peerAsn);
        readAddressOf({L("local_ip"), L("initiatorIpAddress")}, m_session.localAddress);
        readAddressOf({L("peer_ip"), L("targetIpAddress")}, m_session.peerAddress);
        readPlace();
        readSecret();
        m_session.status = readWords({L("status")});
        m_session.reason = readWords({L("reason")});
        m_session.configureBy = fromRfc3339(readWords({L("configure_by")}));
        readTerms();
        for (qsizetype i = m_firstError; i < m_errors.size(); ++i)
            m_errors[i].itemId = m_session.itemId;
        return m_session;
    }

private:
    using Names = std::initializer_list<QLatin1String>;

    [[nodiscard]] Member member(Names names) const { return memberOf(m_object, names); }

    void complain(const QString &name, const QString &message)
    {
        m_errors.append({m_path.isEmpty() ? name : m_path + u'.' + name, {message}, {}});
    }

    void readId(Names names, QString &id)
    {
        const Member found = member(names);
        if (found.isAbsent())
            return;
        const QString text = idTextOf(found.value);
        const bool isPrintable =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
        if (text.isEmpty() || text.size() > maxIdLength || !isPrintable)
            complain(found.name,
                     QStringLiteral("must be 1 to %1 printable ASCII characters without blanks").arg(maxIdLength));
        else
            id = text;
    }

    void readNumber(Names names, Asn &asn)
    {
        const Member found = member(names);
        if (found.isAbsent())
            return;
        if (const auto number = readAsn(found.value))
            asn = *number;
        else
            complain(found.name, QStringLiteral("must be an AS number from 1 to 4294967295"));
    }

    void readAddressOf(Names names, IpAddress &address)
    {
        const Member found = member(names);
        if (found.isAbsent())
            return;
        if (const auto read = readAddress(found.value.toString()))
            address = *read;
        else
            complain(found.name, QStringLiteral("must be an IPv4 or IPv6 address"));
    }

    void readPlace()
    {
        const Member type = member({QLatin1String("peer_type")});
        const auto kind = kindOfType(type.value);
        if (!type.isAbsent() && !kind)
            complain(type.name, QStringLiteral("must be \"public\" or \"private\""));
        const Member place = member({QLatin1String("location"), QLatin1String("locationIdentifier")});
        if (place.isAbsent())
            return;
        const auto location = readLocation(place.value, type.value.toString());
        if (!location)
            complain(place.name, QStringLiteral("must be \"pdb:ix:NUMBER\" or \"pdb:fac:NUMBER\""));
        else if (kind && *kind != location->kind)
            complain(type.name, QStringLiteral("contradicts the location %1").arg(location->toString()));
        else
            m_session.location = *location;
    }

    void readSecret()
    {
        for (const Member &found :
             {member({QLatin1String("session_secret")}), member({QLatin1String("md5")}), authenticationPayload()}) {
            if (found.isAbsent())
                continue;
            if (!found.value.isString()) {
                complain(found.name, QStringLiteral("must be a string"));
                return;
            }
            // REDACTED is what a server shows in place of a secret, and never one.
            const QString text = found.value.toString();
            if (text.isEmpty() || text == u"REDACTED")
                continue;
            m_session.secret = Secret(text);
            return;
        }
    }

    [[nodiscard]] Member authenticationPayload() const
    {
        const QJsonObject object = member({QLatin1String("authentication")}).value.toObject();
        if (object.value(QLatin1String("type")).toString().compare(u"md5", Qt::CaseInsensitive) != 0)
            return {{}, QJsonValue(QJsonValue::Undefined)};
        return {QStringLiteral("authentication.payload"), object.value(QLatin1String("payload"))};
    }

    [[nodiscard]] QString readWords(Names names) const { return wordsOf(member(names).value.toString()); }

    /// Where only one role is given, the other follows (RFC 9234 section 4.2).
    void readTerms()
    {
        const auto local = readRole("local_bgp_role");
        const auto peer = readRole("peer_bgp_role");
        m_session.localTerms.role = local ? *local : peer ? counterpartOf(*peer) : BgpRole::Peer;
        m_session.peerTerms.role = peer ? *peer : local ? counterpartOf(*local) : BgpRole::Peer;
        readFlag("local_insert_asn", m_session.localTerms.insertsAsn);
        readFlag("peer_insert_asn", m_session.peerTerms.insertsAsn);
        readFlag("local_monitoring_session", m_session.localTerms.monitoring);
        readFlag("peer_monitoring_session", m_session.peerTerms.monitoring);
    }

    std::optional<BgpRole> readRole(const char *name)
    {
        const Member found = member({QLatin1String(name)});
        if (found.isAbsent())
            return {};
        const auto role = bgpRoleFromNumber(found.value.toInt(-1));
        if (!role)
            complain(found.name, QStringLiteral("must be a role of RFC 9234, 0 to 4"));
        return role;
    }

    void readFlag(const char *name, bool &flag)
    {
        const Member found = member({QLatin1String(name)});
        if (found.isAbsent())
            return;
        if (found.value.isBool())
            flag = found.value.toBool();
        else
            complain(found.name, QStringLiteral("must be true or false"));
    }

    const QJsonObject &m_object;
    const QString m_path;
    QList<FieldError> &m_errors;
    const qsizetype m_firstError = m_errors.size();
    WireSession m_session;
};

} // namespace

WireSession readWireSession(const QJsonObject &object, const QString &path, QList<FieldError> &errors)
{
    return SessionReader(object, path, errors).read();
}

std::optional<Location> readLocation(const QJsonValue &value, const QString &peerType)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const Member id =
            memberOf(object, {QLatin1String("id"), QLatin1String("locationIdentifier"), QLatin1String("location")});
        const Member type =
            memberOf(object, {QLatin1String("type"), QLatin1String("locationType"), QLatin1String("peering_type")});
        const auto location = id.value.isObject()
                                  ? std::nullopt
                                  : readLocation(id.value, type.isAbsent() ? peerType : idTextOf(type.value));
        const auto kind = kindOfType(type.value);
        if (location && kind && *kind != location->kind)
            return {};
        return location;
    }
    const QString text = idTextOf(value).trimmed();
    if (const auto location = Location::parse(text))
        return location;
    bool isNumber = false;
    const uint id = text.toUInt(&isNumber);
    if (!isNumber || id == 0)
        return {};
    return kindOfType(peerType) == Location::Kind::Facility ? Location::facility(id) : Location::exchange(id);
}

QString locationTypeOf(const Location &location)
{
    return location.isPublic() ? QStringLiteral("public") : QStringLiteral("private");
}

JsonText writeProposal(const SessionProposal &proposal, Dialect::Orientation orientation)
{
    const bool localIsInitiator = orientation == Dialect::Orientation::Requestor;
    const Asn localAsn = localIsInitiator ? proposal.initiator : proposal.receiver;
    const Asn peerAsn = localIsInitiator ? proposal.receiver : proposal.initiator;
    const IpAddress &localIp = localIsInitiator ? proposal.initiatorAddress : proposal.receiverAddress;
    const IpAddress &peerIp = localIsInitiator ? proposal.receiverAddress : proposal.initiatorAddress;
    const EndTerms &local = localIsInitiator ? proposal.initiatorTerms : proposal.receiverTerms;
    const EndTerms &peer = localIsInitiator ? proposal.receiverTerms : proposal.initiatorTerms;
    JsonText object;
    object.add("local_asn", localAsn.number()).add("local_ip", localIp.toString());
    object.add("peer_asn", peerAsn.number()).add("peer_ip", peerIp.toString());
    object.add("local_bgp_role", static_cast<int>(local.role)).add("peer_bgp_role", static_cast<int>(peer.role));
    object.add("peer_type", locationTypeOf(proposal.location));
    object.add("location", writeLocation(proposal.location));
    // Defaults are left out: strict readers of the published documents do not know these members.
    if (!local.insertsAsn)
        object.add("local_insert_asn", false);
    if (local.monitoring)
        object.add("local_monitoring_session", true);
    if (!peer.insertsAsn)
        object.add("peer_insert_asn", false);
    if (peer.monitoring)
        object.add("peer_monitoring_session", true);
    if (!proposal.itemId.isEmpty())
        object.add("item_id", proposal.itemId);
    return object;
}

JsonText writeLocation(const Location &location)
{
    return JsonText().add("id", location.toString()).add("type", locationTypeOf(location));
}

SessionProposal orientedProposal(const WireSession &session, Dialect::Orientation orientation)
{
    const bool localIsInitiator = session.namesInitiator || orientation == Dialect::Orientation::Requestor;
    SessionProposal proposal;
    proposal.itemId = session.itemId;
    proposal.initiator = localIsInitiator ? session.localAsn : session.peerAsn;
    proposal.receiver = localIsInitiator ? session.peerAsn : session.localAsn;
    proposal.initiatorAddress = localIsInitiator ? session.localAddress : session.peerAddress;
    proposal.receiverAddress = localIsInitiator ? session.peerAddress : session.localAddress;
    proposal.location = session.location;
    proposal.sessionSecret = session.secret;
    proposal.initiatorTerms = localIsInitiator ? session.localTerms : session.peerTerms;
    proposal.receiverTerms = localIsInitiator ? session.peerTerms : session.localTerms;
    return proposal;
}

} // namespace peerdesk
