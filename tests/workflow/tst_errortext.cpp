// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/errortext.h"

#include <QTest>

using namespace peerdesk;

class TstErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfErrorEndsInASentenceAboutItsSubject()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
            const Error error(static_cast<ErrorKind>(kind));
            const QString sentence = errorSentence(error, QStringLiteral("AS64500's endpoint"));
            QVERIFY2(sentence.startsWith(QLatin1String("AS64500's endpoint")), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        }
    }

    void theParticularsAndTheFieldsAreTold()
    {
        Error error(ErrorKind::Invalid, QStringLiteral("2 problems"));
        error.fields = {{QStringLiteral("sessions[1].peer_ip"), {QStringLiteral("outside the LAN")}, {}}};
        const QString sentence = errorSentence(error, QStringLiteral("AS64500's endpoint"));
        QVERIFY(sentence.contains(QLatin1String("2 problems.")));
        QVERIFY(sentence.contains(QLatin1String("sessions[1].peer_ip: outside the LAN.")));
        QVERIFY(sentence.contains(QLatin1String("Correct the marked fields")));
    }

    void markedFieldsAreSpokenOfOnlyWhereThereAreSome()
    {
        const Error error(ErrorKind::Invalid, QStringLiteral("the body is no JSON"));
        QCOMPARE(errorSentence(error, QStringLiteral("AS64500's endpoint")),
                 QStringLiteral("AS64500's endpoint did not accept the input. the body is no JSON."));
    }

    void aBrokenFileOfThisMachineCannotBeReadAndNobodyRefusedIt()
    {
        const QString folder = QStringLiteral("/home/ops/dumps");
        QCOMPARE(inputSentence(Error(ErrorKind::Invalid, QStringLiteral("net-0.json is broken in row 7")), folder),
                 QStringLiteral("/home/ops/dumps cannot be read. net-0.json is broken in row 7."));
        QCOMPARE(inputSentence(Error(ErrorKind::NotFound, QStringLiteral("It holds no org-0.json")), folder),
                 QStringLiteral("/home/ops/dumps cannot be read. It holds no org-0.json."));
        // What is not the file's fault is told as ever.
        QVERIFY(inputSentence(Error(ErrorKind::Storage), folder).contains(QLatin1String("free space")));
    }

    void theWayForwardIsOneButton()
    {
        Error throttled(ErrorKind::Throttled);
        throttled.retryAfter = std::chrono::seconds(30);
        QCOMPARE(wayForward(throttled), QStringLiteral("Retry in 30 s"));
        QCOMPARE(wayForward(Error(ErrorKind::Unauthenticated)), QStringLiteral("Sign In Again"));
        QVERIFY(wayForward(Error(ErrorKind::Denied)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstErrorText)
#include "tst_errortext.moc"
