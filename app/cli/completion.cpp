// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include <QMap>

namespace peerdesk {
namespace {

/// %1: first words; %2: their second words; %3: options of commands; %4: options of all.
const QString script = QStringLiteral(R"(_peerdeskctl() {
    local word=${COMP_WORDS[COMP_CWORD]} first=${COMP_WORDS[1]} words= options="%4"
    case "${COMP_WORDS[COMP_CWORD-1]}" in
        --format) COMPREPLY=($(compgen -W "table json csv" -- "$word")); return ;;
        --body) COMPREPLY=($(compgen -W "object array" -- "$word")); return ;;
        --local) COMPREPLY=($(compgen -W "requestor receiver" -- "$word")); return ;;
        --folder) COMPREPLY=($(compgen -d -- "$word")); return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="%1"
    elif [ "$COMP_CWORD" -eq 2 ]; then
        case "$first" in
%2        esac
    fi
    case "$first ${COMP_WORDS[2]}" in
%3    esac
    case "$word" in -*) words=$options ;; esac
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -F _peerdeskctl -o filenames peerdeskctl
)");

QString namesOf(const QList<QCommandLineOption> &options)
{
    QStringList names;
    for (const QCommandLineOption &option : options)
        names.append(QStringLiteral("--") + option.names().last());
    return names.join(u' ');
}

} // namespace

QString completionScript(const QList<Command> &commands, const QList<QCommandLineOption> &commonOptions)
{
    QStringList firstWords;
    QMap<QString, QStringList> secondWords;
    QString options;
    for (const Command &command : commands) {
        const QStringList words = command.name.split(u' ');
        if (!firstWords.contains(words.first()))
            firstWords.append(words.first());
        if (words.size() > 1)
            secondWords[words.first()].append(words.at(1));
        const QString pattern = words.size() > 1 ? QStringLiteral("\"%1\"").arg(command.name)
                                                 : QStringLiteral("\"%1 \"*").arg(command.name);
        if (!command.options.isEmpty())
            options +=
                QStringLiteral("        %1) options=\"$options %2\" ;;\n").arg(pattern, namesOf(command.options));
    }
    firstWords += {QStringLiteral("completion"), QStringLiteral("help")};
    QString seconds;
    for (auto it = secondWords.begin(); it != secondWords.end(); ++it)
        seconds += QStringLiteral("            %1) words=\"%2\" ;;\n").arg(it.key(), it.value().join(u' '));
    return script.arg(firstWords.join(u' '), seconds, options, namesOf(commonOptions) + QStringLiteral(" --help"));
}

} // namespace peerdesk
