// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/signinpage.h"

#include "signin/browseraddress.h"
#include "signin/networkchoice.h"
#include "theme/palette.h"
#include "theme/statuslook.h"
#include "widgets/actionbutton.h"
#include "widgets/linkbutton.h"
#include "widgets/messagebar.h"
#include "workflow/account/account.h"
#include "workflow/endpoints/endpointaddress.h"
#include "workflow/errortext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

enum Step { Start, Waiting, Choice };

const QString signInFailure = QStringLiteral("sign-in");
const QString keychainTrouble = QStringLiteral("keychain");

QLabel *label(const QString &text, QWidget *parent)
{
    auto *words = new QLabel(text, parent);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    return words;
}

QLabel *note(const QString &text, QWidget *parent)
{
    QLabel *words = label(text, parent);
    words->setForegroundRole(role::secondaryText);
    return words;
}

QLabel *heading(const QString &text, double size, QWidget *parent)
{
    QLabel *words = label(text, parent);
    QFont large = words->font();
    large.setPointSizeF(large.pointSizeF() * size);
    large.setWeight(QFont::DemiBold);
    words->setFont(large);
    return words;
}

void setProblem(QLabel *label, QLineEdit *edit, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
    edit->setAccessibleDescription(problem);
    QPalette colours = edit->palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Rejected, colours));
    label->setPalette(colours);
}

QVBoxLayout *column(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(widget->fontMetrics().height() / 2);
    return layout;
}

} // namespace

