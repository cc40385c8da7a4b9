// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policypage.h"

#include "policy/policyhead.h"
#include "policy/ruleform.h"
#include "policy/trialpane.h"
#include "widgets/changingactions.h"
#include "widgets/detailpane.h"
#include "widgets/emptystate.h"
#include "widgets/keyhints.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/errortext.h"

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

const QString trouble = QStringLiteral("policy");
const QString foreign = QStringLiteral("foreign");
const QString meanwhile = QStringLiteral("meanwhile");
const QString postureId = QStringLiteral("posture");
const QString policySplitter = QStringLiteral("splitters/policy");
constexpr int trialWeeks = 4;
constexpr auto trialTime = std::chrono::hours(trialWeeks * 7 * 24);

RuleField ruleField(const char *key, const QStringList &values)
{
    return {QString::fromLatin1(key), values};
}

} // namespace

PolicyPage::PolicyPage(Policies &policies, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_policies(policies)
    , m_clock(clock)
    , m_model(new RowModel<RuleRow>(ruleTraits(), this))
    , m_messages(new MessageBar(this))
    , m_undo(new UndoBar(this))
    , m_table(new TableView(QStringLiteral("policy")))
    , m_trial(new TrialPane(clock))
    , m_rule(new RuleForm(names()))
    , m_detail(new DetailPane)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_changes(new ChangingActions(this))
{
    addActions();
    layOut();
    m_table->setTableModel(m_model);
    m_table->setAccessibleName(tr("Rules of the policy"));
    // Rules stand in the order in which they are asked.
    m_table->setSortingEnabled(false);
    m_model->sort(-1, Qt::AscendingOrder);
    m_empty->setState(EmptyState::Kind::NeverSetUp, tr("No network chosen yet"),
                      tr("Here stands how one network answers others. It is chosen on the account page."));

    connect(m_table, &TableView::currentKeyChanged, this, [this] {
        showCurrent();
        refreshActions();
    });
    connect(m_table, &TableView::keyActivated, this, [this] { m_rule->focusField(QStringLiteral("name")); });
    connect(m_detail, &DetailPane::left, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_rule, &RuleForm::ruleEdited, this, [this](const QList<RuleField> &fields) {
        m_policy.replace(currentRule(), fields);
        showEdited(m_table->currentKey());
    });
    connect(m_rule, &RuleForm::postureEdited, this, [this](Policy::Posture posture) {
        m_policy.setPosture(posture);
        showEdited(postureId);
    });
    connect(m_trial, &TrialPane::closed, m_trial, &QWidget::hide);
    connect(&m_policies, &Policies::changed, this, &PolicyPage::reload);
    setOwnAsn({});
}

PolicyPage::~PolicyPage()
{
    QSettings().setValue(policySplitter, m_columns->saveState());
    for (QWidget *child : std::initializer_list<QWidget *>{m_rule, m_table, m_detail})
        child->blockSignals(true); // the line with the focus still finishes its edit: nobody is left to hear of it
}

QAction *PolicyPage::act(Icon icon, const QString &text, const QKeySequence &key, std::function<void()> deed)
{
    QAction *action = addPageAction(this, MenuPlace::Edit, icon, text, key);
    connect(action, &QAction::triggered, this, std::move(deed));
    return action;
}

void PolicyPage::addActions()
{
    m_save = act(Icon::Check, tr("Save Policy"), QKeySequence::Save, [this] { save(); });
    setMenuPlace(m_save, MenuPlace::File);
    m_try = act(Icon::Inbound, tr("Try It"), Qt::CTRL | Qt::Key_T, [this] { tryOut(); });
    m_discard = act(Icon::None, tr("Discard Changes"), {}, [this] { discard(); });
    QAction *add = act(Icon::Plus, tr("Add Rule"), QKeySequence::New, [this] { addRule(); });
    QAction *above = act(Icon::None, tr("Add Override"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { addOverride(); });
    above->setToolTip(tr("A rule for certain networks, before all others"));
    QAction *copy = act(Icon::Copy, tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { duplicate(); });
    QAction *remove = act(Icon::Minus, tr("Remove"), Qt::CTRL | Qt::Key_Delete, [this] { removeRule(); });
    m_up = act(Icon::ChevronUp, tr("Move Up"), Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    m_down = act(Icon::ChevronDown, tr("Move Down"), Qt::ALT | Qt::Key_Down, [this] { move(1); });
    QAction *condition =
        act(Icon::None, tr("Add Condition"), Qt::CTRL | Qt::Key_Plus, [this] { m_rule->chooseCondition(); });
    m_next = act(Icon::CircleAlert, tr("Next Problem"), Qt::Key_F8, [this] { nextProblem(); });
    m_takeBack = act(Icon::None, tr("Use the Policy of the Configuration"), {}, [this] { takeBack(); });
    act(Icon::Copy, tr("Copy as TOML"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyText(); });
    act(Icon::Undo, tr("Undo"), QKeySequence::Undo, [this] { m_undo->undo(); });
    connect(addPageAction(this, MenuPlace::View, Icon::None, tr("Next Rule"), Qt::Key_J), &QAction::triggered, m_table,
            [this] { m_table->moveCurrent(1); });
    connect(addPageAction(this, MenuPlace::View, Icon::None, tr("Previous Rule"), Qt::Key_K), &QAction::triggered,
            m_table, [this] { m_table->moveCurrent(-1); });
    m_editActions = {add, above};
    m_ruleActions = {copy, remove, condition};
    m_head = new PolicyHead({m_save, m_try, m_discard}, {add, above, copy, remove, m_up, m_down});
    m_table->addActions({copy, remove, m_up, m_down});
    for (QAction *action : {m_save, add, above, copy, remove, m_up, m_down, condition, m_takeBack})
        m_changes->addAction(action);
}

void PolicyPage::layOut()
{
    auto *rules = new QWidget;
    auto *rulesLayout = new QVBoxLayout(rules);
    rulesLayout->setContentsMargins({});
    rulesLayout->setSpacing(0);
    rulesLayout->addWidget(m_head);
    auto *rows = new QSplitter(Qt::Vertical);
    rows->addWidget(m_table);
    rows->addWidget(m_trial);
    rows->setChildrenCollapsible(false);
    rows->setHandleWidth(1);
    m_trial->hide();
    rulesLayout->addWidget(rows, 1);
    rules->setBackgroundRole(QPalette::Base);
    rules->setAutoFillBackground(true);

    m_detail->addHeaderWidget(m_rule);
    m_columns->addWidget(rules);
    m_columns->addWidget(m_detail);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->restoreState(QSettings().value(policySplitter).toByteArray());
    m_stack->addWidget(m_columns);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_undo);
    layout->addWidget(m_stack, 1);
    layout->addWidget(new KeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, tr("next, previous")},
                                    {{tr("Ctrl+N")}, tr("add rule")},
                                    {{tr("Alt+Up"), tr("Alt+Down")}, tr("move")},
                                    {{tr("F8")}, tr("next problem")},
                                    {{tr("Ctrl+T")}, tr("try it")},
                                    {{tr("Ctrl+S")}, tr("save")}}));
}

