// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/keyspage.h"

#include "keys/checksheet.h"
#include "keys/issuesheet.h"
#include "keys/letterpdf.h"
#include "keys/lifedelegate.h"
#include "keys/renewsheet.h"
#include "keys/revokesheet.h"
#include "keys/secretsheet.h"
#include "widgets/actionbutton.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/savedialog.h"
#include "widgets/tableview.h"
#include "workflow/errortext.h"

#include <QAction>
#include <QClipboard>
#include <QCoroTask>
#include <QGuiApplication>
#include <QSaveFile>

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto keyAgesEvery = 1min;
constexpr UtcMs endsSoon = 30LL * 24 * 60 * 60 * 1000;

} // namespace

KeysPage::KeysPage(Keys &keys, RouteObjects &routes, Places places, const Clock &clock, QWidget *parent)
    : RemotePage(QStringLiteral("keys"), clock, parent)
    , m_keys(keys)
    , m_routes(routes)
    , m_places(std::move(places))
    , m_clock(clock)
    , m_falls(keys, clock, m_registered,
              [this] {
                  if (isVisible())
                      askRegistry();
              })
    , m_model(new RowModel<KeyRow>(keyTraits(), this))
{
    addActions();
    m_model->setMarkingEnabled(true);
    filterBar()->setFields(keyFields());
    filterBar()->setPlaceholder(tr("Filter: status:valid, left<30d, prefix, AS or network"));
    setModel(m_model);
    table()->setAccessibleName(tr("Keys"));
    table()->setItemDelegateForColumn(lifeColumn(), new LifeDelegate(
                                                        [this](const QString &key) {
                                                            const KeyRow *row = m_model->find(key);
                                                            return row ? row->share : 0;
                                                        },
                                                        this));
    table()->sortAtFirst(lifeColumn(), Qt::AscendingOrder);
    setCountText([](int count) { return tr("%n key(s)", nullptr, count); });
    setKeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, tr("next, previous")},
                 {{QStringLiteral("N")}, tr("issue")},
                 {{QStringLiteral("R")}, tr("renew")},
                 {{QStringLiteral("L")}, tr("letter")},
                 {{QStringLiteral("C")}, tr("check")},
                 {{QStringLiteral("?")}, tr("all keys")}});
    detail()->setNothing(tr("No key selected"));
    setOwnAsn({});

    connect(this, &TablePage::currentKeyChanged, this, &KeysPage::showCurrent);
    connect(m_model, &TableModel::markedChanged, this, &KeysPage::updateActions);
    connect(this, &TablePage::emptyActionRequested, this, [this](EmptyState::Kind kind) {
        if (kind == EmptyState::Kind::NothingYet)
            issue();
    });
    connect(&m_keys, &Keys::changed, this, &RemotePage::reload);
    connect(&m_ages, &QTimer::timeout, this, &KeysPage::refreshRows);
    m_ages.start(keyAgesEvery);
}

QAction *KeysPage::addDeed(Icon icon, const QString &text, const QKeySequence &key, void (KeysPage::*act)(), bool shown)
{
    QAction *action = addPageAction(this, MenuPlace::Network, icon, text, key);
    connect(action, &QAction::triggered, this, act);
    table()->addAction(action);
    if (shown)
        detail()->addButton(new ActionButton(action));
    return action;
}

void KeysPage::addActions()
{
    m_renew = addDeed(Icon::Refresh, tr("Renew…"), Qt::Key_R, &KeysPage::renew, true);
    m_letter = addDeed(Icon::Download, tr("Save Letter…"), Qt::Key_L, &KeysPage::makeLetter, true);
    m_revoke = addDeed(Icon::CircleMinus, tr("Revoke…"), {}, &KeysPage::revoke, true);
    m_copy = addDeed(Icon::Copy, tr("Copy Reference"), {}, &KeysPage::copyReference, false);
    m_issue = addDeed(Icon::Plus, tr("Issue Key…"), Qt::Key_N, &KeysPage::issue, false);
    m_check = addDeed(Icon::ShieldCheck, tr("Check Key…"), Qt::Key_C, &KeysPage::checkKey, false);
    addDeed(Icon::Refresh, tr("Ask the Issuer Now"), Qt::CTRL | Qt::Key_R, &KeysPage::reload, false);
    auto *primary = new ActionButton(m_issue);
    primary->setPrimary(true);
    addDeeds({primary, new ActionButton(m_check)});
}

