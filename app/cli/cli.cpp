// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include "cli/clitext.h"
#include "cli/desk.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace peerdesk {
namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {QStringLiteral("folder"), CliText::tr("The desk's folder: desk.db, mirror.db, credentials.json."),
         QStringLiteral("DIR"),
         QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/peerdesk")},
        {QStringLiteral("database"), CliText::tr("Another database, such as the daemon's."),
         QStringLiteral("FILE")},
        {QStringLiteral("credentials"), CliText::tr("Tokens as {\"ENDPOINT\": \"TOKEN\"}, mode 0600."),
         QStringLiteral("FILE")},
        {QStringLiteral("asn"), CliText::tr("Our own network (or PEERDESK_ASN)."), QStringLiteral("ASN"),
         qEnvironmentVariable("PEERDESK_ASN")},
        {QStringLiteral("format"), CliText::tr("table, json or csv."), QStringLiteral("FORMAT"),
         QStringLiteral("table")},
        {QStringLiteral("allow-private"),
         CliText::tr("Endpoints on loopback and private addresses may be called, without TLS.")},
    };
}

void say(FILE *where, const QString &what)
{
    std::fputs(qPrintable(what), where);
}

} // namespace

Cli::Cli(QList<Command> commands)
    : m_commands(std::move(commands))
    , m_parser(std::make_unique<QCommandLineParser>())
{
}

Cli::~Cli() = default;

int Cli::run(const QStringList &arguments)
{
    const QStringList words = arguments.mid(1);
    if (words.value(0) == u"--version") {
        say(stdout, QStringLiteral("peerdeskctl %1\n").arg(QCoreApplication::applicationVersion()));
        return static_cast<int>(ExitCode::Done);
    }
    if (words.value(0) == u"completion") {
        say(stdout, completion());
        return static_cast<int>(ExitCode::Done);
    }
    const bool wantsHelp = words.isEmpty() || words.value(0) == u"help" || words.value(0) == u"--help" ||
                           words.value(0) == u"-h";
    int used = 0;
    const Command *command = wantsHelp ? nullptr : find(words, &used);
    if (!command) {
        say(wantsHelp && !words.isEmpty() ? stdout : stderr, help());
        return static_cast<int>(wantsHelp && !words.isEmpty() ? ExitCode::Done : ExitCode::Usage);
    }
    return start(*command, QStringList{QStringLiteral("peerdeskctl")} + words.mid(used));
}

const Command *Cli::find(const QStringList &words, int *used) const
{
    for (const int count : {2, 1}) {
        const QString name = words.mid(0, count).join(u' ');
        const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                        [&name](const Command &command) { return command.name == name; });
        if (found != m_commands.end()) {
            *used = count;
            return &*found;
        }
    }
    return nullptr;
}

int Cli::start(const Command &command, const QStringList &arguments)
{
    m_parser->setApplicationDescription(
        QStringLiteral("peerdeskctl %1 %2\n%3").arg(command.name, command.arguments, command.summary));
    const QCommandLineOption helpOption = m_parser->addHelpOption();
    m_parser->addOptions(commonOptions());
    m_parser->addOptions(command.options);
    if (!m_parser->parse(arguments)) {
        say(stderr, QStringLiteral("peerdeskctl: %1\n").arg(m_parser->errorText()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (m_parser->isSet(helpOption)) {
        say(stdout, m_parser->helpText() + u'\n' + exitCodeHelp());
        return static_cast<int>(ExitCode::Done);
    }
    const auto format = outputFormatFromString(m_parser->value(QStringLiteral("format")));
    const QString asnText = m_parser->value(QStringLiteral("asn"));
    const auto asn = Asn::parse(asnText);
    if (!format || (!asnText.isEmpty() && !asn)) {
        say(stderr, !format ? CliText::tr("peerdeskctl: --format is table, json or csv\n")
                            : CliText::tr("peerdeskctl: --asn is no AS number\n"));
        return static_cast<int>(ExitCode::Usage);
    }
    m_desk = std::make_unique<CommandDesk>(CommandDesk::Settings{
        m_parser->value(QStringLiteral("folder")), m_parser->value(QStringLiteral("database")),
        m_parser->value(QStringLiteral("credentials")), m_parser->isSet(QStringLiteral("allow-private")),
        asn.value_or(Asn())});
    const Call call(*m_desk, *m_parser, *format);
    QTimer::singleShot(0, qApp, [&command, call] {
        QCoro::connect(command.run(call), qApp,
                       [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    });
    return QCoreApplication::exec();
}

QString Cli::help() const
{
    QString help = CliText::tr("Usage: peerdeskctl COMMAND [options] [arguments]\n\nCommands:\n");
    for (const Command &command : m_commands)
        help += QStringLiteral("  %1\n      %2\n")
                    .arg((command.name + u' ' + command.arguments).trimmed(), command.summary);
    help += CliText::tr("  completion\n      Shell completion: eval \"$(peerdeskctl completion)\"\n"
                        "\npeerdeskctl COMMAND --help tells its options.\n\n");
    return help + exitCodeHelp();
}

/// For bash; zsh understands it after bashcompinit.
QString Cli::completion() const
{
    QString cases;
    QStringList firstWords;
    QMap<QString, QStringList> secondWords;
    for (const Command &command : m_commands) {
        const QStringList words = command.name.split(u' ');
        if (!firstWords.contains(words.first()))
            firstWords.append(words.first());
        if (words.size() > 1)
            secondWords[words.first()].append(words.at(1));
    }
    for (auto it = secondWords.begin(); it != secondWords.end(); ++it)
        cases += QStringLiteral("        %1) words=\"%2\" ;;\n").arg(it.key(), it.value().join(u' '));
    QStringList options;
    for (const QCommandLineOption &option : commonOptions())
        options.append(QStringLiteral("--") + option.names().first());
    return QStringLiteral(
               "_peerdeskctl() {\n"
               "    local words=\n"
               "    if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"%1\"\n"
               "    elif [ \"$COMP_CWORD\" -eq 2 ]; then case \"${COMP_WORDS[1]}\" in\n%2    esac; fi\n"
               "    case \"${COMP_WORDS[COMP_CWORD]}\" in -*) words=\"%3 --help\" ;; esac\n"
               "    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
               "    [ -n \"$words\" ] || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
               "}\n"
               "complete -F _peerdeskctl peerdeskctl\n")
        .arg(firstWords.join(u' '), cases, options.join(u' '));
}

} // namespace peerdesk
