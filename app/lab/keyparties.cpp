// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/keyparties.h"

#include "peering/ipaddress.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

const QString issuerFolder = u"issuer"_s;
const QString registryFolder = u"registry"_s;
constexpr Asn thirdParty(64511); // in the issuer's books, for its credential
constexpr Asn checker(64510);    // whoever was sent a key and checks it

QString mailOf(Asn asn)
{
    return u"noc@as%1.example"_s.arg(asn.number());
}

/// A line of delegated statistics: IPv4 counts addresses, IPv6 says the length.
QByteArray statisticsLine(const IpPrefix &block)
{
    const bool isOld = block.family() == Family::IPv4;
    const qint64 size = isOld ? qint64(1) << (32 - block.length()) : block.length();
    return u"lab|ZZ|%1|%2|%3|20160420|allocated\n"_s
        .arg(isOld ? u"ipv4"_s : u"ipv6"_s, block.network().toString(), QString::number(size))
        .toLatin1();
}

} // namespace

KeyParties::KeyParties(Settings settings)
    : m_settings(std::move(settings))
    , m_issuer(u"issuer of keys"_s, m_settings.program, path(issuerFolder))
    , m_registry(u"registry of routes"_s, m_settings.program, path(registryFolder))
{
}

QString KeyParties::path(const QString &name) const
{
    return QDir(m_settings.folder).filePath(name);
}

QString KeyParties::maintainer(Asn asn)
{
    return u"MAINT-"_s + asn.toString();
}

QString KeyParties::whois() const
{
    return u"127.0.0.1:%1"_s.arg(m_registry.whois().port(0));
}

