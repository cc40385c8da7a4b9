// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include "cli/clitext.h"
#include "cli/complaint.h"
#include "cli/completion.h"
#include "cli/desk.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace peerdesk {
namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {QStringLiteral("folder"), CliText::tr("The desk's folder: desk.db, mirror.db, credentials.json."),
         QStringLiteral("DIR"),
         QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/peerdesk")},
        {QStringLiteral("database"),
         CliText::tr("Another database, such as the daemon's: a file, or postgresql://USER@HOST/NAME."),
         QStringLiteral("DATABASE"), qEnvironmentVariable("PEERDESK_DATABASE")},
        {QStringLiteral("database-key"),
         CliText::tr("The key of that database's secrets (default: beside the file, or desk.db.key in the folder)."),
         QStringLiteral("FILE")},
        {QStringLiteral("credentials"),
         CliText::tr("Tokens as {\"ADDRESS\": \"TOKEN\"}, mode 0600 (default: credentials.json in the folder)."),
         QStringLiteral("FILE")},
        {QStringLiteral("asn"), CliText::tr("Our own network (or PEERDESK_ASN; default: the one chosen at the desk)."),
         QStringLiteral("ASN"), qEnvironmentVariable("PEERDESK_ASN")},
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

/// What the parser said last, or how to go on.
int misuse(const QString &sentence, OutputFormat format)
{
    std::fputs(complaint(Error(ErrorKind::Invalid, sentence), {}, format).constData(), stderr);
    return static_cast<int>(ExitCode::Usage);
}

/// Takes away the options that stand before the command, each with its value. What is no option of all commands stays.
QStringList takeLeadingOptions(QStringList &words)
{
    const QList<QCommandLineOption> options = commonOptions();
    QStringList leading;
    while (words.value(0).startsWith(u"--")) {
        const QString name = words.first().mid(2).section(u'=', 0, 0);
        const auto option = std::find_if(options.begin(), options.end(), [&name](const QCommandLineOption &each) {
            return each.names().contains(name);
        });
        if (option == options.end())
            break;
        const bool valueFollows = !option->valueName().isEmpty() && !words.first().contains(u'=');
        for (int take = valueFollows ? 2 : 1; take > 0 && !words.isEmpty(); --take)
            leading.append(words.takeFirst());
    }
    return leading;
}

/// What could not be written was not done. A reader that has read enough (head, less) is no trouble to speak of.
int checked(int status)
{
    errno = 0;
    std::fflush(stdout);
    const int why = errno;
    if (std::ferror(stdout) == 0)
        return status;
    if (why != EPIPE)
        say(stderr, CliText::tr("peerdeskctl: the output could not be written: %1\n")
                        .arg(qt_error_string(why == 0 ? EIO : why)));
    return static_cast<int>(ExitCode::Failed);
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
    return checked(dispatch(arguments.mid(1)));
}

int Cli::dispatch(QStringList words)
{
    const QStringList leading = takeLeadingOptions(words);
    const QString first = words.value(0);
    if (first == u"--version") {
        say(stdout, QStringLiteral("peerdeskctl %1\n").arg(QCoreApplication::applicationVersion()));
        return static_cast<int>(ExitCode::Done);
    }
    if (first == u"completion") {
        say(stdout, completionScript(m_commands, commonOptions()));
        return static_cast<int>(ExitCode::Done);
    }
    if (words.isEmpty()) {
        say(stderr, help({}));
        return static_cast<int>(ExitCode::Usage);
    }
    // "help shared" is "shared --help".
    if (first == u"help" || first == u"--help" || first == u"-h")
        words = words.mid(1) + QStringList{QStringLiteral("--help")};
    int used = 0;
    if (const Command *command = find(words, &used))
        return start(*command, QStringList{QStringLiteral("peerdeskctl")} + leading + words.mid(used));
    const QString group = words.first().startsWith(u'-') ? QString() : words.first();
    const bool isGroup = std::any_of(m_commands.begin(), m_commands.end(), [&group](const Command &command) {
        return group.isEmpty() || command.name.startsWith(group + u' ');
    });
    if (isGroup && words.contains(QStringLiteral("--help"))) {
        say(stdout, help(group));
        return static_cast<int>(ExitCode::Done);
    }
    if (words.first().startsWith(u'-'))
        return misuse(CliText::tr("%1 is no option of all commands: a command's own stand behind it").arg(first),
                      OutputFormat::Table);
    if (isGroup && (words.size() == 1 || words.at(1).startsWith(u'-'))) {
        // "requests" is "requests list", with its options.
        if (const Command *list = find({group, QStringLiteral("list")}, &used); list && used == 2)
            return start(*list, QStringList{QStringLiteral("peerdeskctl")} + leading + words.mid(1));
        say(stderr, help(group));
        return static_cast<int>(ExitCode::Usage);
    }
    return misuse(
        isGroup
            ? CliText::tr("\"%1\" is no command: see \"peerdeskctl help %2\"").arg(words.mid(0, 2).join(u' '), group)
            : CliText::tr("\"%1\" is no command: see \"peerdeskctl help\"").arg(words.first()),
        OutputFormat::Table);
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
    m_parser->addPositionalArgument(command.name, command.summary, (command.name + u' ' + command.arguments).trimmed());
    const QCommandLineOption helpOption({QStringLiteral("h"), QStringLiteral("help")}, CliText::tr("This help."));
    m_parser->addOption(helpOption);
    m_parser->addOptions(commonOptions());
    m_parser->addOptions(command.options);
    const bool isParsed = m_parser->parse(arguments);
    const auto format = outputFormatFromString(m_parser->value(QStringLiteral("format")));
    if (!isParsed)
        return misuse(m_parser->errorText(), format.value_or(OutputFormat::Table));
    if (m_parser->isSet(helpOption)) {
        say(stdout, m_parser->helpText() + u'\n' + exitCodeHelp());
        return static_cast<int>(ExitCode::Done);
    }
    if (!format)
        return misuse(CliText::tr("--format is table, json or csv"), OutputFormat::Table);
    const QString asnText = m_parser->value(QStringLiteral("asn"));
    const auto asn = Asn::parse(asnText);
    if (!asnText.isEmpty() && !asn)
        return misuse(CliText::tr("--asn is no AS number: %1").arg(asnText), *format);
    m_desk = std::make_unique<CommandDesk>(CommandDesk::Settings{
        m_parser->value(QStringLiteral("folder")), m_parser->value(QStringLiteral("database")),
        m_parser->value(QStringLiteral("database-key")), m_parser->value(QStringLiteral("credentials")),
        m_parser->isSet(QStringLiteral("allow-private")), asn.value_or(Asn())});
    const Call call(*m_desk, *m_parser, *format);
    QTimer::singleShot(0, qApp, [&command, call] {
        QCoro::connect(command.run(call), qApp, [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    });
    return QCoreApplication::exec();
}

QString Cli::help(const QString &group) const
{
    QString help = CliText::tr("Usage: peerdeskctl COMMAND [options] [arguments]\n\nCommands:\n");
    for (const Command &command : m_commands) {
        if (!group.isEmpty() && !command.name.startsWith(group + u' '))
            continue;
        help += QStringLiteral("  %1\n      %2\n")
                    .arg((command.name + u' ' + command.arguments).trimmed(), command.summary);
    }
    if (group.isEmpty())
        help += CliText::tr("  completion\n      Shell completion: eval \"$(peerdeskctl completion)\"\n");
    return help + CliText::tr("\npeerdeskctl COMMAND --help tells its options.\n\n") + exitCodeHelp();
}

} // namespace peerdesk
