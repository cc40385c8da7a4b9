// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/httptarget.h"
#include "fuzz/pagingtarget.h"
#include "fuzz/policytarget.h"
#include "fuzz/raktarget.h"
#include "fuzz/rpsltarget.h"
#include "fuzz/signintarget.h"
#include "fuzz/tokentarget.h"
#include "fuzz/whoistarget.h"

#include <QDir>
#include <QTest>

using namespace peerdesk::test;

/// What the fuzzers begin with, and what they have found: every file goes through its target in every run.
class TstFuzzCorpus : public QObject
{
    Q_OBJECT

    template<class Target> static void readAll(const char *name)
    {
        const QDir folder(QStringLiteral(PEERDESK_SOURCE_DIR "/tests/fuzz/corpus/") + QString::fromLatin1(name));
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY(!names.isEmpty());
        Target target;
        for (const QString &one : names) {
            QFile file(folder.filePath(one));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            target.read(bytes);
            for (qsizetype length = 0; length < bytes.size(); length += 1 + bytes.size() / 20)
                target.read(bytes.left(length));
        }
    }

private Q_SLOTS:
    void connectionsGiveTheSameRequestsHoweverTheyAreCut() { readAll<HttpTarget>("http"); }
    void tokensThatNobodySignedAreRefused() { readAll<TokenTarget>("token"); }
    void policiesAreReadOrTheirFaultsAreNamed() { readAll<PolicyTarget>("policy"); }
    void pagingTokensShowNothingOfOthers() { readAll<PagingTarget>("paging"); }
    void objectsAreReadOrTheirFaultsAreNamed() { readAll<RpslTarget>("rpsl"); }
    void answersToQueriesHaveTheirForm() { readAll<WhoisTarget>("whois"); }
    void keysAndStatementsAreReadOrRefused() { readAll<RakTarget>("rak"); }
    void strangersGetNoTokens() { readAll<SignInTarget>("signin"); }
};

QTEST_GUILESS_MAIN(TstFuzzCorpus)
#include "tst_fuzzcorpus.moc"