void KeysPage::setOwnAsn(Asn own)
{
    const bool isSetUp = !m_keys.issuer().isEmpty();
    m_issue->setEnabled(isSetUp);
    m_check->setEnabled(isSetUp);
    if (isSetUp)
        setEmpty(EmptyState::Kind::NothingYet, tr("No keys yet"),
                 tr("A key lets one AS announce prefixes for a time, and anybody who is given it can check that."),
                 tr("Issue Key…"));
    else
        setEmpty(EmptyState::Kind::NeverSetUp, tr("No issuer of keys is set up"),
                 tr("Keys come from the registry that the resources are from. Its address is a setting."),
                 tr("Open Settings"));
    if (std::exchange(m_own, own) != own || !isSetUp)
        take({});
    if (isSetUp && isVisible())
        reload();
}

void KeysPage::ask()
{
    QCoro::connect(m_keys.list(), this, [this](const Result<QList<HeldKey>> &keys) {
        if (!keys)
            return failed(keys.error());
        take(*keys);
        answered();
        askRegistry();
    });
}

/// What hangs on the keys is an addition: without it the page is complete, and the registry's own page says why.
void KeysPage::askRegistry()
{
    if (m_routes.registry().isEmpty())
        return;
    QCoro::connect(m_routes.list(), this, [this](const Result<QList<RegisteredRoute>> &routes) {
        m_registered = routes ? *routes : QList<RegisteredRoute>();
        showCurrent();
    });
}

void KeysPage::take(const QList<HeldKey> &keys)
{
    m_all = keys;
    refreshRows();
    if (currentKey().isEmpty() && m_model->rowCount() > 0)
        table()->setCurrentKey(m_model->keyAt(0));
}

void KeysPage::refreshRows()
{
    const UtcMs now = m_clock.now();
    QList<KeyRow> rows;
    for (const HeldKey &key : std::as_const(m_all))
        rows.append(keyRow(key, m_places.networkName(key.terms.origin), now));
    m_model->setRows(rows);
    showCurrent();
    const auto ending = static_cast<int>(std::count_if(
        rows.cbegin(), rows.cend(), [](const KeyRow &row) { return row.isAlive() && row.left <= endsSoon; }));
    if (std::exchange(m_ending, ending) != ending)
        Q_EMIT countChanged(ending);
}

const HeldKey *KeysPage::find(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const HeldKey &key) { return key.id() == id; });
    return found == m_all.end() ? nullptr : &*found;
}

bool KeysPage::isAlive(const HeldKey &key) const
{
    const KeyStatus status = key.terms.status(m_clock.now());
    return status == KeyStatus::Valid || status == KeyStatus::NotYetValid;
}

QString KeysPage::nameOf(const QString &id) const
{
    const HeldKey *key = find(id);
    return key && !key->label.isEmpty() ? tr("%1 (%2)", "label and reference").arg(key->label, id) : id;
}

QStringList KeysPage::targets() const
{
    QStringList ids = m_model->markedKeys();
    if (ids.isEmpty() && !currentKey().isEmpty())
        ids.append(currentKey());
    ids.removeIf([this](const QString &id) {
        const HeldKey *key = find(id);
        return !key || !isAlive(*key);
    });
    return ids;
}

void KeysPage::showCurrent()
{
    if (const HeldKey *key = find(currentKey()))
        detail()->setContent(keyDetail(*key, m_registered, m_places.networkName(key->terms.origin), m_clock.now()));
    else
        detail()->setNothing(tr("No key selected"));
    updateActions();
}

void KeysPage::updateActions()
{
    const HeldKey *key = find(currentKey());
    const bool alive = key && isAlive(*key);
    const auto count = targets().size();
    m_renew->setEnabled(count > 0);
    m_renew->setText(count > 1 ? tr("Renew %1…").arg(count) : tr("Renew…"));
    m_letter->setEnabled(alive);
    m_revoke->setEnabled(alive);
    m_copy->setEnabled(key != nullptr);
}