/// Peppers and tokens must be nobody else's.
Result<void> KeyParties::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size())
        return Error(ErrorKind::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

Result<void> KeyParties::writeHolders(const QList<Holder> &holders) const
{
    QJsonArray list;
    for (const Holder &holder : holders)
        list.append(QJsonObject{{"id"_L1, u"ORG-%1"_s.arg(holder.asn.number())},
                                {"name"_L1, holder.name},
                                {"email"_L1, mailOf(holder.asn)},
                                {"asns"_L1, QJsonArray{static_cast<qint64>(holder.asn.number())}},
                                {"resources"_L1, QJsonArray::fromStringList(holder.blocks)}});
    return write(issuerFolder + "/holders.json"_L1, QJsonDocument(QJsonObject{{"holders"_L1, list}}).toJson());
}

Result<void> KeyParties::transfer(const QList<Holder> &holders)
{
    if (const auto written = writeHolders(holders); !written)
        return written;
    m_issuer.reload();
    return {};
}

QByteArray KeyParties::statistics() const
{
    QByteArray lines;
    for (const Holder &holder : m_settings.holders) {
        for (const QString &block : holder.blocks) {
            if (const auto prefix = IpPrefix::parse(block))
                lines += statisticsLine(*prefix);
        }
    }
    return lines;
}

QString KeyParties::common() const
{
    QString text = u"contact = \"keys@lab.example\"\n"_s;
    if (!m_settings.signIn.isEmpty())
        text += u"[[issuer]]\nissuer = \"%1\"\njwks = \"%1/.well-known/jwks.json\"\nnetworks = \"any\"\n"_s.arg(
            m_settings.signIn.toString());
    return text + "[access]\nmachine_credentials = true\n[monitoring]\nlisten = \"127.0.0.1:0\"\n"_L1 + m_settings.mail;
}

QCoro::Task<Result<void>> KeyParties::start()
{
    if (!QDir().mkpath(path(issuerFolder)) || !QDir().mkpath(path(registryFolder)))
        co_return Error(ErrorKind::Storage, m_settings.folder);
    if (const auto written = write(issuerFolder + "/pepper"_L1, QByteArray(32, 'p')); !written)
        co_return written.error();
    if (const auto written = writeHolders(m_settings.holders); !written)
        co_return written.error();
    auto startingIssuer = startIssuer();
    if (const auto started = co_await startingIssuer; !started)
        co_return started.error();
    auto startingRegistry = startRegistry();
    co_return co_await startingRegistry;
}

QCoro::Task<Result<void>> KeyParties::startIssuer()
{
    // In a world of two holders every transfer is a large one.
    const QString configuration =
        common()
        + u"[rak.issuer]\nregistry = 80\npepper_file = \"%1/pepper\"\nholders_file = \"%1/holders.json\"\n"
          "most_lost_percent = 100\n"_s.arg(path(issuerFolder));
    auto starting = m_issuer.start(configuration);
    if (const auto started = co_await starting; !started)
        co_return started.error();
    if (!m_holderToken.isEmpty())
        co_return Result<void>();
    const QString holder = m_settings.holders.first().asn.toString();
    const QStringList forHolder{u"--asn"_s, holder, u"--name"_s, u"a script"_s, u"--key-holder"_s};
    auto askingHolder = m_issuer.credential(forHolder);
    const auto holderToken = co_await askingHolder;
    const QStringList forVerifier{u"--asn"_s, checker.toString(), u"--name"_s, u"a script"_s, u"--key-verifier"_s};
    auto askingVerifier = m_issuer.credential(forVerifier);
    const auto verifierToken = co_await askingVerifier;
    if (!holderToken || !verifierToken)
        co_return holderToken ? verifierToken.error() : holderToken.error();
    m_holderToken = *holderToken;
    m_verifierToken = *verifierToken;
    co_return Result<void>();
}

QCoro::Task<Result<void>> KeyParties::startRegistry()
{
    const QStringList forThirdParty{u"--asn"_s, thirdParty.toString(), u"--name"_s, u"the registry"_s,
                                    u"--key-verifier"_s};
    auto asking = m_issuer.credential(forThirdParty);
    const auto atIssuer = co_await asking;
    if (!atIssuer)
        co_return atIssuer.error();
    if (const auto written = write(registryFolder + "/issuer-token"_L1, atIssuer->reveal()); !written)
        co_return written.error();
    if (const auto written = write(registryFolder + "/space"_L1, statistics()); !written)
        co_return written.error();
    // Whoever watches a key being revoked does not want to wait for the usual minute.
    QString configuration =
        common()
        + u"[irr]\nsource = \"LAB\"\nlisten = \"127.0.0.1:0\"\npoll_seconds = 1\nnew_maintainers = true\n"
          "[[rak.trust]]\nregistry = 80\nissuer = \"%1\"\ntoken_file = \"%2/issuer-token\"\n"
          "space_file = \"%2/space\"\n"_s.arg(m_issuer.publicUrl().toString(), path(registryFolder));
    for (const Holder &holder : m_settings.holders)
        configuration += u"[[irr.maintainer]]\nname = \"%1\"\nasn = %2\nnotify = \"%3\"\n"_s.arg(
            maintainer(holder.asn), QString::number(holder.asn.number()), mailOf(holder.asn));
    auto starting = m_registry.start(configuration);
    if (const auto started = co_await starting; !started)
        co_return started.error();
    const QStringList forMaintainer{u"--asn"_s, m_settings.holders.first().asn.toString(), u"--name"_s, u"a script"_s};
    auto askingToo = m_registry.credential(forMaintainer);
    const auto maintainerToken = co_await askingToo;
    if (!maintainerToken)
        co_return maintainerToken.error();
    m_registryToken = *maintainerToken;
    co_return Result<void>();
}

QJsonObject KeyParties::describe() const
{
    const Holder &holder = m_settings.holders.first();
    const QJsonObject held{{"prefixes"_L1, QJsonArray::fromStringList(holder.blocks)},
                           {"asn"_L1, static_cast<qint64>(holder.asn.number())}};
    return {{"issuer"_L1, m_issuer.publicUrl().toString()},
            {"holder_token"_L1, m_holderToken.revealText()},
            {"verifier_token"_L1, m_verifierToken.revealText()},
            {"registry"_L1, m_registry.publicUrl().toString()},
            {"registry_token"_L1, m_registryToken.revealText()},
            {"holders_file"_L1, path(issuerFolder + "/holders.json"_L1)}, // who holds what: read again when it changes
            {"whois"_L1, whois()},
            {"holder"_L1, held}};
}

} // namespace peerdesk::lab