FieldNames PolicyPage::names() const
{
    return [this](const RuleField &field) { return m_policies.namesOf(field); };
}

void PolicyPage::setOwnAsn(Asn own)
{
    m_stack->setCurrentWidget(own.isValid() ? static_cast<QWidget *>(m_columns) : m_empty);
    if (std::exchange(m_own, own) != own) {
        m_messages->clearAll();
        m_trial->hide();
        adopt({});
        m_known = false; // nothing is edited before it is
        refreshActions();
    }
    refresh(); // the directory may have other names by now
    reload();
}

void PolicyPage::setPerson(const QString &person)
{
    m_person = person;
    refreshActions();
}

void PolicyPage::setReadOnly(const QString &why)
{
    m_changes->setForbidden(why);
    refreshActions();
    showCurrent();
}

void PolicyPage::reload()
{
    if (!m_own.isValid())
        return;
    if (m_loading) {
        m_stale = true;
        return;
    }
    m_loading = true;
    QCoro::connect(m_policies.state(m_own), this, [this, own = m_own](const Result<PolicyState> &state) {
        m_loading = false;
        if (own == m_own && state)
            take(*state);
        else if (!state)
            fail(state.error());
        if (std::exchange(m_stale, false) || own != m_own)
            reload();
    });
}

void PolicyPage::take(const PolicyState &state)
{
    m_messages->clear(trouble);
    if (m_known && state.textInForce() == m_state.textInForce() && state.version() == m_state.version()) {
        m_state = state; // what is being edited stays
        m_head->setState(m_own, m_state, m_clock.now());
        return;
    }
    if (m_policy.isChanged()) {
        const QString who = state.isDesks() ? state.desk->who : tr("Somebody");
        m_messages->post(meanwhile,
                         {.text = tr("%1 changed the policy meanwhile. What was edited here is not saved.").arg(who),
                          .tone = Tone::Pending,
                          .action = tr("Load the New One"),
                          .act = [this, state] { adopt(state); },
                          .closable = false});
        return;
    }
    adopt(state);
}

