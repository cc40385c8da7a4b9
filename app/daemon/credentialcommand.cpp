// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/credentialcommand.h"

#include "auth/scope.h"
#include "base/text.h"
#include "endpoint/oauth/machinecredentials.h"
#include "storage/database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSysInfo>
#include <QTextStream>
#include <QTimer>

namespace peerdesk {
namespace {

struct CredentialText
{
    Q_DECLARE_TR_FUNCTIONS(CredentialCommand)
};

constexpr UtcMs day = UtcMs(24) * 60 * 60 * 1000;

void tell(FILE *where, const QString &line)
{
    QTextStream(where) << line << Qt::endl;
}

QString operatorName()
{
    return QStringLiteral("%1@%2").arg(qEnvironmentVariable("USER", QStringLiteral("peerdeskd")),
                                       QSysInfo::machineHostName());
}

QString stateOf(const MachineCredential &credential, UtcMs now)
{
    if (credential.revokedAt != 0)
        return CredentialText::tr("revoked %1").arg(toRfc3339(credential.revokedAt));
    if (!credential.holdsAt(now))
        return CredentialText::tr("expired %1").arg(toRfc3339(credential.expiresAt));
    return credential.usedAt == 0 ? CredentialText::tr("never used")
                                  : CredentialText::tr("last used %1").arg(toRfc3339(credential.usedAt));
}

QString scopeOf(const QCommandLineParser &options)
{
    if (options.isSet(QStringLiteral("key-verifier")))
        return keyVerifierScope;
    if (options.isSet(QStringLiteral("key-holder")))
        return keyHolderScope;
    return options.isSet(QStringLiteral("read-only")) ? readScope : fullScope;
}

QString useOf(const QString &scope)
{
    if (scope == keyVerifierScope)
        return CredentialText::tr("checks keys");
    if (scope == keyHolderScope)
        return CredentialText::tr("gets keys");
    return isReadOnly(scope) ? CredentialText::tr("reads") : CredentialText::tr("reads and asks");
}

} // namespace

CredentialCommand::CredentialCommand()
    : m_options(std::make_unique<QCommandLineParser>())
{
    m_options->setApplicationDescription(
        CredentialText::tr("Credentials for programs of other networks: issue, list, revoke ID."));
    m_options->addHelpOption();
    m_options->addOptions({
        {QStringLiteral("config"), CredentialText::tr("The configuration file."), QStringLiteral("FILE"),
         QStringLiteral("/etc/peerdesk/peerdeskd.toml")},
        {QStringLiteral("asn"), CredentialText::tr("issue: the network that the program speaks for."),
         QStringLiteral("ASN")},
        {QStringLiteral("name"), CredentialText::tr("issue: what the program is called here."), QStringLiteral("TEXT")},
        {QStringLiteral("days"), CredentialText::tr("issue: how long it holds; 0 for ever. The default is 365."),
         QStringLiteral("N"), QStringLiteral("365")},
        {QStringLiteral("read-only"), CredentialText::tr("issue: it may look and not ask.")},
        {QStringLiteral("key-verifier"),
         CredentialText::tr("issue: it checks keys of the registry, and asks nothing else.")},
        {QStringLiteral("key-holder"),
         CredentialText::tr("issue: it gets keys for the holders of its network's resources.")},
    });
    m_options->addPositionalArgument(QStringLiteral("command"), CredentialText::tr("issue, list or revoke"));
}

CredentialCommand::~CredentialCommand() = default;

int CredentialCommand::run(const QStringList &arguments)
{
    m_options->process(QStringList{QStringLiteral("peerdeskd credential")} + arguments);
    const auto config = EndpointConfig::load(m_options->value(QStringLiteral("config")));
    if (!config) {
        tell(stderr, config.error().detail);
        return Usage;
    }
    m_config = *config;
    auto database = Database::open(m_config.database, m_clock);
    if (!database) {
        tell(stderr, database.error().detail);
        return Failed;
    }
    m_database = std::move(*database);
    m_credentials = std::make_unique<MachineCredentials>(*m_database, m_clock);
    QTimer::singleShot(0, qApp, [this] {
        perform(m_options->positionalArguments()).then([](int status) { QCoreApplication::exit(status); });
    });
    return QCoreApplication::exec();
}

QCoro::Task<int> CredentialCommand::perform(QStringList words)
{
    const QString command = words.value(0);
    if (command == u"issue" && words.size() == 1)
        co_return co_await issue();
    if (command == u"list" && words.size() == 1)
        co_return co_await list();
    if (command == u"revoke" && words.size() == 2)
        co_return co_await revoke(words.last());
    tell(stderr, m_options->helpText());
    co_return Usage;
}

QCoro::Task<int> CredentialCommand::issue()
{
    const auto asn = Asn::parse(m_options->value(QStringLiteral("asn")));
    const QString name = m_options->value(QStringLiteral("name")).trimmed();
    bool isNumber = false;
    const int days = m_options->value(QStringLiteral("days")).toInt(&isNumber);
    if (!asn || name.isEmpty() || !isNumber || days < 0) {
        tell(stderr, CredentialText::tr("issue needs --asn and --name, and --days a number."));
        co_return Usage;
    }
    const QString scope = scopeOf(*m_options);
    const UtcMs expiresAt = days == 0 ? 0 : m_clock.now() + days * day;
    auto issuing = m_credentials->issue(*asn, name, scope, expiresAt, operatorName());
    const auto secret = co_await issuing;
    if (!secret) {
        tell(stderr, secret.error().detail);
        co_return Failed;
    }
    tell(stdout, secret->revealText());
    tell(stderr, CredentialText::tr("This is shown once. It is presented as \"Authorization: Bearer ...\"."));
    if (!m_config.signIn.machines)
        tell(stderr,
             CredentialText::tr("It is not accepted before access.machine_credentials is true in the configuration."));
    co_return Done;
}

QCoro::Task<int> CredentialCommand::list()
{
    auto reading = m_credentials->list();
    const auto credentials = co_await reading;
    if (!credentials) {
        tell(stderr, credentials.error().detail);
        co_return Failed;
    }
    for (const MachineCredential &credential : *credentials)
        tell(stdout, QStringList{credential.id, credential.asn.toString(), terminalText(credential.name),
                                 useOf(credential.scope), stateOf(credential, m_clock.now())}
                         .join(QStringLiteral("  ")));
    co_return Done;
}

QCoro::Task<int> CredentialCommand::revoke(QString id)
{
    auto revoking = m_credentials->revoke(id, operatorName());
    const auto revoked = co_await revoking;
    if (!revoked) {
        tell(stderr, revoked.error().kind == ErrorKind::NotFound
                         ? CredentialText::tr("There is no such credential that holds.")
                         : revoked.error().detail);
        co_return Failed;
    }
    co_return Done;
}

} // namespace peerdesk
