// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwtsigner.h"
#include "rak/holderimporter.h"
#include "rak/issuer.h"
#include "rak/keykeeper.h"
#include "storage/database.h"
#include "storage/mailstore.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QTemporaryDir>

namespace peerdesk::test {

/// A test registry over a real database: ORG-A holds 192.0.2.0/24 and 2001:db8::/32 and is person 1 of its sign-in,
/// ORG-B holds 198.51.100.0/24 and is whoever acts for AS64500.
class IssuerRig
{
public:
    explicit IssuerRig(const IssuerRules &changed = rulesForTests())
        : rules(changed)
    {
        database = std::move(*Database::open(newDatabase(folder), clock));
        restart();
        if (!outcomeOf(keeper->begin()).ok() || !take(holders()))
            qFatal("The test registry cannot begin");
    }

    static IssuerRules rulesForTests()
    {
        IssuerRules rules;
        rules.registry = Registry::RipeTest;
        rules.name = QStringLiteral("https://registry.example");
        rules.pepper = Secret(QByteArray(32, '\x42'));
        rules.mails = true;
        rules.mostLostPercent = 100;
        return rules;
    }

    static QByteArray holders(const QByteArray &ofA = R"("192.0.2.0/24", "2001:db8::/32")",
                              const QByteArray &ofB = R"("198.51.100.0/24")")
    {
        return R"({"holders": [{"id": "ORG-A", "name": "Example A", "email": "a@holder.example",
                  "identities": [{"issuer": "https://sso.example", "subject": "1"}], "resources": [)"
               + ofA + R"(]}, {"id": "ORG-B", "name": "Example B", "email": "b@holder.example", "asns": [64500],
                  "resources": [)"
               + ofB + "]}]}";
    }

    /// As after a new start of the program.
    void restart()
    {
        issuer = std::make_unique<Issuer>(*database, clock, rules, [this] { return &signer; });
        keeper = std::make_unique<KeyKeeper>(*database, clock, rules);
        importer = std::make_unique<HolderImporter>(*database, clock, rules);
    }

    /// A file that has just been written, or was so long ago.
    Result<ImportOutcome> take(const QByteArray &json, std::chrono::seconds age = std::chrono::seconds(-1))
    {
        const auto file = HolderFile::parse(json);
        const UtcMs written = clock.now() - std::chrono::milliseconds(age).count();
        return file ? outcomeOf(importer->take(*file, written)) : Result<ImportOutcome>(file.error());
    }

    [[nodiscard]] static Identity personOfA()
    {
        Identity identity;
        identity.issuer = QStringLiteral("https://sso.example");
        identity.subject = QStringLiteral("1");
        identity.displayName = QStringLiteral("A. Holder");
        return identity;
    }
    [[nodiscard]] Applicant holderA() { return *outcomeOf(issuer->applicant(personOfA())); }
    [[nodiscard]] static Applicant holderB() { return {{QStringLiteral("ORG-B")}, QStringLiteral("B. Holder")}; }

    [[nodiscard]] KeyWish wish(const QString &prefix = QStringLiteral("192.0.2.0/24"), int days = 90) const
    {
        KeyWish wish;
        wish.origin = Asn(64501);
        wish.prefixes = *PrefixSet::make({{prefix, {}}});
        wish.expires = clock.now() + days * std::chrono::milliseconds(std::chrono::hours(24)).count();
        return wish;
    }
    Result<IssuedKey> issue(const KeyWish &wish, const QString &idempotencyKey = {})
    {
        return outcomeOf(issuer->issue(holderA(), wish, idempotencyKey));
    }
    [[nodiscard]] IssuedKey issued() { return *issue(wish()); }
    Result<VerifiedKey> verify(const Secret &text, const QString &verifier = QStringLiteral("AS64510"))
    {
        return outcomeOf(issuer->verify(verifier, *BearerKey::parse(text)));
    }
    KeyChanges changes(qint64 since = 0, int limit = 100, const QString &verifier = QStringLiteral("AS64510"))
    {
        return *outcomeOf(issuer->changes(verifier, since, limit));
    }

    /// "recipient: subject" of what was written since the last time.
    QStringList mails()
    {
        auto future = database->write([now = clock.now()](QSqlDatabase &db) -> Result<QStringList> {
            MailStore store(db);
            QStringList told;
            const auto due = store.due(now, 1000);
            if (!due)
                return due.error();
            for (const QueuedMail &mail : *due) {
                told.append(mail.recipient + QStringLiteral(": ") + mail.subject);
                (void)store.sent(mail, now);
            }
            told.sort();
            return told;
        });
        return *future.result();
    }

    ManualClock clock;
    QTemporaryDir folder;
    IssuerRules rules;
    JwtSigner signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    std::unique_ptr<Database> database;
    std::unique_ptr<Issuer> issuer;
    std::unique_ptr<KeyKeeper> keeper;
    std::unique_ptr<HolderImporter> importer;
};

} // namespace peerdesk::test