SignInPage::SignInPage(Account &account, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_messages(new MessageBar(this))
    , m_icon(new QLabel(this))
    , m_steps(new QStackedWidget(this))
{
    const int unit = fontMetrics().height();
    m_steps->addWidget(makeStart());
    m_steps->addWidget(makeWaiting());
    m_steps->addWidget(makeChoice());
    m_steps->setFixedWidth(fontMetrics().averageCharWidth() * 62);

    auto *middle = new QVBoxLayout;
    middle->setSpacing(unit / 2);
    middle->addStretch(2);
    middle->addWidget(m_icon);
    middle->addWidget(heading(tr("Peerdesk"), 1.8, this));
    middle->addWidget(note(tr("Find whom to peer with, ask, decide, report."), this));
    middle->addSpacing(unit * 3 / 2);
    middle->addWidget(m_steps);
    middle->addStretch(3);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addLayout(middle);
    across->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(m_messages);
    page->addLayout(across, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    connect(&m_account, &Account::changed, this, &SignInPage::refresh);
    connect(&m_account, &Account::signedIn, this, [this] { m_messages->clear(signInFailure); });
    connect(&m_account, &Account::signInFailed, this, [this](const Error &error) {
        MessageBar::Message message;
        message.text = errorSentence(error, tr("The sign-in"));
        message.action = tr("Try Again");
        message.act = [this] { m_account.signIn(); };
        m_messages->post(signInFailure, message);
    });
    connect(&m_account, &Account::browserMissing, this, [this](const QUrl &address) {
        if (m_account.state() != Account::State::SigningIn)
            return; // a sign-in somewhere else
        m_browserMissing->setAddress(address);
        setBrowserOpened(false);
    });
    connect(&m_account, &Account::keychainTroubled, this, [this](const QString &words) {
        MessageBar::Message message;
        message.text = words;
        message.tone = Tone::Pending;
        message.action = tr("Try the Keychain Again");
        message.act = [this] { m_account.retryKeychain(); };
        m_messages->post(keychainTrouble, message);
    });
    refresh();
}

QWidget *SignInPage::makeStart()
{
    auto *start = new QWidget(this);
    const int unit = fontMetrics().height();
    auto *button = new ActionButton(icon(Icon::SignIn, Tint::OnAccent), tr("Sign In with PeeringDB"), start);
    button->setPrimary(true);
    m_signIn = button;
    m_address = new QLineEdit(m_account.ownEndpoint().toString(), start);
    m_address->setPlaceholderText(QStringLiteral("https://peering.example.net/v1"));
    m_address->setAccessibleName(tr("Address of the network's endpoint"));
    m_addressProblem = label({}, start);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_address, &QLineEdit::textChanged, this, &SignInPage::checkAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &SignInPage::signIn);

    m_asn = new QLineEdit(start);
    m_asn->setPlaceholderText(QStringLiteral("AS64496"));
    m_asn->setAccessibleName(tr("AS number to look around with"));
    m_asn->setMaximumWidth(fontMetrics().averageCharWidth() * 22);
    m_lookAround = new QPushButton(tr("Look Around"), start);
    m_lookAround->setAutoDefault(false);
    m_problem = label({}, start);
    connect(m_asn, &QLineEdit::textChanged, this, &SignInPage::checkTyped);
    connect(m_asn, &QLineEdit::returnPressed, this, &SignInPage::lookAround);
    connect(m_lookAround, &QPushButton::clicked, this, &SignInPage::lookAround);

    auto *typed = new QHBoxLayout;
    typed->addWidget(m_asn);
    typed->addWidget(m_lookAround);
    typed->addStretch(1);
    QVBoxLayout *layout = column(start);
    layout->addWidget(heading(tr("Endpoint of the network"), 1.0, start));
    layout->addWidget(m_address);
    layout->addWidget(m_addressProblem);
    layout->addWidget(
        note(tr("The address at which its peerdeskd answers. It sends the browser on to PeeringDB."), start));
    layout->addWidget(m_signIn, 0, Qt::AlignLeft);
    layout->addWidget(note(tr("Signing in proves the AS number; sending requests needs it."), start));
    layout->addSpacing(unit);
    layout->addWidget(heading(tr("Or look around first"), 1.0, start));
    layout->addLayout(typed);
    layout->addWidget(m_problem);
    layout->addWidget(note(
        tr("With an AS number alone, candidates can be looked up and drafts written; nothing can be sent."), start));
    layout->addSpacing(unit);
    layout->addWidget(heading(tr("Or try it with an invented world"), 1.0, start));
    layout->addWidget(
        note(tr("“./dev run” in the source folder opens Peerdesk among networks that do not exist."), start));
    layout->addStretch(1);
    checkAddress();
    checkTyped();
    return start;
}

QWidget *SignInPage::makeWaiting()
{
    auto *waiting = new QWidget(this);
    auto *busy = new QProgressBar(waiting);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setAccessibleName(tr("Waiting for the browser"));
    auto *cancel = new QPushButton(tr("Cancel"), waiting);
    cancel->setShortcut(Qt::Key_Escape);
    connect(cancel, &QPushButton::clicked, &m_account, &Account::cancelSignIn);
    QVBoxLayout *layout = column(waiting);
    layout->addWidget(heading(tr("Continue in the browser"), 1.2, waiting));
    m_browserOpened = note(tr("The sign-in page is open there. This page goes on by itself afterwards."), waiting);
    m_browserMissing = new BrowserAddress(waiting);
    layout->addWidget(m_browserOpened);
    layout->addWidget(m_browserMissing);
    setBrowserOpened(true);
    layout->addWidget(busy);
    layout->addWidget(cancel, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return waiting;
}

void SignInPage::setBrowserOpened(bool opened)
{
    m_browserOpened->setVisible(opened);
    m_browserMissing->setVisible(!opened);
}

QWidget *SignInPage::makeChoice()
{
    auto *choice = new QWidget(this);
    m_person = heading({}, 1.2, choice);
    m_noNetwork = note(tr("PeeringDB names no network for this person. Join the organisation there, or look around "
                          "with a typed AS number."),
                       choice);
    m_choice = new NetworkChoice(choice);
    auto *go = new ActionButton(QIcon(), tr("Continue"), choice);
    go->setPrimary(true);
    m_continue = go;
    auto *other = new LinkButton(tr("Sign out"), choice);
    connect(m_continue, &QPushButton::clicked, this, &SignInPage::choose);
    connect(other, &QAbstractButton::clicked, &m_account, &Account::signOut);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_continue);
    buttons->addSpacing(fontMetrics().height());
    buttons->addWidget(other);
    buttons->addStretch(1);
    QVBoxLayout *layout = column(choice);
    layout->addWidget(m_person);
    layout->addWidget(note(tr("Which network is this desk for? It can be switched later."), choice));
    layout->addWidget(m_noNetwork);
    layout->addWidget(m_choice);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return choice;
}

void SignInPage::refresh()
{
    redrawIcon();
    m_signIn->setText(m_account.state() == Account::State::Expired ? tr("Sign In Again")
                                                                   : tr("Sign In with PeeringDB"));
    switch (m_account.state()) {
    case Account::State::SignedOut:
    case Account::State::Expired:
        m_steps->setCurrentIndex(Start);
        return;
    case Account::State::SigningIn:
        m_messages->clear(signInFailure);
        if (m_steps->currentIndex() != Waiting)
            setBrowserOpened(true);
        m_steps->setCurrentIndex(Waiting);
        return;
    case Account::State::SignedIn:
        break;
    }
    const QList<OwnNetwork> networks = m_account.networks();
    m_person->setText(tr("Signed in as %1").arg(m_account.person()));
    m_noNetwork->setVisible(networks.isEmpty());
    m_choice->setNetworks(networks, m_account.currentAsn());
    m_continue->setEnabled(!networks.isEmpty());
    const bool arrived = m_steps->currentIndex() != Choice;
    m_steps->setCurrentIndex(Choice);
    if (arrived && isVisible())
        m_continue->setFocus();
}

void SignInPage::checkAddress()
{
    const QString typed = m_address->text().trimmed();
    const bool usable =
        typed.isEmpty() ? m_account.canSignInDirectly() : typed.contains(u'.') && endpointAddress(typed).ok();
    m_signIn->setEnabled(usable);
    setProblem(m_addressProblem, m_address,
               usable || typed.isEmpty() || !typed.contains(u'.') ? QString() : tr("This is no https address."));
}

void SignInPage::signIn()
{
    if (m_signIn->isEnabled())
        m_account.signInThrough(m_address->text().trimmed().isEmpty() ? QUrl() : *endpointAddress(m_address->text()));
}

void SignInPage::checkTyped()
{
    const auto asn = Asn::parse(m_asn->text());
    const bool usable = asn && !asn->isUnusable();
    m_lookAround->setEnabled(usable);
    QString problem;
    if (asn && !usable)
        problem = tr("AS%1 is reserved: no network has it.").arg(asn->number());
    else if (!asn && !m_asn->text().trimmed().isEmpty() && m_asn->text().compare(u"as", Qt::CaseInsensitive) != 0
             && m_asn->text().compare(u"a", Qt::CaseInsensitive) != 0)
        problem = tr("An AS number is 1 to 4294967294, with or without “AS” before it.");
    setProblem(m_problem, m_asn, problem);
}

void SignInPage::lookAround()
{
    const auto asn = Asn::parse(m_asn->text());
    if (!asn || asn->isUnusable())
        return;
    m_account.setCurrentAsn(*asn);
    Q_EMIT finished();
}

void SignInPage::choose()
{
    const Asn asn = m_choice->chosen();
    if (!asn.isValid())
        return;
    m_account.setCurrentAsn(asn);
    Q_EMIT finished();
}

void SignInPage::redrawIcon()
{
    const int size = fontMetrics().height() * 5 / 2;
    m_icon->setPixmap(iconPixmap(Icon::Peerdesk, size, devicePixelRatioF(), palette().color(role::accent)));
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem) {
        redrawIcon();
        checkAddress();
        checkTyped();
    }
}

} // namespace peerdesk