/// What is in force becomes what is edited.
void PolicyPage::adopt(const PolicyState &state)
{
    m_messages->clear(meanwhile);
    m_state = state;
    const bool isFirst = !std::exchange(m_known, true);
    const auto policy = readPolicyText(state.textInForce());
    m_foreign = !policy;
    if (m_foreign)
        m_messages->post(foreign, {.text = tr("The policy in force cannot be read by this program: a newer Peerdesk "
                                              "wrote it. It cannot be edited here."),
                                   .closable = false});
    else
        m_messages->clear(foreign);
    m_policy.adopt(policy ? *policy : Policy());
    showEdited(isFirst ? QString() : m_table->currentKey());
    reloadHistory();
}

void PolicyPage::reloadHistory()
{
    if (!m_own.isValid())
        return;
    QCoro::connect(m_policies.history(m_own), this, [this, own = m_own](const Result<QList<AuditEntry>> &history) {
        if (!history || own != m_own)
            return;
        m_history = *history;
        showCurrent();
    });
}

void PolicyPage::showEdited(const QString &current)
{
    m_trial->setStale();
    refresh();
    if (!m_table->setCurrentKey(current))
        m_table->setCurrentKey(m_model->keyAt(0));
    showCurrent();
    refreshActions();
}

void PolicyPage::refresh()
{
    QList<RuleRow> rows;
    for (int i = 0; i < m_policy.count(); ++i)
        rows.append(ruleRow(m_policy.id(i), i + 1, m_policy.rule(i), problemText(i), names()));
    rows.append(postureRow(postureId, m_policy.form().posture));
    m_model->setRows(rows);
    m_head->setState(m_own, m_state, m_clock.now());
}

bool PolicyPage::mayEdit() const
{
    return m_own.isValid() && m_known && !m_foreign && m_changes->why().isEmpty();
}

QString PolicyPage::whyNotSaved() const
{
    if (!m_changes->why().isEmpty())
        return m_changes->why();
    if (!m_policy.problems().isEmpty())
        return tr("%n problem(s)", nullptr, static_cast<int>(m_policy.problems().size()));
    if (!m_policy.isChanged())
        return tr("Nothing is changed");
    return m_person.isEmpty() ? tr("Sign in first: a change needs somebody who made it") : QString();
}

void PolicyPage::refreshActions()
{
    const int rule = currentRule();
    const QString why = whyNotSaved();
    m_save->setEnabled(mayEdit() && why.isEmpty());
    m_save->setToolTip(why);
    m_head->setReason(why.isEmpty() ? tr("Not saved yet") : why);
    m_try->setEnabled(m_known && m_policy.problems().isEmpty() && m_own.isValid());
    m_discard->setEnabled(m_policy.isChanged());
    m_next->setEnabled(!m_policy.problems().isEmpty());
    m_takeBack->setEnabled(mayEdit() && m_state.isDesks());
    for (QAction *action : std::as_const(m_editActions))
        action->setEnabled(mayEdit());
    for (QAction *action : std::as_const(m_ruleActions))
        action->setEnabled(mayEdit() && rule >= 0);
    m_up->setEnabled(mayEdit() && rule > 0);
    m_down->setEnabled(mayEdit() && rule >= 0 && rule + 1 < m_policy.count());
    m_rule->setEnabled(mayEdit());
}

int PolicyPage::currentRule() const
{
    return m_policy.indexOf(m_table->currentKey());
}

QString PolicyPage::problemText(int rule) const
{
    QStringList sentences;
    for (const RuleProblem &problem : m_policy.problems()) {
        if (problem.rule == rule)
            sentences.append(
                tr("%1 %2.", "a field and what is wrong with it").arg(fieldLabel(problem.key), problem.message));
    }
    return sentences.join(u' ');
}

