// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/endpointsgroup.h"

#include "settings/placesignin.h"
#include "settings/placetoken.h"
#include "theme/palette.h"
#include "widgets/messagebar.h"
#include "widgets/tableview.h"
#include "widgets/textfield.h"
#include "workflow/account/account.h"
#include "workflow/endpoints/endpoints.h"
#include "workflow/errortext.h"

#include <QCoroTask>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {
namespace {

const QString failure = QStringLiteral("endpoints");

} // namespace

EndpointsGroup::EndpointsGroup(Account &account, Endpoints &endpoints, QWidget *parent)
    : SettingsGroup(tr("Endpoints of other networks"), parent)
    , m_account(account)
    , m_endpoints(endpoints)
    , m_messages(new MessageBar(this))
    , m_model(new RowModel<Row>(traits(), this))
    , m_none(new QLabel(tr("None is known yet. Requests to a network need its endpoint's address."), this))
    , m_table(new TableView(QStringLiteral("endpoints"), this))
    , m_asn(new TextField(nullptr, this))
    , m_address(new TextField(nullptr, this))
    , m_signIn(new PlaceSignIn(account, this))
    , m_token(new PlaceToken(account, tr("Token"), this))
    , m_new(new QPushButton(tr("New Endpoint"), this))
    , m_save(new QPushButton(tr("Save Endpoint"), this))
    , m_remove(new QPushButton(tr("Remove Endpoint"), this))
{
    m_none->setForegroundRole(role::secondaryText);
    m_none->setTextFormat(Qt::PlainText);
    m_table->setTableModel(m_model);
    m_table->setAccessibleName(tr("Endpoints of other networks"));
    m_table->setFixedHeight(fontMetrics().height() * 9);
    m_table->hide();
    connect(m_model, &TableModel::countsChanged, this, [this] {
        m_table->setVisible(m_model->totalCount() > 0);
        m_none->setVisible(m_model->totalCount() == 0);
    });
    m_asn->setPlaceholder(QStringLiteral("AS64500"));
    m_address->setPlaceholder(QStringLiteral("https://peering.example.net/v1"));
    auto *buttons = new QWidget(this);
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins({});
    for (QPushButton *button : {m_save, m_remove, m_new}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    line->addStretch(1);
    addWide(m_messages);
    addWide(m_none);
    addWide(m_table);
    addRow(tr("Network"), m_asn);
    addRow(tr("Address"), m_address, tr("With the version in its path and without “/sessions”."));
    addRow(QString(), buttons);
    addRow(tr("Sign-in"), m_signIn, tr("In the browser, where the endpoint lets people sign in."));
    addRow(tr("Token"), m_token,
           tr("Only where that network hands out tokens by itself. It goes before those of the sign-in."));

    connect(m_table, &TableView::currentKeyChanged, this, &EndpointsGroup::showChosen);
    connect(m_save, &QPushButton::clicked, this, &EndpointsGroup::save);
    connect(m_remove, &QPushButton::clicked, this, &EndpointsGroup::remove);
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        showChosen();
        m_asn->edit()->setFocus();
    });
    connect(m_address->edit(), &QLineEdit::returnPressed, this, &EndpointsGroup::save);
    connect(m_signIn, &PlaceSignIn::failed, this, [this](const Error &error, const QString &host) {
        m_messages->post(failure, {.text = errorSentence(error, host)});
    });
    connect(m_signIn, &PlaceSignIn::succeeded, this, [this] { m_messages->clear(failure); });
    connect(&m_endpoints, &Endpoints::changed, this, &EndpointsGroup::refresh);
    connect(&m_account, &Account::currentAsnChanged, this, &EndpointsGroup::refresh);
    refresh();
    showChosen();
}

