// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/draftspage.h"

#include "drafts/batchmodel.h"
#include "drafts/batchpane.h"
#include "drafts/batchtable.h"
#include "drafts/draftlist.h"
#include "drafts/keymenu.h"
#include "drafts/newdraftbar.h"
#include "widgets/changingactions.h"
#include "widgets/emptystate.h"
#include "widgets/keyhints.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/drafts/keychoice.h"
#include "workflow/errortext.h"
#include "workflow/keys/keys.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace peerdesk {
namespace {

const QString trouble = QStringLiteral("drafts");
const QString splitterKey = QStringLiteral("splitters/drafts");

/// A single value belongs into a cell; anything with a separator or a second line is rows.
bool isOneCell(const QString &text)
{
    return !text.trimmed().contains(u'\n') && !text.contains(u'\t') && !text.contains(u',') && !text.contains(u';');
}

} // namespace

DraftsPage::DraftsPage(Drafts &drafts, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_clock(clock)
    , m_model(new RowModel<DraftEntry>(draftEntryTraits(), this))
    , m_messages(new MessageBar(this))
    , m_undo(new UndoBar(this))
    , m_newDraft(new NewDraftBar(this))
    , m_list(new TableView(QStringLiteral("drafts")))
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_changes(new ChangingActions(this))
{
    addActions();
    layOut();
    m_list->setTableModel(m_model);
    m_list->setAccessibleName(tr("Drafts"));
    showEmpty();

    connect(m_list, &TableView::currentKeyChanged, this, [this](const QString &key) {
        m_current = key;
        showCurrent();
    });
    connect(m_list, &TableView::keyActivated, this, [this] { m_batch->table()->setFocus(Qt::OtherFocusReason); });
    connect(m_batch->model(), &BatchModel::cellTyped, this,
            [this](const QString &itemId, DraftColumn column, const QString &text) {
                follow(m_drafts.edit(m_current, itemId, column, text));
            });
    connect(m_batch, &BatchPane::warningsAccepted, this,
            [this](const QStringList &itemIds) { follow(m_drafts.setOverridden(m_current, itemIds, true)); });
    connect(m_batch, &BatchPane::keysWanted, this, &DraftsPage::chooseKeys);
    connect(m_newDraft, &NewDraftBar::networkChosen, this, &DraftsPage::begin);
    connect(m_newDraft, &NewDraftBar::closed, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::actionRequested, this, &DraftsPage::newDraft);
    connect(&m_drafts, &Drafts::changed, this, &DraftsPage::reload);
    refresh();
}

void DraftsPage::showEmpty()
{
    const QString way =
        tr("Choose networks among the candidates and draft sessions with them, or begin with an AS number.");
    const bool may = m_changes->why().isEmpty();
    m_empty->setState(EmptyState::Kind::NothingYet, tr("No drafts"), may ? way : m_changes->why(),
                      may ? tr("New Draft") : QString());
}

void DraftsPage::setReadOnly(const QString &why)
{
    m_changes->setForbidden(why);
    showEmpty();
    showCurrent();
}

DraftsPage::~DraftsPage()
{
    QSettings().setValue(splitterKey, m_splitter->saveState());
}

QAction *DraftsPage::act(Icon icon, const QString &text, const QKeySequence &key, void (DraftsPage::*slot)())
{
    QAction *action = addPageAction(this, MenuPlace::Edit, icon, text, key);
    connect(action, &QAction::triggered, this, slot);
    return m_changes->addAction(action);
}

void DraftsPage::addActions()
{
    setMenuPlace(act(Icon::DraftPlus, tr("New Draft"), QKeySequence::New, &DraftsPage::newDraft), MenuPlace::File);
    m_send = act(Icon::Requests, tr("Send Draft"), Qt::CTRL | Qt::Key_Return, &DraftsPage::send);
    setMenuPlace(m_send, MenuPlace::Session);
    m_rowActions = {act(Icon::Plus, tr("Add Row"), Qt::CTRL | Qt::Key_Plus, &DraftsPage::addRow),
                    act(Icon::Copy, tr("Duplicate"), Qt::CTRL | Qt::Key_D, &DraftsPage::duplicateRows),
                    act(Icon::Minus, tr("Remove"), Qt::CTRL | Qt::Key_Delete, &DraftsPage::removeRows)};
    m_draftActions = m_rowActions;
    m_draftActions << act(Icon::Paste, tr("Paste Rows"), QKeySequence::Paste, &DraftsPage::paste)
                   << act(Icon::CircleAlert, tr("Next Problem"), Qt::Key_F8, &DraftsPage::nextProblem)
                   << act(Icon::TriangleAlert, tr("Send Rows Despite Warnings"), Qt::CTRL | Qt::Key_W,
                          &DraftsPage::acceptWarnings)
                   << act(Icon::Keys, tr("Choose Keys…"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, &DraftsPage::chooseKeys)
                   << act(Icon::Trash, tr("Delete Draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
                          &DraftsPage::deleteDraft);
    act(Icon::Undo, tr("Undo"), QKeySequence::Undo, &DraftsPage::undo);
    connect(addPageAction(this, MenuPlace::View, Icon::None, tr("Next Draft"), Qt::Key_J), &QAction::triggered, m_list,
            [this] { m_list->moveCurrent(1); });
    connect(addPageAction(this, MenuPlace::View, Icon::None, tr("Previous Draft"), Qt::Key_K), &QAction::triggered,
            m_list, [this] { m_list->moveCurrent(-1); });
}

void DraftsPage::layOut()
{
    const auto locations = [this] {
        const DraftReview *review = current();
        return review ? m_drafts.locationNames(review->draft.ownAsn, review->draft.otherAsn) : QStringList();
    };
    m_batch = new BatchPane(m_send, m_rowActions, locations);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_batch);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({fontMetrics().averageCharWidth() * 44, fontMetrics().averageCharWidth() * 150});
    m_splitter->restoreState(QSettings().value(splitterKey).toByteArray());
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_undo);
    layout->addWidget(m_newDraft);
    layout->addWidget(m_stack, 1);
    layout->addWidget(new KeyHints({{{tr("Enter")}, tr("edit")},
                                    {{tr("Tab")}, tr("next cell")},
                                    {{tr("Ctrl+V")}, tr("paste rows")},
                                    {{tr("Ctrl+D")}, tr("duplicate")},
                                    {{tr("F8")}, tr("next problem")},
                                    {{tr("Ctrl+Enter")}, tr("send")}}));
}

void DraftsPage::setOwnAsn(Asn own)
{
    if (std::exchange(m_own, own) != own) {
        m_reviews.clear();
        refresh();
    }
    reload(); // the directory may have other names by now
}

void DraftsPage::showDraft(const QString &id)
{
    m_current = id;
    if (!m_list->setCurrentKey(id))
        reload();
}

void DraftsPage::setNetworkSearch(std::function<QList<DirectoryHit>(const QString &)> search)
{
    m_newDraft->setSearch(std::move(search));
}

const DraftReview *DraftsPage::current() const
{
    const auto found = std::find_if(m_reviews.begin(), m_reviews.end(),
                                    [this](const DraftReview &review) { return review.draft.id == m_current; });
    return found == m_reviews.end() ? nullptr : &*found;
}

void DraftsPage::reload()
{
    if (!m_own.isValid())
        return;
    if (m_loading || m_underWay > 0) {
        m_stale = true;
        return;
    }
    m_loading = true;
    m_stale = false;
    QCoro::connect(m_drafts.drafts(m_own), this, [this](const Result<QList<DraftReview>> &reviews) {
        m_loading = false;
        if (!reviews)
            fail(reviews.error());
        else if (m_underWay == 0)
            take(*reviews);
        if (m_stale || m_underWay > 0)
            reload();
    });
}

void DraftsPage::take(const QList<DraftReview> &reviews)
{
    const auto counted = m_reviews.size();
    m_reviews = reviews;
    refresh();
    if (counted != m_reviews.size())
        Q_EMIT countChanged(static_cast<int>(m_reviews.size()));
}

void DraftsPage::refresh()
{
    QList<DraftEntry> entries;
    for (const DraftReview &review : std::as_const(m_reviews))
        entries.append(draftEntry(review, m_sending.contains(review.draft.id)));
    m_model->setRows(entries);
    if (!m_model->hasKey(m_current) && m_model->rowCount() > 0)
        m_current = m_model->keyAt(std::clamp(m_list->currentIndex().row(), 0, m_model->rowCount() - 1));
    if (m_list->currentKey() != m_current)
        m_list->setCurrentKey(m_current);
    m_stack->setCurrentWidget(entries.isEmpty() ? static_cast<QWidget *>(m_empty) : m_splitter);
    showCurrent();
}

void DraftsPage::showCurrent()
{
    const DraftReview *review = current();
    const bool sending = m_sending.contains(m_current);
    for (QAction *action : std::as_const(m_draftActions))
        action->setEnabled(review && !sending);
    m_send->setEnabled(review && !sending && review->isReady());
    if (!review)
        return;
    m_send->setText(tr("Send %n Session(s)", nullptr, review->sessionCount()));
    m_batch->setReview(*review, m_clock.now());
    m_batch->offerKeys(m_keys && (!m_keys->issuer().isEmpty() || !review->draft.keys.isEmpty()));
    m_batch->setBusy(sending ? tr("On its way out; Undo calls it back") : m_changes->why());
    m_send->setToolTip(m_send->isEnabled() ? QString() : m_batch->reason());
}

void DraftsPage::follow(Drafts::Answer answer, std::function<void(const DraftReview &)> then)
{
    ++m_underWay;
    QCoro::connect(std::move(answer), this, [this, then = std::move(then)](const Result<DraftReview> &review) {
        --m_underWay;
        if (!review)
            fail(review.error());
        else
            m_messages->clear(trouble);
        if (m_underWay == 0 && review) {
            const auto known = std::find_if(m_reviews.begin(), m_reviews.end(), [&review](const DraftReview &other) {
                return other.draft.id == review->draft.id;
            });
            if (known == m_reviews.end())
                m_reviews.append(*review);
            else
                *known = *review;
            refresh();
        }
        if (review && then)
            then(*review);
        if (m_underWay == 0 && (m_stale || !review))
            reload();
    });
}

void DraftsPage::fail(const Error &error)
{
    m_messages->post(
        trouble,
        {.text = errorSentence(error, tr("The draft")), .action = wayForward(error), .act = [this] { reload(); }});
}

void DraftsPage::newDraft()
{
    m_newDraft->open();
}

void DraftsPage::begin(Asn other)
{
    follow(m_drafts.add(m_own, other, {}), [this](const DraftReview &review) {
        m_current = review.draft.id;
        if (review.rows.isEmpty())
            addRow();
        reload();
    });
}

void DraftsPage::addRow()
{
    const QString after = m_batch->table()->currentKey();
    follow(m_drafts.addBlankRow(m_current, after), [this, after](const DraftReview &review) {
        const auto before = std::find_if(review.rows.begin(), review.rows.end(),
                                         [&after](const RowReview &row) { return row.itemId == after; });
        const RowReview &added = before == review.rows.end() ? review.rows.last() : *std::next(before);
        m_batch->table()->goTo(added.itemId, columnOf(DraftColumn::Location));
    });
}

void DraftsPage::duplicateRows()
{
    const QStringList rows = m_batch->table()->selectedKeys();
    if (!rows.isEmpty())
        follow(m_drafts.duplicateRows(m_current, rows));
}

void DraftsPage::removeRows()
{
    const DraftReview *review = current();
    const QStringList ids = m_batch->table()->selectedKeys();
    if (!review || ids.isEmpty())
        return;
    QList<Drafts::PlacedRow> removed;
    for (qsizetype i = 0; i < review->draft.rows.size(); ++i) {
        if (ids.contains(review->draft.rows.at(i).itemId))
            removed.append({static_cast<int>(i), review->draft.rows.at(i)});
    }
    follow(m_drafts.removeRows(m_current, ids));
    m_undo->begin({.text = tr("Removed %n row(s)", nullptr, static_cast<int>(removed.size())),
                   .undo = [this, id = m_current, removed] { follow(m_drafts.restoreRows(id, removed)); },
                   .done = true},
                  m_undoWait);
}

void DraftsPage::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    BatchTable *table = m_batch->table();
    if (text.trimmed().isEmpty())
        return;
    if (isOneCell(text) && table->currentIndex().flags().testFlag(Qt::ItemIsEditable))
        m_batch->model()->setData(table->currentIndex(), text.trimmed(), Qt::EditRole);
    else
        follow(m_drafts.paste(m_current, table->currentKey(), text));
}

