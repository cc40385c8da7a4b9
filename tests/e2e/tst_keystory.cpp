// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "e2e/plainhttp.h"
#include "http/httpclient.h"
#include "keys/letterpdf.h"
#include "lab/keyparties.h"
#include "support/bgpq4.h"
#include "support/mailkit.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "support/requiretool.h"
#include "workflow/keys/keys.h"
#include "workflow/keys/routeobjects.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;
using lab::KeyParties;

namespace {

constexpr auto libfaketime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
constexpr UtcMs anHour = 60LL * 60 * 1000;
constexpr UtcMs aDay = 24 * anHour;
constexpr Asn own(64496);
constexpr Asn other(64500);
const QString first = u"192.0.2.0/24"_s;
const QString second = u"198.51.100.0/24"_s;
const QStringList nothing;
const QStringList both{first, second};

HttpClientSettings inside()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// The time of everybody in the story, here and in the daemons: it only ever goes on.
class StoryClock : public Clock
{
public:
    explicit StoryClock(QString file)
        : m_file(std::move(file))
    {
        advance(0);
    }

    [[nodiscard]] UtcMs now() const override { return SystemClock().now() + m_ahead; }
    void advance(UtcMs by)
    {
        m_ahead += by;
        QFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || file.write(u"+%1\n"_s.arg(m_ahead / 1000).toLatin1()) < 0)
            qFatal("%s cannot be written", qPrintable(m_file));
    }
    /// Lets a program live in it (libfaketime); timers go on as they do.
    void govern(lab::EndpointProcess &program) const
    {
        program.setEnvironment(u"LD_PRELOAD"_s, QString::fromLatin1(libfaketime));
        program.setEnvironment(u"FAKETIME_TIMESTAMP_FILE"_s, m_file);
        program.setEnvironment(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        program.setEnvironment(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        program.setEnvironment(u"ASAN_OPTIONS"_s,
                               u"verify_asan_link_order=0:detect_leaks=0:detect_stack_use_after_return=0"_s);
    }

private:
    const QString m_file;
    UtcMs m_ahead = 0;
};

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool well =
        process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? process.readAllStandardOutput() : QByteArray();
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

/// The life of keys and of what hangs on them, with nothing invented but the clock: the desk's services, an issuer, a
/// registry, a mail server, and bgpq4 as the outside world that builds filters.
class TstKeyStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_TOOL(hasBgpq4(), u"bgpq4 is not installed"_s);
        REQUIRE_TOOL(QFile::exists(QString::fromLatin1(libfaketime)), u"libfaketime is not installed"_s);
        REQUIRE_TOOL(m_mails.start(), m_mails.why());
        KeyParties::Settings settings;
        settings.folder = m_folder.path();
        settings.program = QStringLiteral(PEERDESKD);
        settings.holders = holders(both);
        settings.mail = u"[mail]\nserver = \"127.0.0.1\"\nport = %1\nsecurity = \"none\"\n"
                        "from = \"keys@lab.example\"\n"_s.arg(m_mails.settings().port);
        m_parties = std::make_unique<KeyParties>(settings);
        m_clock.govern(m_parties->issuer());
        m_clock.govern(m_parties->registry());
        m_parties->registry().writeLogTo(log());
        const auto started = outcomeOf(m_parties->start(), 120'000);
        QVERIFY2(started.ok(), started ? "" : qPrintable(started.error().detail));
        m_keys = std::make_unique<Keys>(
            m_http, m_clock, [this](QUrl place) { return tokenFor(std::move(place)); },
            [this] { return m_parties->issuer().publicUrl(); });
        m_routes = std::make_unique<RouteObjects>(
            m_http, m_clock, [this](QUrl place) { return tokenFor(std::move(place)); },
            [this] { return m_parties->registry().publicUrl(); });
    }
    void cleanupTestCase()
    {
        m_keys.reset();
        m_routes.reset();
    }

    void whatIsRevokedFallsOutOfTheFilters()
    {
        const FreshKey key = issued(both, 30 * aDay);
        QVERIFY(wasTold(u"Key %1 was issued"_s, key, m_parties->issuer()));
        hang(key, both);
        QCOMPARE(filter(), both);
        QVERIFY(outcomeOf(m_keys->revoke(key.reference.toString(), u"the contract ended"_s)).ok());
        QTRY_COMPARE(filter(), nothing);
        QVERIFY(wasTold(u"Key %1 was revoked"_s, key, m_parties->issuer()));
        QVERIFY(wasTold(u"Route objects of MAINT-AS64496 are gone: key %1"_s, key, m_parties->registry()));
        QCOMPARE(outcomeOf(m_routes->list())->size(), 0);
    }

    void aLetterIsBelievedAsLongAsItsKey()
    {
        REQUIRE_TOOL(isInstalled(u"pdftoppm"_s) && isInstalled(u"zbarimg"_s), u"pdftoppm or zbarimg is missing"_s);
        const FreshKey key = issued(both, 30 * aDay);
        QString read;
        letterOnPaper(key, read);
        const auto now = outcomeOf(m_keys->check(Secret(read)));
        QVERIFY(now.ok());
        QCOMPARE(now->terms->status(m_clock.now()), KeyStatus::Valid);
        QCOMPARE(now->terms->prefixes.items().size(), 2);
        QVERIFY2(now->note.startsWith(u"The issuer signed it"), qPrintable(now->note));
        QCOMPARE(now->verdict, KeyAnswer::Verdict::Unclear); // a test registry's, which proves nothing
        QCOMPARE(now->terms->origin, own);
        // Who was shown the key itself is told at once what became of it.
        QVERIFY(outcomeOf(m_keys->check(key.key)).ok());
        QVERIFY(outcomeOf(m_keys->revoke(key.reference.toString(), u"printed by mistake"_s)).ok());
        QCOMPARE(outcomeOf(m_keys->check(Secret(read)))->verdict, KeyAnswer::Verdict::Bad);
    }

    void whatIsTransferredTakesItsRoutesAlong()
    {
        const FreshKey key = issued(both, 30 * aDay);
        hang(key, both);
        QCOMPARE(filter(), both);
        QVERIFY(m_parties->transfer(holders({first})).ok());
        QTRY_COMPARE(filter(), nothing);
        QVERIFY(wasTold(u"Key %1 was withdrawn"_s, key, m_parties->issuer()));
        QCOMPARE(statusOf(key), KeyStatus::Withdrawn);
        KeyForm form = formFor({second}, 30 * aDay);
        QCOMPARE(outcomeOf(m_keys->issue(form)).error().kind, ErrorKind::Denied);
        QVERIFY(m_parties->transfer(holders(both)).ok());
        // What was withdrawn does not come back with the addresses.
        form.id = newUuid();
        QTRY_VERIFY(outcomeOf(m_keys->issue(form)).ok());
        QCOMPARE(statusOf(key), KeyStatus::Withdrawn);
        QCOMPARE(filter(), nothing);
    }

    void whatHasExpiredFallsOutOfTheFilters()
    {
        const FreshKey key = issued(both, 2 * aDay);
        hang(key, both);
        m_clock.advance(2 * aDay - anHour);
        QVERIFY(outcomeOf(m_routes->list()).ok());
        QCOMPARE(filter(), both);
        m_clock.advance(anHour);
        QTRY_COMPARE(filter(), nothing);
        QCOMPARE(statusOf(key), KeyStatus::Expired);
        QVERIFY(wasTold(u"Route objects of MAINT-AS64496 are gone: key %1"_s, key, m_parties->registry()));
        m_parties->issuer().reload();
        QVERIFY(wasTold(u"Key %1 has expired"_s, key, m_parties->issuer()));
    }

    void anIssuerThatIsSilentDeletesNothing()
    {
        const FreshKey brief = issued({first}, 2 * aDay);
        const FreshKey lasting = issued({second}, 60 * aDay);
        hang(brief, {first});
        hang(lasting, {second});
        QTRY_COMPARE(metric(u"peerdesk_irr_issuer_failing_since_seconds"_s), 0);
        m_parties->issuer().stop();
        m_clock.advance(anHour);
        QTRY_VERIFY(metric(u"peerdesk_irr_issuer_failing_since_seconds"_s) > 0);
        QCOMPARE(filter(), both);
        m_clock.advance(2 * aDay);
        QTRY_COMPARE(filter(), QStringList{second});
        QTRY_VERIFY2(metric(u"peerdesk_irr_overdue_keys"_s) > 0, "nobody has confirmed it for half a day");
        // Longer than the operator lets it be silent: hidden, and there still.
        m_clock.advance(6 * aDay);
        QTRY_COMPARE(filter(), nothing);
        const auto hidden = outcomeOf(m_routes->list());
        QCOMPARE(hidden->size(), 1);
        QVERIFY(hidden->first().hidden);
        QCOMPARE(hidden->first().prefix.toString(), second);
        const auto restarted = outcomeOf(m_parties->startIssuer(), 60'000);
        QVERIFY(restarted.ok());
        QTRY_COMPARE(filter(), QStringList{second});
        QTRY_COMPARE(metric(u"peerdesk_irr_issuer_failing_since_seconds"_s), 0);
    }

private:
    static QList<KeyParties::Holder> holders(const QStringList &ours)
    {
        QStringList theirs{u"203.0.113.0/24"_s};
        for (const QString &block : both) {
            if (!ours.contains(block))
                theirs.append(block);
        }
        return {{u"Example Networks"_s, own, ours}, {u"Nordic Fibre"_s, other, theirs}};
    }
    [[nodiscard]] QString log() const { return m_folder.filePath(u"registry.log"_s); }

    /// As the desk's keychain has them.
    QCoro::Task<Result<Secret>> tokenFor(QUrl place)
    {
        const QUrl issuer = m_parties->issuer().publicUrl();
        if (place == issuer)
            co_return m_parties->holderToken();
        co_return place == Keys::verifierPlace(issuer) ? m_parties->verifierToken() : m_parties->registryToken();
    }
    [[nodiscard]] KeyForm formFor(const QStringList &prefixes, UtcMs life) const
    {
        KeyForm form;
        form.id = newUuid();
        form.prefixes = prefixes.join(u'\n');
        form.origin = own.toString();
        form.expires = m_clock.now() + life;
        return form;
    }
    FreshKey issued(const QStringList &prefixes, UtcMs life)
    {
        const auto key = outcomeOf(m_keys->issue(formFor(prefixes, life)));
        if (!key)
            qFatal("no key was issued: %s", qPrintable(key.error().detail));
        return *key;
    }
    void hang(const FreshKey &key, const QStringList &prefixes)
    {
        for (const QString &prefix : prefixes) {
            const RouteForm form{{}, prefix, own.toString(), u"of the story"_s, KeyParties::maintainer(own), key.key};
            const auto saved = outcomeOf(m_routes->save(form));
            QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().detail));
        }
    }
    [[nodiscard]] QStringList filter() const { return filterOf(m_parties->whois(), own); }
    KeyStatus statusOf(const FreshKey &key)
    {
        const auto keys = outcomeOf(m_keys->list());
        for (const HeldKey &held : *keys) {
            if (held.terms.reference == key.reference)
                return held.terms.status(m_clock.now());
        }
        return KeyStatus::NotYetValid;
    }
    /// Whether a mail with that subject came; told to read its configuration again, a daemon sends what waits.
    bool wasTold(const QString &subject, const FreshKey &key, const lab::EndpointProcess &by)
    {
        const QString wanted = subject.arg(key.reference.toString());
        by.reload();
        return QTest::qWaitFor(
            [&] {
                const QList<QJsonObject> came = m_mails.taken(0);
                for (const QJsonObject &mail : came) {
                    m_subjects.append(mail["headers"_L1]["Subject"_L1].toString());
                    if (!mail["envelope_to"_L1].toArray().contains(u"noc@as64496.example"_s))
                        m_subjects.removeLast();
                }
                return m_subjects.contains(wanted);
            },
            30'000);
    }
    /// Prints the letter, and reads its code as a telephone would.
    void letterOnPaper(const FreshKey &key, QString &read)
    {
        const auto keys = outcomeOf(m_keys->list());
        const auto held = std::find_if(keys->begin(), keys->end(),
                                       [&key](const HeldKey &each) { return each.terms.reference == key.reference; });
        QVERIFY(held != keys->end());
        const auto stated = outcomeOf(m_keys->withStatement(*held));
        QVERIFY(stated.ok() && !stated->statement.isEmpty());
        const Letter letter{*stated, u"Example Networks (AS64496)"_s, u"Example Networks"_s, m_keys->issuer(),
                            m_clock.now()};
        QFile pdf(m_folder.filePath(u"letter.pdf"_s));
        QVERIFY(pdf.open(QIODevice::WriteOnly) && pdf.write(letterAsPdf(letter)) > 0);
        pdf.close();
        const QString page = m_folder.filePath(u"letter"_s);
        outputOf(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, pdf.fileName(), page});
        read = QString::fromUtf8(outputOf(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, page + u".png"_s})).trimmed();
        QVERIFY(!read.isEmpty());
    }
    /// -1 if it is not there.
    [[nodiscard]] double metric(const QString &name) const
    {
        QFile file(log());
        (void)file.open(QIODevice::ReadOnly);
        QUrl metrics;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QJsonObject facts = QJsonDocument::fromJson(line).object();
            if (facts["message"_L1].toString() == u"monitoring")
                metrics = QUrl(facts["address"_L1].toString() + u"/metrics"_s);
        }
        for (const QByteArray &line : askPlainly("GET", metrics).body.split('\n')) {
            if (line.startsWith(name.toLatin1()))
                return line.mid(line.lastIndexOf(' ') + 1).toDouble();
        }
        return -1;
    }

    QTemporaryDir m_folder;
    StoryClock m_clock{m_folder.filePath(u"time"_s)};
    MailKit m_mails;
    QStringList m_subjects;
    std::unique_ptr<KeyParties> m_parties;
    HttpClient m_http{inside()};
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<RouteObjects> m_routes;
};

QTEST_MAIN(TstKeyStory)
#include "tst_keystory.moc"
