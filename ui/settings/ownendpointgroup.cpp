// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ownendpointgroup.h"

#include "base/settings.h"
#include "widgets/textfield.h"
#include "theme/icons.h"
#include "widgets/iconlabel.h"
#include "widgets/messagebar.h"
#include "workflow/endpoints/ownendpoint.h"
#include "workflow/errortext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace peerdesk {
namespace {

Cell standing(const OwnEndpoint &endpoint)
{
    switch (endpoint.state()) {
    case OwnEndpoint::State::Starting:
        return {.text = OwnEndpointGroup::tr("Starting"), .icon = Icon::Hourglass, .tone = Tone::Muted};
    case OwnEndpoint::State::Running:
        return {.text = OwnEndpointGroup::tr("Answers at %1").arg(endpoint.publicUrl().toString()),
                .icon = Icon::CircleCheck,
                .tone = Tone::Established};
    case OwnEndpoint::State::Failed:
        return {.text = OwnEndpointGroup::tr("It ended and will be started again: %1").arg(endpoint.lastWords()),
                .icon = Icon::TriangleAlert,
                .tone = Tone::Pending};
    case OwnEndpoint::State::Misconfigured:
        return {.text = endpoint.lastWords(), .icon = Icon::TriangleAlert, .tone = Tone::Rejected};
    case OwnEndpoint::State::Off:
        break;
    }
    return {.text = OwnEndpointGroup::tr("Not running"), .icon = Icon::Offline, .tone = Tone::Muted};
}

} // namespace

OwnEndpointGroup::OwnEndpointGroup(SettingsFile &settings, OwnEndpoint &endpoint, QWidget *parent)
    : SettingsGroup(tr("Endpoint on this machine"), parent)
    , m_settings(settings)
    , m_endpoint(endpoint)
    , m_messages(new MessageBar(this))
    , m_run(new QCheckBox(tr("Answer what other networks ask, while the desk is open"), this))
    , m_standing(new IconLabel(Cell(), this))
    , m_configuration(new TextField(nullptr, this))
    , m_write(new QPushButton(tr("Write One"), this))
{
    m_write->setAutoDefault(false);
    auto *file = new QWidget(this);
    auto *line = new QHBoxLayout(file);
    line->setContentsMargins({});
    line->addWidget(m_configuration, 1);
    line->addWidget(m_write);
    addWide(m_messages);
    addWide(m_run);
    addRow(tr("Standing"), m_standing);
    addRow(
        tr("Configuration"), file,
        tr("A peerdeskd.toml with the desk's database. Without this, peerdeskd runs as a service of its own, or not at all."));

    connect(m_run, &QCheckBox::clicked, this, [this](bool run) {
        Settings changed = m_settings.current();
        changed.desk.runEndpoint = run;
        m_settings.save(changed);
    });
    connect(m_configuration, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.desk.endpointConfiguration = text;
        m_settings.save(changed);
    });
    connect(m_write, &QPushButton::clicked, this, &OwnEndpointGroup::writeOne);
    connect(&m_endpoint, &OwnEndpoint::changed, this, &OwnEndpointGroup::refresh);
    connect(&m_settings, &SettingsFile::changed, this, &OwnEndpointGroup::refresh);
    refresh();
}

void OwnEndpointGroup::refresh()
{
    const DeskSettings &desk = m_settings.current().desk;
    m_run->setChecked(desk.runEndpoint);
    m_configuration->setText(desk.endpointConfiguration);
    m_standing->setCell(standing(m_endpoint));
}

void OwnEndpointGroup::writeOne()
{
    const QString failure = QStringLiteral("configuration");
    const auto written = m_endpoint.writeConfiguration(m_configuration->text());
    if (written)
        m_messages->clear(failure);
    else if (written.error().kind == ErrorKind::Conflict)
        m_messages->post(
            failure,
            {tr("%1 is there already and stays as it is.").arg(written.error().detail), Tone::Pending, {}, nullptr});
    else
        m_messages->post(failure, {errorSentence(written.error(), tr("The configuration"))});
}

} // namespace peerdesk
