// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"

#include "app/services.h"
#include "base/localuser.h"
#include "candidates/candidatesbinding.h"
#include "candidates/candidatespage.h"
#include "drafts/draftspage.h"
#include "inbound/inboundpage.h"
#include "keys/keyspage.h"
#include "keys/registrypage.h"
#include "policy/policypage.h"
#include "reports/reportsbinding.h"
#include "reports/reportspage.h"
#include "requests/requestspage.h"
#include "settings/settingspage.h"
#include "shell/asnswitch.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "shell/sidebar.h"
#include "shell/statusstrip.h"
#include "signin/browseraddress.h"
#include "signin/signinpage.h"
#include "theme/theme.h"
#include "widgets/messagebar.h"
#include "widgets/networkcolumns.h"
#include "widgets/relativetime.h"
#include "widgets/requestlook.h"
#include "workflow/endpoints/ownendpoint.h"
#include "workflow/errortext.h"
#include "workflow/mirrorplaces.h"

#include <QCoroTask>

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QGuiApplication>

namespace peerdesk {
namespace {

const QString candidatesId = QStringLiteral("candidates");
const QString draftsId = QStringLiteral("drafts");
const QString requestsId = QStringLiteral("requests");
const QString inboundId = QStringLiteral("inbound");
const QString policyId = QStringLiteral("policy");
const QString keysId = QStringLiteral("keys");
const QString registryId = QStringLiteral("registry");
const QString reportsId = QStringLiteral("reports");
const QString accountId = QStringLiteral("account");
const QString settingsId = QStringLiteral("settings");
const QString mirrorTask = QStringLiteral("mirror");
constexpr int hitsAtOnce = 8; // of each kind, in the palette and in completions

Theme::Choice choiceOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return Theme::Choice::Light;
    case Appearance::Dark:
        return Theme::Choice::Dark;
    case Appearance::System:
        break;
    }
    return Theme::Choice::System;
}

/// Of the endpoint that goes with this desk; without a text where there is none. Settings say more.
Cell endpointFact(const OwnEndpoint &endpoint)
{
    switch (endpoint.state()) {
    case OwnEndpoint::State::Running:
        return {.text = Desk::tr("Endpoint up"), .icon = Icon::CircleCheck, .toolTip = endpoint.publicUrl().toString()};
    case OwnEndpoint::State::Starting:
        return {.text = Desk::tr("Endpoint starting"), .icon = Icon::Hourglass};
    case OwnEndpoint::State::Failed:
    case OwnEndpoint::State::Misconfigured:
        return {.text = Desk::tr("Endpoint down"),
                .icon = Icon::TriangleAlert,
                .tone = Tone::Pending,
                .toolTip = endpoint.lastWords()};
    case OwnEndpoint::State::Off:
        break;
    }
    return {};
}

} // namespace

Desk::Desk(Services &services, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_theme(theme)
    , m_window(std::make_unique<MainWindow>())
{
    addPages();
    addActions();
    addAppearanceActions();
    addPaletteSources();
    joinPages();
    joinKeys();
    joinAccount();
    joinStatus();

    connect(&m_services.settings, &SettingsFile::changed, this, &Desk::obeySettings);
    obeySettings();
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_services.notices.setWindowActive(state == Qt::ApplicationActive); });
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &Desk::refreshStatus);
    m_minute.start();
}

Desk::~Desk() = default;

void Desk::show()
{
    m_window->restore();
    refreshAccount();
    if (!m_services.account.currentAsn().isValid())
        m_window->showPage(accountId);
    m_window->show();
}

