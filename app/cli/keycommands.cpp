// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keycommands.h"

#include "base/id.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "workflow/keys/keys.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace peerdesk {
namespace {

constexpr qint64 longestCheck = 64 * 1024;

Result<Keys *> keysOf(const Call &call)
{
    return call.desk.keys(call.option("issuer"));
}

QJsonArray prefixTexts(const PrefixSet &prefixes)
{
    QJsonArray texts;
    for (const KeyPrefix &item : prefixes.items())
        texts.append(prefixInWords(item));
    return texts;
}

/// An ISO date means the whole of that day; 0 if it is neither a date nor a time.
UtcMs expiryOf(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day.addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch() : fromRfc3339(text);
}

QCoro::Task<ExitCode> listKeys(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    const auto held = co_await (*keys)->list();
    if (!held)
        co_return call.fail(held.error(), (*keys)->issuer().host());
    Listing listing({QStringLiteral("reference"), QStringLiteral("label"), QStringLiteral("asn"),
                     QStringLiteral("prefixes"), QStringLiteral("status"), QStringLiteral("expires"),
                     QStringLiteral("serial"), QStringLiteral("auto_renew"), QStringLiteral("notify")});
    for (const HeldKey &key : *held) {
        const KeyTerms &terms = key.terms;
        listing.add({key.id(), key.label, static_cast<qint64>(terms.origin.number()), prefixTexts(terms.prefixes),
                     toText(terms.status(call.desk.clock().now())), toRfc3339(terms.expires),
                     static_cast<qint64>(terms.serial.number()), key.renews, QJsonArray::fromStringList(key.notify)});
    }
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> issueKey(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    KeyForm form;
    form.id = call.isSet("id") ? call.option("id") : newUuid();
    form.prefixes = call.arguments().join(QLatin1Char('\n'));
    form.origin = call.option("origin");
    form.expires = expiryOf(call.option("until"));
    form.label = call.option("label");
    form.audience = call.option("audience");
    form.renews = call.isSet("auto-renew");
    form.notify = call.options.values(QStringLiteral("notify")).join(QLatin1Char(','));
    const auto issued = co_await (*keys)->issue(form);
    const bool unclear =
        !issued && (issued.error().kind == ErrorKind::TimedOut || issued.error().kind == ErrorKind::Protocol);
    if (unclear)
        call.note(CliText::tr("To ask again without getting a second key: --id %1").arg(form.id));
    if (!issued)
        co_return call.fail(issued.error(), (*keys)->issuer().host());
    Listing listing({QStringLiteral("key"), QStringLiteral("reference")});
    listing.add({issued->key.revealText(), issued->reference.toString()});
    listing.setFooter(CliText::tr("The key is shown this once."));
    call.print(listing);
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> renewKeys(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    const QString itself = call.option("auto-renew");
    RenewalForm form;
    form.expires = expiryOf(call.option("until"));
    if (call.isSet("auto-renew"))
        form.renews = itself == u"yes";
    const bool understood = (!call.isSet("until") || form.expires != 0)
                            && (!call.isSet("auto-renew") || itself == u"yes" || itself == u"no");
    if (call.arguments().isEmpty() || !understood || (form.expires == 0 && !form.renews))
        co_return call.misuse(
            CliText::tr("keys renew takes references and --until DATE, --auto-renew yes or no, or both"));
    const auto refused = co_await (*keys)->renew(call.arguments(), form);
    if (!refused)
        co_return call.fail(refused.error(), (*keys)->issuer().host());
    ExitCode code = ExitCode::Done;
    for (const Keys::Refusal &refusal : *refused)
        code = call.fail(refusal.error, refusal.reference);
    co_return refused->size() < call.arguments().size() && !refused->isEmpty() ? ExitCode::InPart : code;
}

QCoro::Task<ExitCode> revokeKey(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    if (call.arguments().size() != 1 || call.option("reason").isEmpty())
        co_return call.misuse(CliText::tr("keys revoke takes one reference and --reason TEXT"));
    const auto revoked = co_await (*keys)->revoke(call.arguments().first(), call.option("reason"));
    co_return revoked ? ExitCode::Done : call.fail(revoked.error(), (*keys)->issuer().host());
}

QCoro::Task<ExitCode> exportRoas(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    if (call.arguments().isEmpty())
        co_return call.misuse(CliText::tr("keys roas takes the references of keys"));
    Listing listing({QStringLiteral("asn"), QStringLiteral("prefix"), QStringLiteral("maxLength")});
    for (const QString &reference : call.arguments()) {
        const auto roas = co_await (*keys)->roas(reference);
        if (!roas)
            co_return call.fail(roas.error(), (*keys)->issuer().host());
        for (const QJsonValue &roa : *roas)
            listing.add({roa[u"asn"], roa[u"prefix"], roa[u"maxLength"]});
    }
    call.print(listing);
    co_return ExitCode::Done;
}

/// From the standard input: what stands on a command line is seen by everybody on the machine.
QCoro::Task<ExitCode> checkKey(Call call)
{
    const auto keys = keysOf(call);
    if (!keys)
        co_return call.misuse(keys.error().detail);
    if (!call.arguments().isEmpty())
        co_return call.misuse(CliText::tr("keys check reads a key, a reference or a letter's text from its input"));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        co_return call.misuse(CliText::tr("There is no input to read"));
    const Secret typed(input.read(longestCheck).trimmed());
    const auto answer = co_await (*keys)->check(typed);
    if (!answer)
        co_return call.fail(answer.error(), (*keys)->issuer().host());
    const QStringList verdicts{QStringLiteral("good"), QStringLiteral("bad"), QStringLiteral("unclear")};
    Listing listing({QStringLiteral("verdict"), QStringLiteral("answer"), QStringLiteral("note")});
    listing.add({verdicts.at(static_cast<int>(answer->verdict)), answer->sentence, answer->note});
    call.print(listing);
    co_return answer->verdict == KeyAnswer::Verdict::Good ? ExitCode::Done : ExitCode::Refused;
}

} // namespace

QList<Command> keyCommands()
{
    const QCommandLineOption issuer(QStringLiteral("issuer"),
                                    CliText::tr("The issuer's address (default: the desk's setting)."),
                                    QStringLiteral("URL"));
    const QCommandLineOption until(QStringLiteral("until"), CliText::tr("The last day, in UTC, or the moment it ends."),
                                   QStringLiteral("DATE"));
    const QCommandLineOption origin(QStringLiteral("origin"), CliText::tr("The AS that may announce the prefixes."),
                                    QStringLiteral("ASN"));
    const QCommandLineOption label(QStringLiteral("label"), CliText::tr("Our own words for it."),
                                   QStringLiteral("TEXT"));
    const QCommandLineOption audience(QStringLiteral("audience"),
                                      CliText::tr("The AS of the one third party that may use it."),
                                      QStringLiteral("ASN"));
    const QCommandLineOption renews(QStringLiteral("auto-renew"),
                                    CliText::tr("Renew it automatically, as long as the resources are held."));
    const QCommandLineOption renewsOrNot(QStringLiteral("auto-renew"),
                                         CliText::tr("Whether they renew automatically from now on."),
                                         QStringLiteral("yes|no"));
    const QCommandLineOption notify(QStringLiteral("notify"),
                                    CliText::tr("Who is told by mail as well; may be given several times."),
                                    QStringLiteral("ADDRESS"));
    const QCommandLineOption id(QStringLiteral("id"),
                                CliText::tr("Of an order whose outcome is not known, to ask again."),
                                QStringLiteral("UUID"));
    const QCommandLineOption reason(QStringLiteral("reason"), CliText::tr("Why; the issuer keeps it."),
                                    QStringLiteral("TEXT"));
    return {
        {QStringLiteral("keys list"), {}, CliText::tr("The keys that we hold at the issuer"), {issuer}, listKeys},
        {QStringLiteral("keys issue"),
         QStringLiteral("PREFIX..."),
         CliText::tr("Have a key issued and print it, once"),
         {issuer, origin, until, label, audience, renews, notify, id},
         issueKey},
        {QStringLiteral("keys renew"),
         QStringLiteral("REFERENCE..."),
         CliText::tr("Let keys live longer, or renew automatically"),
         {issuer, until, renewsOrNot},
         renewKeys},
        {QStringLiteral("keys revoke"),
         QStringLiteral("REFERENCE"),
         CliText::tr("End a key for good"),
         {issuer, reason},
         revokeKey},
        {QStringLiteral("keys roas"),
         QStringLiteral("REFERENCE..."),
         CliText::tr("What ROAs for the same prefixes would say, for whoever makes them"),
         {issuer},
         exportRoas},
        {QStringLiteral("keys check"),
         {},
         CliText::tr("Whether a key, a reference or a letter's text (from the input) holds"),
         {issuer},
         checkKey},
    };
}

} // namespace peerdesk