RowTraits<EndpointsGroup::Row> EndpointsGroup::traits()
{
    RowTraits<Row> traits;
    traits.key = [](const Row &row) { return QString::number(row.asn.number()); };
    traits.columns = {
        {{.id = QStringLiteral("asn"), .title = tr("ASN"), .width = 12, .numeric = true},
         [](const Row &row) { return Cell{.text = QString::number(row.asn.number())}; },
         [](const Row &row) { return SortKey(double(row.asn.number())); }},
        {{.id = QStringLiteral("address"), .title = tr("Address"), .width = 40, .stretch = true},
         [](const Row &row) { return Cell{.text = row.address.toString(), .mono = true}; }},
        {{.id = QStringLiteral("state"), .title = tr("Last call"), .width = 24},
         [](const Row &row) {
             if (!row.asked)
                 return Cell{.text = tr("Not asked yet"), .secondary = true};
             if (row.lastError.isEmpty())
                 return Cell{.text = tr("Answered"), .icon = Icon::CircleCheck, .tone = Tone::Established};
             return Cell{
                 .text = row.lastError, .icon = Icon::TriangleAlert, .tone = Tone::Pending, .toolTip = row.lastError};
         }},
    };
    traits.sentence = [](const Row &row) { return tr("%1 at %2").arg(row.asn.toString(), row.address.toString()); };
    return traits;
}

void EndpointsGroup::refresh()
{
    const Asn own = m_account.currentAsn();
    setEnabled(own.isValid());
    QCoro::connect(m_endpoints.list(own), this, [this, own](const Result<QList<NetworkEndpoint>> &endpoints) {
        if (own != m_account.currentAsn())
            return;
        if (endpoints)
            showRows(*endpoints);
        else
            report(endpoints.error());
    });
}

EndpointsGroup::Row EndpointsGroup::rowOf(const NetworkEndpoint &endpoint)
{
    return {endpoint.otherAsn, endpoint.baseUrl, endpoint.polledAt > 0, endpoint.lastError};
}

void EndpointsGroup::showRows(const QList<NetworkEndpoint> &endpoints)
{
    QList<Row> rows;
    for (const NetworkEndpoint &endpoint : endpoints)
        rows.append(rowOf(endpoint));
    m_model->setRows(rows);
}

void EndpointsGroup::showChosen()
{
    const Row *row = m_model->find(m_table->currentKey());
    m_asn->setText(row ? row->asn.toString() : QString());
    m_address->setText(row ? row->address.toString() : QString());
    m_asn->edit()->setReadOnly(row != nullptr || !m_readOnly.isEmpty());
    m_address->edit()->setReadOnly(!m_readOnly.isEmpty());
    m_remove->setEnabled(row != nullptr && m_readOnly.isEmpty());
    m_signIn->setAddress(row ? row->address : QUrl());
    m_token->setAddress(row ? row->address : QUrl());
}

void EndpointsGroup::setReadOnly(const QString &why)
{
    m_readOnly = why;
    for (QPushButton *button : {m_new, m_save, m_remove}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
    showChosen();
}

void EndpointsGroup::save()
{
    m_asn->setProblem({});
    m_address->setProblem({});
    const Asn other = Asn::parse(m_asn->text()).value_or(Asn());
    QCoro::connect(m_endpoints.save(m_account.currentAsn(), other, m_address->text()), this,
                   [this](const Result<NetworkEndpoint> &saved) {
                       if (!saved)
                           return report(saved.error());
                       m_messages->clear(failure);
                       const QString key = QString::number(saved->otherAsn.number());
                       // Shown at once, so that it can be chosen; the database's own news comes later.
                       QList<Row> rows = m_model->rows();
                       rows.removeIf([&saved](const Row &row) { return row.asn == saved->otherAsn; });
                       rows.append(rowOf(*saved));
                       m_model->setRows(rows);
                       m_table->setCurrentKey(key);
                       showChosen();
                   });
}

void EndpointsGroup::remove()
{
    const Row *row = m_model->find(m_table->currentKey());
    if (!row)
        return;
    QCoro::connect(m_account.storeEndpointToken(row->address, Secret()), this, [](const Result<void> &) {});
    QCoro::connect(m_endpoints.remove(m_account.currentAsn(), row->asn), this, [this](const Result<void> &removed) {
        if (!removed)
            report(removed.error());
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        showChosen();
    });
}

void EndpointsGroup::report(const Error &error)
{
    bool placed = false;
    for (const FieldError &field : error.fields) {
        TextField *edit = field.field == u"asn" ? m_asn : m_address;
        edit->setProblem(field.messages.join(QLatin1Char(' ')));
        placed = true;
    }
    if (placed)
        return;
    MessageBar::Message message;
    message.text = errorSentence(error, tr("The database"));
    m_messages->post(failure, message);
}

} // namespace peerdesk