void Desk::addPages()
{
    const auto add = [this](const QString &id, const QString &title, Icon icon, QWidget *page, bool atFoot = false) {
        m_window->addPage({id, title, icon, page, atFoot});
    };
    m_candidates = new CandidatesPage(m_services.clock);
    m_candidatesBinding = new CandidatesBinding(*m_candidates, m_services.candidates, m_services.directory, this);
    add(candidatesId, tr("Candidates"), Icon::Candidates, m_candidates);
    m_drafts = new DraftsPage(m_services.drafts, m_services.clock);
    add(draftsId, tr("Drafts"), Icon::Drafts, m_drafts);
    m_drafts->setKeys(&m_services.keys);
    m_drafts->setNetworkSearch(
        [this](const QString &typed) { return m_services.directory.findNetworks(typed, hitsAtOnce); });
    m_requests =
        new RequestsPage(m_services.requests, m_services.bringUp, placesOf(m_services.mirror), m_services.clock);
    add(requestsId, tr("Requests"), Icon::Requests, m_requests);
    m_inbound = new InboundPage(m_services.inbound, m_services.bringUp, m_services.clock);
    add(inboundId, tr("Inbound"), Icon::Inbound, m_inbound);
    m_policy = new PolicyPage(m_services.policies, m_services.clock);
    add(policyId, tr("Policy"), Icon::ShieldCheck, m_policy);
    m_keys = new KeysPage(m_services.keys, m_services.routeObjects, placesOf(m_services.mirror), m_services.clock);
    add(keysId, tr("Keys"), Icon::Keys, m_keys);
    m_registry =
        new RegistryPage(m_services.routeObjects, m_services.keys, placesOf(m_services.mirror), m_services.clock);
    add(registryId, tr("Registry"), Icon::Table, m_registry);
    auto *reports = new ReportsPage(m_services.clock);
    m_reportsBinding = new ReportsBinding(*reports, m_services.reports, this);
    add(reportsId, tr("Reports"), Icon::Reports, reports);
    m_signIn = new SignInPage(m_services.account);
    add(accountId, tr("Account"), Icon::User, m_signIn, true);
    m_settings =
        new SettingsPage(m_services.settings, m_services.account, m_services.endpoints, m_services.ownEndpoint);
    add(settingsId, tr("Settings"), Icon::Settings, m_settings, true);
}

void Desk::addActions()
{
    auto *update = m_window->addWindowAction(MenuPlace::File, Icon::Refresh, tr("Update Mirror"), Qt::Key_F5);
    connect(update, &QAction::triggered, m_candidatesBinding, &CandidatesBinding::updateMirror);
    auto *import = m_window->addWindowAction(MenuPlace::File, Icon::Upload, tr("Import Mirror…"));
    connect(import, &QAction::triggered, this, &Desk::importMirror);
    auto *signIn = m_window->addWindowAction(MenuPlace::Network, Icon::SignIn, tr("Sign In"));
    connect(signIn, &QAction::triggered, this, [this] {
        m_window->showPage(accountId);
        m_services.account.signIn();
    });
    auto *signOut = m_window->addWindowAction(MenuPlace::Network, Icon::SignOut, tr("Sign Out"));
    connect(signOut, &QAction::triggered, &m_services.account, &Account::signOut);
    const auto enable = [this, signIn, signOut] {
        const bool signedIn = m_services.account.state() == Account::State::SignedIn;
        signIn->setEnabled(!signedIn);
        signOut->setEnabled(signedIn);
    };
    connect(&m_services.account, &Account::changed, this, enable);
    enable();
}

void Desk::addAppearanceActions()
{
    auto *group = new QActionGroup(this);
    const QList<std::pair<Appearance, QString>> choices = {{Appearance::System, tr("Colours of the System")},
                                                           {Appearance::Light, tr("Light Colours")},
                                                           {Appearance::Dark, tr("Dark Colours")}};
    for (const auto &[appearance, text] : choices) {
        QAction *action = m_window->addWindowAction(MenuPlace::View, Icon::None, text);
        action->setCheckable(true);
        group->addAction(action);
        m_appearances.insert(appearance, action);
        connect(action, &QAction::triggered, this, [this, appearance = appearance] {
            Settings settings = m_services.settings.current();
            settings.desk.appearance = appearance;
            m_services.settings.save(settings);
        });
    }
}

void Desk::addPaletteSources()
{
    m_window->addPaletteSource([this](const QString &typed) {
        QList<PaletteEntry> entries;
        for (const DirectoryHit &hit : m_services.directory.findNetworks(typed, hitsAtOnce)) {
            entries.append({hit.name, hit.asn.toString(), Icon::Network, [this, asn = hit.asn] {
                                m_window->showPage(candidatesId);
                                m_candidates->showNetwork(asn);
                            }});
        }
        for (const DirectoryHit &hit : m_services.directory.findExchanges(typed, hitsAtOnce)) {
            entries.append({hit.name, hit.location.toString(), Icon::Exchange, [this, id = hit.location.id] {
                                m_window->showPage(candidatesId);
                                m_candidates->showExchange(id);
                            }});
        }
        return entries;
    });
    m_window->addPaletteSource([this](const QString &typed) {
        QList<PaletteEntry> entries;
        for (const RequestRow &row : m_requests->rows()) {
            PaletteEntry entry{networkNameOf(row),
                               tr("%1, request, %2").arg(row.asn.toString(), requestLook(row.statuses).word),
                               Icon::Requests, [this, id = row.id] {
                                   m_window->showPage(requestsId);
                                   m_requests->showKey(id);
                               }};
            if (entries.size() < hitsAtOnce && fitsPalette(entry, typed))
                entries.append(entry);
        }
        return entries;
    });
}