void PolicyPage::showCurrent()
{
    DetailContent content;
    content.key = m_table->currentKey();
    const int rule = currentRule();
    if (rule >= 0) {
        const QString name = m_policy.name(rule);
        content.title = name.isEmpty() ? tr("A rule without a name") : name;
        content.subtitle = tr("Rule %1 of %2: the first that applies decides").arg(rule + 1).arg(m_policy.count());
        m_rule->setRule(m_policy.id(rule), m_policy.rule(rule), m_policy.problemsOf(rule));
    } else {
        content.title = tr("Where no rule applies");
        content.subtitle = tr("What the network's policy is called");
        m_rule->setPosture(m_policy.form().posture);
        DetailContent::Timeline changes;
        changes.now = m_clock.now();
        for (const AuditEntry &entry : std::as_const(m_history)) {
            const QString deed = entry.toState == u"file" ? tr("Back to the configuration's by %1") : tr("Saved by %1");
            changes.entries.append({entry.at, deed.arg(entry.who), entry.why});
        }
        if (!changes.entries.isEmpty())
            content.blocks << DetailContent::Section{tr("Changes")} << changes;
    }
    m_detail->setContent(content);
}

void PolicyPage::fail(const Error &error)
{
    m_messages->post(
        trouble,
        {.text = errorSentence(error, tr("The policy")), .action = wayForward(error), .act = [this] { reload(); }});
}

void PolicyPage::save()
{
    auto saving = m_policies.save(m_own, m_policy.form(), m_state.version(), m_person);
    QCoro::connect(std::move(saving), this, [this](const Result<PolicyState> &state) {
        if (state)
            adopt(*state);
        else
            fail(state.error());
    });
}

void PolicyPage::tryOut()
{
    auto trying = m_policies.tryOut(m_own, m_policy.form(), trialTime);
    QCoro::connect(std::move(trying), this, [this, form = m_policy.form()](const Result<PolicyTrial> &trial) {
        if (!trial) {
            fail(trial.error());
            return;
        }
        m_trial->setTrial(*trial, trialWeeks);
        if (form != m_policy.form())
            m_trial->setStale();
        m_trial->show();
    });
}

/// What was done can be taken back for a while: the policy as it is now comes back.
void PolicyPage::remember(const QString &deed)
{
    m_undo->begin({.text = deed,
                   .undo =
                       [this, before = m_policy, current = m_table->currentKey()] {
                           m_policy = before;
                           showEdited(current);
                       },
                   .done = true},
                  m_undoWait);
}

void PolicyPage::discard()
{
    remember(tr("Discarded the changes"));
    m_policy.discard();
    showEdited(m_table->currentKey());
}

void PolicyPage::addRule()
{
    const int here = currentRule();
    showEdited(m_policy.insert(here < 0 ? m_policy.count() : here + 1,
                               {ruleField("name", {tr("New rule")}), ruleField("verdict", {QStringLiteral("ask")})}));
    m_rule->focusField(QStringLiteral("name"));
}

void PolicyPage::addOverride()
{
    showEdited(m_policy.insert(0, {ruleField("name", {tr("New override")}),
                                   ruleField("verdict", {QStringLiteral("reject")}), ruleField("network", {})}));
    m_rule->focusField(QStringLiteral("network"));
}

void PolicyPage::duplicate()
{
    showEdited(m_policy.duplicate(currentRule()));
}

void PolicyPage::removeRule()
{
    const int rule = currentRule();
    remember(tr("Removed the rule “%1”").arg(m_policy.name(rule)));
    m_policy.remove(rule);
    showEdited(rule < m_policy.count() ? m_policy.id(rule) : postureId);
}

void PolicyPage::move(int steps)
{
    m_policy.move(currentRule(), steps);
    showEdited(m_table->currentKey());
}

/// The next rule with a problem after this one, and round again; its first field that has one.
void PolicyPage::nextProblem()
{
    const QList<RuleProblem> &problems = m_policy.problems();
    const int here = currentRule();
    const auto after = std::find_if(problems.begin(), problems.end(),
                                    [here](const RuleProblem &problem) { return problem.rule > here; });
    const RuleProblem &next = after == problems.end() ? problems.first() : *after;
    if (next.rule < 0)
        return;
    m_table->setCurrentKey(m_policy.id(next.rule));
    m_rule->focusField(next.key);
}

void PolicyPage::copyText()
{
    QGuiApplication::clipboard()->setText(policyText(m_policy.form()));
}

void PolicyPage::takeBack()
{
    const auto commit = [this, own = m_own, version = m_state.version()] {
        QCoro::connect(m_policies.takeBack(own, version, m_person), this, [this](const Result<PolicyState> &state) {
            if (!state)
                fail(state.error());
        });
    };
    m_undo->begin({.text = tr("Putting the policy of the configuration in force"), .commit = commit}, m_undoWait);
}

} // namespace peerdesk