void DraftsPage::nextProblem()
{
    m_batch->goToNextProblem();
}

void DraftsPage::acceptWarnings()
{
    const QStringList rows = m_batch->table()->selectedKeys();
    if (!rows.isEmpty())
        follow(m_drafts.setOverridden(m_current, rows, true));
}

void DraftsPage::setKeys(Keys *keys)
{
    m_keys = keys;
    showCurrent();
}

void DraftsPage::chooseKeys()
{
    const DraftReview *review = current();
    if (!review || !m_keys)
        return;
    QCoro::connect(m_keys->list(), this, [this, id = m_current](const Result<QList<HeldKey>> &held) {
        const DraftReview *asked = current();
        if (!held)
            m_messages->post(trouble, {.text = errorSentence(held.error(), tr("The issuer of keys"))});
        else if (asked && id == m_current)
            showKeys(keyChoices(*held, asked->draft.keys, asked->draft.otherAsn, m_clock.now()));
    });
}

void DraftsPage::showKeys(const QList<KeyChoice> &choices)
{
    auto *menu = new KeyMenu(choices, this);
    connect(menu, &KeyMenu::chosen, this,
            [this, id = m_current](const QStringList &references) { follow(m_drafts.setKeys(id, references)); });
    menu->popup(m_batch->keysLink()->mapToGlobal(QPoint(0, m_batch->keysLink()->height())));
}