void Desk::joinPages()
{
    connect(m_candidatesBinding, &CandidatesBinding::ownNetworkWanted, this, [this] { m_window->showPage(accountId); });
    connect(m_candidates, &CandidatesPage::draftWanted, this, [this](Asn other, const QList<PortPair> &pairs) {
        auto added = m_services.drafts.add(m_services.account.currentAsn(), other, pairs);
        QCoro::connect(std::move(added), this, [this](const Result<DraftReview> &draft) {
            if (draft)
                m_drafts->showDraft(draft->draft.id);
            else
                m_drafts->messages()->post(draftsId, {errorSentence(draft.error(), tr("The draft"))});
            m_window->showPage(draftsId);
        });
    });
    connect(m_drafts, &DraftsPage::sendConfirmed, this, &Desk::send);
    connect(m_drafts, &DraftsPage::countChanged, this, [this](int count) { m_window->setCounter(draftsId, count); });
    connect(m_requests, &RequestsPage::countChanged, this,
            [this](int count) { m_window->setCounter(requestsId, count); });
    connect(m_requests, &RequestsPage::inFlightChanged, this, [this](int requests) {
        const QString text = requests > 0 ? tr("%n requests in flight", nullptr, requests) : QString();
        m_window->status()->setFact(QStringLiteral("requests"), {.text = text, .icon = Icon::Requests});
    });
    connect(m_requests, &RequestsPage::draftMade, this, [this](const QString &draftId) {
        m_window->showPage(draftsId);
        m_drafts->showDraft(draftId);
    });
    connect(m_inbound, &InboundPage::countChanged, this, [this](int count) { m_window->setCounter(inboundId, count); });
    connect(&m_services.notices, &Notices::opened, this, [this](const QString &sessionId) {
        const bool isInbound = !m_requests->showSession(sessionId) && m_inbound->showSession(sessionId);
        m_window->showPage(isInbound ? inboundId : requestsId);
        m_window->activateWindow();
    });
}

void Desk::obeySettings()
{
    const DeskSettings &desk = m_services.settings.current().desk;
    m_theme.setChoice(choiceOf(desk.appearance));
    m_appearances.value(desk.appearance)->setChecked(true);
    m_drafts->setUndoWait(desk.undo);
    m_requests->setUndoWait(desk.undo);
    m_policy->setUndoWait(desk.undo);
    m_registry->setUndoWait(desk.undo);
}

void Desk::send(const QString &draftId, qint64 version)
{
    auto sent = m_services.requests.send(draftId, m_services.account.person(), version);
    QCoro::connect(std::move(sent), this, [this](const Result<Request> &request) {
        if (request)
            m_drafts->messages()->clear(requestsId);
        else
            m_drafts->messages()->post(requestsId, {errorSentence(request.error(), tr("The request"))});
    });
}

void Desk::joinKeys()
{
    joinRemote(m_keys, keysId);
    joinRemote(m_registry, registryId);
    connect(m_keys, &KeysPage::countChanged, this, [this](int ending) { m_window->setCounter(keysId, ending); });
    connect(m_registry, &RegistryPage::countChanged, this,
            [this](int falling) { m_window->setCounter(registryId, falling); });
    connect(&m_services.settings, &SettingsFile::changed, this, [this] {
        m_keys->setOwnAsn(m_services.account.currentAsn());
        m_registry->refresh();
    });
    connect(&m_services.notices, &Notices::keysOpened, this, [this] {
        m_window->showPage(keysId);
        m_window->activateWindow();
    });
}

void Desk::joinRemote(RemotePage *page, const QString &id)
{
    connect(page, &RemotePage::settingsWanted, this, [this] { m_window->showPage(settingsId); });
    connect(page, &RemotePage::signInWanted, this, [this, page, id](const QUrl &place) {
        QCoro::connect(m_services.account.signInAt(place), this, [page, id, place](const Result<QString> &person) {
            if (person)
                page->reload();
            else if (person.error().kind != ErrorKind::Cancelled)
                page->messages()->post(id, {errorSentence(person.error(), place.host())});
        });
    });
}

void Desk::joinAccount()
{
    connect(m_window->sidebar()->asnSwitch(), &AsnSwitch::chosen, &m_services.account, &Account::setCurrentAsn);
    connect(m_window->sidebar()->asnSwitch(), &AsnSwitch::otherRequested, this,
            [this] { m_window->showPage(accountId); });
    connect(m_signIn, &SignInPage::finished, this, [this] { m_window->showPage(candidatesId); });
    connect(&m_services.account, &Account::browserMissing, this, [this](const QUrl &address) {
        if (m_services.account.state() == Account::State::SigningIn)
            return; // the account's page says it
        auto *sheet = new BrowserAddress(m_window.get(), Qt::Dialog);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->setAddress(address);
        sheet->show();
    });
    connect(&m_services.account, &Account::changed, this, &Desk::refreshAccount);
    connect(&m_services.account, &Account::currentAsnChanged, this, &Desk::showNetwork);
}