void KeysPage::issue()
{
    auto *sheet = new IssueSheet(m_keys, m_clock, this);
    connect(sheet, &IssueSheet::issued, this, [this](const FreshKey &key) { (new SecretSheet(key, this))->open(); });
    sheet->open();
}

void KeysPage::checkKey()
{
    (new CheckSheet(m_keys, this))->open();
}

void KeysPage::renew()
{
    const QStringList ids = targets();
    if (ids.isEmpty())
        return;
    QStringList names;
    qsizetype renewing = 0;
    for (const QString &id : ids) {
        names.append(nameOf(id));
        renewing += find(id)->renews ? 1 : 0;
    }
    const auto state = renewing == 0 ? Qt::Unchecked : renewing == ids.size() ? Qt::Checked : Qt::PartiallyChecked;
    auto *sheet = new RenewSheet(names, state, m_clock, this);
    connect(sheet, &RenewSheet::renewed, this, [this, ids](const RenewalForm &form) { renewAs(ids, form); });
    sheet->open();
}

void KeysPage::renewAs(const QStringList &ids, const RenewalForm &form)
{
    QCoro::connect(m_keys.renew(ids, form), this, [this](const Result<QList<Keys::Refusal>> &refused) {
        if (!refused)
            return fail(refused.error());
        for (const Keys::Refusal &refusal : *refused)
            messages()->post(refusal.reference, {.text = tr("%1 was not renewed. %2")
                                                             .arg(nameOf(refusal.reference),
                                                                  errorSentence(refusal.error, tr("The issuer")))});
        for (const QString &id : m_model->markedKeys())
            m_model->setMarked(id, false);
    });
}

void KeysPage::revoke()
{
    const HeldKey *key = find(currentKey());
    if (!key)
        return;
    auto *sheet = new RevokeSheet(nameOf(key->id()), this);
    connect(sheet, &RevokeSheet::revoked, this,
            [this, id = key->id()](const QString &reason) { revokeBecause(id, reason); });
    sheet->open();
}

void KeysPage::revokeBecause(const QString &id, const QString &reason)
{
    QCoro::connect(m_keys.revoke(id, reason), this, [this, name = nameOf(id)](const Result<void> &revoked) {
        if (revoked)
            say(tr("%1 is revoked.").arg(name));
        else
            fail(revoked.error());
    });
}

void KeysPage::makeLetter()
{
    const HeldKey *current = find(currentKey());
    if (!current)
        return;
    QCoro::connect(m_keys.withStatement(*current), this, [this](const Result<HeldKey> &key) {
        if (!key)
            return fail(key.error());
        if (!isAlive(*key))
            return fail(Error(ErrorKind::Refused, tr("%1 is not valid any more").arg(key->id())));
        const Letter letter{*key, holderOf(*key), m_places.networkName(key->terms.origin), m_keys.issuer(),
                            m_clock.now()};
        askWhereToSave(this, {tr("Save Letter"), QStringLiteral("letter-%1.pdf").arg(key->id()), {tr("PDF (*.pdf)")}},
                       [this, letter](const QString &path) { writeLetter(letter, path); });
    });
}

/// As the issuer names it; otherwise the network of the desk.
QString KeysPage::holderOf(const HeldKey &key) const
{
    if (!key.holder.isEmpty())
        return key.holder;
    const QString network = m_places.networkName(m_own);
    return network.isEmpty() ? m_own.toString() : tr("%1 (%2)").arg(network, m_own.toString());
}

void KeysPage::writeLetter(const Letter &letter, const QString &path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(letterAsPdf(letter)) > 0 && file.commit();
    if (written)
        say(tr("The letter was written to %1.").arg(path));
    else
        fail(Error(ErrorKind::Storage, file.errorString()));
}

void KeysPage::copyReference()
{
    QGuiApplication::clipboard()->setText(currentKey());
}

} // namespace peerdesk
