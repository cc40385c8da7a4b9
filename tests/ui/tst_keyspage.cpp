// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"
#include "http/httpclient.h"
#include "keys/checksheet.h"
#include "keys/issuesheet.h"
#include "keys/keyspage.h"
#include "keys/letterpdf.h"
#include "keys/renewsheet.h"
#include "keys/revokesheet.h"
#include "keys/secretsheet.h"
#include "support/fakeissuer.h"
#include "support/fakeregistry.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "support/requiretool.h"
#include "support/settled.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs aDay = 24LL * 60 * 60 * 1000;
const Asn own(64496);
const Asn customer(64500);

HttpClientSettings inside()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// What a program writes to its output; nothing if it cannot be run or fails.
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool well =
        process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

/// The page over the real service and an issuer that is the test's.
class TstKeysPage : public QObject
{
    Q_OBJECT

    struct Rig
    {
        ManualClock clock;
        FakeIssuer issuer{clock};
        HttpClient http{inside()};
        QUrl address = issuer.url();
        Keys keys{http, clock, [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QStringLiteral("holder")); },
                  [this] { return address; }};
        QUrl registry;
        RouteObjects routes{http, clock,
                            [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QStringLiteral("maintainer")); },
                            [this] { return registry; }};
        InventedPlaces places;

        FakeIssuer::Held issued(const QString &label, int days,
                                const QStringList &prefixes = {QStringLiteral("192.0.2.0/24")})
        {
            QList<PrefixWish> wishes;
            for (const QString &prefix : prefixes)
                wishes.append({prefix, std::nullopt});
            return issuer.issue(wishes, customer, clock.now() + days * aDay, label);
        }
    };
    std::unique_ptr<DeskWindow> m_look;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<KeysPage> m_page;

    template<class T> [[nodiscard]] T *sheet() const
    {
        T *open = nullptr;
        (void)QTest::qWaitFor([&] { return (open = m_page->findChild<T *>()) && open->isVisible(); }, 30'000);
        return open;
    }
    static QAbstractButton *button(QWidget *in, const QString &text)
    {
        const auto buttons = in->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : buttons) {
            if (each->isVisible() && each->text() == text)
                return each;
        }
        return nullptr;
    }
    static bool shows(const QWidget *in, const QString &text)
    {
        const auto labels = in->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    template<class T> static T *field(QWidget *in, const QString &name)
    {
        const auto all = in->findChildren<T *>();
        const auto found =
            std::find_if(all.begin(), all.end(), [&name](const T *each) { return each->accessibleName() == name; });
        return found == all.end() ? nullptr : *found;
    }
    void open(int rows)
    {
        m_page->setOwnAsn(own);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), rows);
        m_page->table()->setFocus();
    }
    [[nodiscard]] Letter letterOf(const FakeIssuer::Held &held) const
    {
        Letter letter;
        letter.key.terms = held.terms;
        letter.key.statement = m_rig->issuer.statement(held.terms);
        letter.holder = QStringLiteral("Example Networks (AS64496)");
        letter.originName = QStringLiteral("Nordic Fibre");
        letter.issuer = m_rig->issuer.url();
        letter.madeAt = m_rig->clock.now();
        return letter;
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<DeskWindow>(); }
    void cleanupTestCase() { m_look.reset(); }

    void init()
    {
        m_rig = std::make_unique<Rig>();
        m_rig->places.addNetwork(customer, QStringLiteral("Nordic Fibre"));
        m_rig->places.addNetwork(own, QStringLiteral("Example Networks"));
        m_page = std::make_unique<KeysPage>(m_rig->keys, m_rig->routes, m_rig->places.places(), m_rig->clock);
        m_page->resize(1180, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        QVERIFY(settled(m_rig->http));
        m_page.reset();
        QVERIFY(settled(m_rig->http));
        m_rig.reset();
    }

    void withoutAnIssuerThePageSaysWhereToSetOneUp()
    {
        m_rig->address.clear();
        m_page->setOwnAsn(own);
        QTRY_VERIFY(m_page->emptyState()->isVisible());
        QCOMPARE(m_page->emptyState()->kind(), EmptyState::Kind::NeverSetUp);
        QSignalSpy wanted(m_page.get(), &KeysPage::settingsWanted);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Open Settings")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!button(m_page.get(), QStringLiteral("Issue Key…"))->isEnabled());
    }

    void keysThatEndSoonAreFirstAndCounted()
    {
        m_rig->issued(QStringLiteral("Long"), 300);
        m_rig->issued(QStringLiteral("Short"), 5);
        QSignalSpy counted(m_page.get(), &KeysPage::countChanged);
        open(2);
        QCOMPARE(m_page->table()->tableModel()->index(0, 0).data().toString(), QStringLiteral("Short"));
        QCOMPARE(counted.last().first().toInt(), 1);
        m_page->filterBar()->setText(QStringLiteral("left<30d"));
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 1);
        m_page->filterBar()->setText(QStringLiteral("prefix:192.0.2"));
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 2);
    }

    void aKeyIsIssuedWithPrefixesCheckedAsTypedAndShownOnce()
    {
        open(0);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Issue Key…")), Qt::LeftButton);
        auto *issue = sheet<IssueSheet>();
        QVERIFY(issue);
        auto *deed = button(issue, QStringLiteral("Issue Key"));
        QVERIFY(!deed->isEnabled());
        auto *prefixes = field<QPlainTextEdit>(issue, QStringLiteral("Prefixes"));
        field<QLineEdit>(issue, QStringLiteral("Announced by"))->setText(QStringLiteral("AS64500"));
        prefixes->setPlainText(QStringLiteral("203.0.113.0/24"));
        QTRY_VERIFY(shows(issue, QStringLiteral("203.0.113.0/24 is not among the resources held here.")));
        QVERIFY(!deed->isEnabled());
        prefixes->setPlainText(QStringLiteral("192.0.2.1/24"));
        QVERIFY(shows(issue, QStringLiteral("has host bits set; its block is 192.0.2.0/24")));
        m_look->picture(issue, QStringLiteral("keys-issue"));
        prefixes->setPlainText(QStringLiteral("192.0.2.0/24\n2001:db8::/32 max 48"));
        auto *told = field<QLineEdit>(issue, QStringLiteral("Told as well"));
        told->setText(QStringLiteral("noc@as64500.example, nobody"));
        QVERIFY(shows(issue, QStringLiteral("nobody is no mail address.")));
        QVERIFY(!deed->isEnabled());
        told->setText(QStringLiteral("noc@as64500.example"));
        field<QCheckBox>(issue, QStringLiteral("Renewal"))->setChecked(true);
        QVERIFY(deed->isEnabled());
        QTest::mouseClick(deed, Qt::LeftButton);
        auto *secret = sheet<SecretSheet>();
        QVERIFY(secret);
        const QString key = m_rig->issuer.keys.first().text.revealText();
        QCOMPARE(field<QLineEdit>(secret, QStringLiteral("Key"))->text(), key);
        QTest::keyClick(secret, Qt::Key_Escape);
        QVERIFY2(secret->isVisible(), "a stray key must not end the only showing");
        QTest::mouseClick(button(secret, QStringLiteral("Copy Key")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), key);
        m_look->picture(secret, QStringLiteral("keys-secret"));
        QTest::mouseClick(button(secret, QStringLiteral("Close")), Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<SecretSheet *>());
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 1);
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("noc@as64500.example")));
        QVERIFY(shows(m_page->detail(), QStringLiteral("As long as the resources are held")));
        const auto lines = m_page->findChildren<QLineEdit *>();
        QVERIFY(
            std::none_of(lines.begin(), lines.end(), [&key](const QLineEdit *line) { return line->text() == key; }));
    }

    void anUnclearOutcomeIsAskedAgainAndIssuesOnce()
    {
        open(0);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Issue Key…")), Qt::LeftButton);
        auto *issue = sheet<IssueSheet>();
        QVERIFY(issue);
        field<QPlainTextEdit>(issue, QStringLiteral("Prefixes"))->setPlainText(QStringLiteral("192.0.2.0/24"));
        field<QLineEdit>(issue, QStringLiteral("Announced by"))->setText(QStringLiteral("64500"));
        QVERIFY(settled(m_rig->http));
        m_rig->issuer.status = 504;
        m_rig->issuer.actsFirst = true;
        QTest::mouseClick(button(issue, QStringLiteral("Issue Key")), Qt::LeftButton);
        QTRY_VERIFY(button(issue, QStringLiteral("Ask Again")));
        QVERIFY(shows(issue, QStringLiteral("no second one")));
        QVERIFY(!field<QPlainTextEdit>(issue, QStringLiteral("Prefixes"))->isEnabled());
        QTest::mouseClick(button(issue, QStringLiteral("Ask Again")), Qt::LeftButton);
        QVERIFY(sheet<SecretSheet>());
        QCOMPARE(m_rig->issuer.keys.size(), 1);
    }

    void tickedKeysAreRenewedTogether()
    {
        m_rig->issued(QStringLiteral("One"), 5);
        m_rig->issued(QStringLiteral("Two"), 6);
        open(2);
        auto *model = m_page->table()->tableModel();
        model->setMarked(model->keyAt(0), true);
        model->setMarked(model->keyAt(1), true);
        QTRY_VERIFY(button(m_page.get(), QStringLiteral("Renew 2…")));
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Renew 2…")), Qt::LeftButton);
        auto *renew = sheet<RenewSheet>();
        QVERIFY(renew);
        QTest::mouseClick(button(renew, QStringLiteral("Renew")), Qt::LeftButton);
        const UtcMs until = m_rig->clock.now() + 91 * aDay;
        QTRY_COMPARE(m_rig->issuer.keys.at(0).terms.expires, until);
        QTRY_COMPARE(m_rig->issuer.keys.at(1).terms.expires, until);
    }

    void automaticRenewalIsSwitchedOffWithoutRenewing()
    {
        m_rig->issued(QStringLiteral("One"), 5);
        m_rig->issued(QStringLiteral("Two"), 6);
        m_rig->issuer.keys.first().renews = true;
        const UtcMs end = m_rig->issuer.keys.first().terms.expires;
        open(2);
        const auto renew = [this](const QString &deed, Qt::CheckState state) -> RenewSheet * {
            QTest::mouseClick(button(m_page.get(), deed), Qt::LeftButton);
            auto *asked = sheet<RenewSheet>();
            const auto boxes = asked ? asked->findChildren<QCheckBox *>() : QList<QCheckBox *>();
            return boxes.size() == 2 && boxes.last()->checkState() == state ? asked : nullptr;
        };
        m_page->table()->setCurrentKey(m_rig->issuer.keys.first().terms.reference.toString());
        auto *one = renew(QStringLiteral("Renew…"), Qt::Checked);
        QVERIFY(one);
        const auto boxes = one->findChildren<QCheckBox *>();
        boxes.first()->setChecked(false);
        QVERIFY2(!button(one, QStringLiteral("Change"))->isEnabled(), "nothing would be changed");
        boxes.last()->setChecked(false);
        m_look->picture(one, QStringLiteral("keys-renew"));
        QTest::mouseClick(button(one, QStringLiteral("Change")), Qt::LeftButton);
        QTRY_VERIFY(!m_rig->issuer.keys.first().renews);
        QCOMPARE(m_rig->issuer.keys.first().terms.expires, end);
        QTRY_VERIFY(!shows(m_page->detail(), QStringLiteral("As long as the resources are held")));

        m_rig->issuer.keys.last().renews = true; // at another desk
        m_page->reload();
        QVERIFY(settled(m_rig->http));
        auto *model = m_page->table()->tableModel();
        model->setMarked(model->keyAt(0), true);
        model->setMarked(model->keyAt(1), true);
        QTRY_VERIFY(button(m_page.get(), QStringLiteral("Renew 2…")));
        auto *both = renew(QStringLiteral("Renew 2…"), Qt::PartiallyChecked);
        QVERIFY(both);
        QTest::mouseClick(button(both, QStringLiteral("Renew")), Qt::LeftButton);
        QTRY_VERIFY(m_rig->issuer.keys.first().terms.expires > end);
        QVERIFY(settled(m_rig->http));
        QVERIFY2(!m_rig->issuer.keys.first().renews && m_rig->issuer.keys.last().renews, "each stays as it was");
    }

    void revokingTakesAReason()
    {
        m_rig->issued(QStringLiteral("One"), 50);
        open(1);
        const auto revoke = [this] {
            QTest::mouseClick(button(m_page.get(), QStringLiteral("Revoke…")), Qt::LeftButton);
            auto *asked = sheet<RevokeSheet>();
            QVERIFY(asked);
            QVERIFY(!button(asked, QStringLiteral("Revoke"))->isEnabled());
            field<QLineEdit>(asked, QStringLiteral("Reason"))->setText(QStringLiteral("contract ended"));
            QTest::mouseClick(button(asked, QStringLiteral("Revoke")), Qt::LeftButton);
            QTRY_VERIFY(!m_page->findChild<RevokeSheet *>());
        };
        QVERIFY(settled(m_rig->http));
        m_rig->issuer.status = 503;
        revoke();
        QTRY_VERIFY(shows(m_page.get(), QStringLiteral("cannot serve at the moment")));
        QVERIFY(settled(m_rig->http));
        QVERIFY2(shows(m_page.get(), QStringLiteral("cannot serve at the moment")), "the next list leaves it there");
        QCOMPARE(m_rig->issuer.keys.first().terms.state, KeyState::Issued);
        revoke();
        QTRY_COMPARE(m_rig->issuer.keys.first().terms.state, KeyState::Revoked);
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("Revoked")));
        QVERIFY(!button(m_page.get(), QStringLiteral("Revoke…"))->isEnabled());
    }

    void whatHangsOnARevokedKeyIsAskedForUntilItFell()
    {
        const QString reference = m_rig->issued(QStringLiteral("One"), 50).terms.reference.toString();
        FakeRegistry registry(m_rig->clock);
        registry.add(QStringLiteral("192.0.2.0/24"), 64500, reference);
        m_rig->registry = registry.url();
        open(1);
        const auto standing = [this] {
            for (const DetailContent::Block &block : m_page->detail()->content().blocks) {
                const auto *table = std::get_if<DetailContent::Table>(&block);
                if (table && table->id == u"routes")
                    return table->rows.first().cells.last().text;
            }
            return QString();
        };
        QTRY_COMPARE(standing(), QStringLiteral("Answered"));
        m_page->fallWatch().setPace(1ms);
        QVERIFY(outcomeOf(m_rig->keys.revoke(reference, QStringLiteral("left"))).ok());
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("Revoked")));
        const int asked = registry.asked;
        QTRY_VERIFY2(registry.asked > asked + 2, "the registry has not heard of it yet");
        QCOMPARE(standing(), QStringLiteral("Answered"));
        registry.hide(0, QStringLiteral("the key was revoked"));
        QTRY_COMPARE(standing(), QStringLiteral("Hidden"));
    }

    void whatSomebodySentIsCheckedInWords()
    {
        m_rig->issuer.registry = Registry::Ripe;
        const FakeIssuer::Held held = m_rig->issued(QStringLiteral("One"), 50);
        open(1);
        QTest::keyClick(m_page->table(), Qt::Key_C);
        auto *check = sheet<CheckSheet>();
        QVERIFY(check);
        auto *text = field<QPlainTextEdit>(check, QStringLiteral("What was sent"));
        text->setPlainText(held.text.revealText());
        QTest::mouseClick(button(check, QStringLiteral("Check")), Qt::LeftButton);
        QTRY_VERIFY(shows(check, QStringLiteral("AS64500 may announce 192.0.2.0/24.")));
        m_look->picture(check, QStringLiteral("keys-check"));
        text->setPlainText(QStringLiteral("00K-380J6-HB7H6-NWVVR-ZHHVW-9"));
        QTest::mouseClick(button(check, QStringLiteral("Check")), Qt::LeftButton);
        QTRY_VERIFY(shows(check, QStringLiteral("mistyped")));
    }

    void aRefusedSignInOffersToSignIn()
    {
        open(0);
        QVERIFY(settled(m_rig->http));
        m_rig->issuer.status = 401;
        m_page->setOwnAsn(own);
        QTRY_VERIFY(button(m_page.get(), QStringLiteral("Sign In There")));
        QSignalSpy wanted(m_page.get(), &KeysPage::signInWanted);
        QTest::mouseClick(button(m_page.get(), QStringLiteral("Sign In There")), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void theLetterNamesEveryPrefixAndItsCodeIsReadBackAndHolds()
    {
        const QString pdfToText = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        const QString pdfToPixels = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
        const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
        REQUIRE_TOOL(!pdfToText.isEmpty() && !pdfToPixels.isEmpty(), QStringLiteral("poppler-utils is missing"));
        REQUIRE_TOOL(!reader.isEmpty(), QStringLiteral("zbar-tools is missing"));
        m_rig->issuer.registry = Registry::Ripe;
        QStringList prefixes{QStringLiteral("192.0.2.0/24"),
                             QStringLiteral("2001:db8:85a3:8d3:1319:8a2e:370:7300/120")};
        for (int i = 0; i < 300; ++i)
            prefixes.append(QStringLiteral("10.%1.%2.0/24").arg(i / 100).arg(i % 100));
        const QList<FakeIssuer::Held> letters{m_rig->issued(QStringLiteral("Short"), 50),
                                              m_rig->issued({}, 50, prefixes.first(22)), // a dense code, a proof still
                                              m_rig->issued({}, 50, prefixes)};
        for (const FakeIssuer::Held &held : letters) {
            QTemporaryDir folder;
            const QString pdf = folder.filePath(QStringLiteral("letter.pdf"));
            const Letter letter = letterOf(held);
            m_page->writeLetter(letter, pdf);
            const QString text = // in whichever lines
                QString::fromUtf8(outputOf(pdfToText, {QStringLiteral("-layout"), pdf, QStringLiteral("-")}))
                    .simplified();
            for (const KeyPrefix &item : held.terms.prefixes.items())
                QVERIFY2(text.contains(item.prefix.toString()), qPrintable(item.prefix.toString()));
            for (const QString &said : {held.terms.reference.toString(), QStringLiteral("AS64500 (Nordic Fibre)"),
                                        QStringLiteral("Example Networks (AS64496)"), toRfc3339(held.terms.expires)})
                QVERIFY2(text.contains(said), qPrintable(text));
            outputOf(pdfToPixels, {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"), pdf,
                                   folder.filePath(QStringLiteral("page"))});
            const QStringList pages =
                QDir(folder.path()).entryList({QStringLiteral("page*.png")}, QDir::Files, QDir::Name);
            QVERIFY(!pages.isEmpty());
            const QString read = QString::fromUtf8(outputOf(reader, {QStringLiteral("--raw"), QStringLiteral("-q"),
                                                                     folder.filePath(pages.first())}))
                                     .trimmed();
            QCOMPARE(read, textOf(letter).toString());
            const auto answer = outcomeOf(m_rig->keys.check(Secret(read)));
            QVERIFY(answer.ok());
            // The long list's statement does not fit the code: its letter is checked by reference.
            const bool isSigned = held.terms.prefixes.items().size() < 100;
            QCOMPARE(text.contains(QLatin1String("proves nothing by itself")), !isSigned);
            QCOMPARE(answer->verdict, isSigned ? KeyAnswer::Verdict::Good : KeyAnswer::Verdict::Unclear);
            if (const QString pictures = qEnvironmentVariable("PEERDESK_PICTURES"); !pictures.isEmpty())
                QFile::copy(
                    folder.filePath(pages.first()),
                    QDir(pictures).filePath(QStringLiteral("letter-%1.png").arg(held.terms.prefixes.items().size())));
        }
        QVERIFY(settled(m_rig->http));
    }

    void aPageFullOfKeysIsWorthLookingAt()
    {
        m_rig->issued(QStringLiteral("Nordic Fibre, Malmö"), 300,
                      {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")});
        m_rig->issued(QStringLiteral("Ticket 4711"), 25);
        m_rig->issued({}, 5);
        m_rig->issued(QStringLiteral("Old customer"), 2);
        const QString revoked = m_rig->issued(QStringLiteral("Left in November"), 80).terms.reference.toString();
        m_rig->clock.advance(std::chrono::hours(24) * 3);
        QVERIFY(outcomeOf(m_rig->keys.revoke(revoked, QStringLiteral("left"))).ok());
        open(5);
        m_page->table()->setCurrentKey(m_rig->issuer.keys.first().terms.reference.toString());
        QTRY_VERIFY(shows(m_page->detail(), QStringLiteral("Malmö")));
        m_look->picture(m_page.get(), QStringLiteral("keys"));
    }
};

QTEST_MAIN(TstKeysPage)
#include "tst_keyspage.moc"