void Desk::refreshAccount()
{
    QList<AsnSwitch::OwnNetwork> networks;
    for (const OwnNetwork &network : m_services.account.networks()) {
        const QString name = network.name.isEmpty() ? m_services.directory.networkName(network.asn) : network.name;
        networks.append({network.asn, name});
    }
    const Asn current = m_services.account.currentAsn();
    m_window->sidebar()->asnSwitch()->setNetworks(networks, current);
    const QString signedIn = m_services.account.person();
    const QString person = signedIn.isEmpty() ? localUser() : signedIn;
    m_inbound->setPerson(person);
    m_requests->setPerson(person);
    m_policy->setPerson(person);
    showNetwork(current);
    refreshStatus();
}

void Desk::showNetwork(Asn own)
{
    m_candidatesBinding->setOwnAsn(own);
    m_drafts->setOwnAsn(own);
    m_requests->setOwnAsn(own);
    m_inbound->setOwnAsn(own);
    m_policy->setOwnAsn(own);
    m_keys->setOwnAsn(own);
    m_reportsBinding->setOwnAsn(own);
}

/// What a role at the database may not do cannot be pressed.
void Desk::obeyRights()
{
    const bool may = m_services.database->mayWrite();
    const QString why = may ? QString()
                            : tr("The role at the database may look, but not change anything. Its administrator says "
                                 "who may.");
    m_candidates->setReadOnly(why);
    m_drafts->setReadOnly(why);
    m_requests->setReadOnly(why);
    m_inbound->setReadOnly(why);
    m_policy->setReadOnly(why);
    m_settings->setReadOnly(why);
    m_window->status()->setFact(QStringLiteral("rights"),
                                {.text = may ? QString() : tr("Only looking"), .icon = Icon::Lock, .toolTip = why});
}

void Desk::joinStatus()
{
    connect(m_services.database.get(), &Database::rightsChanged, this, &Desk::obeyRights);
    obeyRights();
    Directory &directory = m_services.directory;
    connect(&directory, &Directory::progressed, this, [this, &directory] {
        const DirectoryProgress &progress = directory.progress();
        m_window->status()->setProgress(mirrorTask, progress.text, progress.step, progress.steps);
    });
    connect(&directory, &Directory::busyChanged, this, [this, &directory] {
        if (!directory.isBusy())
            m_window->status()->clearProgress(mirrorTask);
    });
    connect(m_window->status(), &StatusStrip::cancelRequested, this, [&directory](const QString &task) {
        if (task == mirrorTask)
            directory.cancel();
    });
    connect(&directory, &Directory::changed, this, &Desk::refreshAccount);
    connect(&m_services.ownEndpoint, &OwnEndpoint::changed, this, &Desk::refreshStatus);
    connect(&directory, &Directory::failed, this, [this](const Error &error) {
        m_window->status()->setNote(tr("The mirror was not updated"), m_services.directory.failureSentence(error));
    });
    connect(&m_services.notices, &Notices::serviceMissing, this,
            [this](const QString &words) { m_window->status()->setNote(words); });
}

void Desk::refreshStatus()
{
    const Account &account = m_services.account;
    Cell person{tr("Not signed in"), Icon::User};
    if (account.state() == Account::State::SignedIn)
        person = {tr("Signed in as %1").arg(account.person()), Icon::UserCheck};
    else if (account.state() == Account::State::Expired)
        person = {tr("The sign-in has expired"), Icon::TriangleAlert, Tone::Pending};
    m_window->status()->setFact(QStringLiteral("person"), person);

    m_window->status()->setFact(QStringLiteral("endpoint"), endpointFact(m_services.ownEndpoint));

    const UtcMs synced = m_services.directory.syncedAt();
    Cell mirror{tr("No mirror yet"), Icon::None};
    if (synced != 0)
        mirror = {tr("Mirror %1 old").arg(shortAge(m_services.clock.now() - synced)), Icon::None};
    mirror.toolTip = exactTime(synced);
    m_window->status()->setFact(QStringLiteral("mirror"), mirror);
}

void Desk::importMirror()
{
    auto *dialog = new QFileDialog(m_window.get(), tr("Import Mirror From Folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_candidatesBinding, &CandidatesBinding::importMirror);
    dialog->open();
}

} // namespace peerdesk