void DraftsPage::deleteDraft()
{
    const DraftReview *review = current();
    if (!review)
        return;
    const QString id = m_current;
    QCoro::connect(m_drafts.remove(id), this, [this](const Result<void> &removed) {
        if (!removed)
            fail(removed.error());
        reload();
    });
    m_undo->begin(
        {.text = tr("Deleted the draft for %1").arg(review->draft.otherAsn.toString()),
         .undo = [this, id] { follow(m_drafts.restore(id), [this, id](const DraftReview &) { showDraft(id); }); },
         .done = true},
        m_undoWait);
}

void DraftsPage::send()
{
    const DraftReview *review = current();
    if (!review || !review->isReady())
        return;
    const QString id = m_current;
    m_sending.insert(id);
    refresh();
    const QString text =
        tr("Sending %n session(s) to %1", nullptr, review->sessionCount()).arg(review->draft.otherAsn.toString());
    m_undo->begin({.text = text,
                   .commit =
                       [this, id, version = review->draft.version] {
                           m_sending.remove(id);
                           refresh();
                           Q_EMIT sendConfirmed(id, version);
                       },
                   .undo =
                       [this, id] {
                           m_sending.remove(id);
                           refresh();
                       }},
                  m_undoWait);
}

void DraftsPage::undo()
{
    m_undo->undo();
}

} // namespace peerdesk
