// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/deskgroup.h"

#include "base/settings.h"
#include "peering/notice.h"
#include "widgets/segmentswitch.h"

#include <QCheckBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace peerdesk {

DeskGroup::DeskGroup(SettingsFile &settings, QWidget *parent)
    : SettingsGroup(tr("This desk"), parent)
    , m_settings(settings)
    , m_appearance(new SegmentSwitch({tr("System"), tr("Light"), tr("Dark")}, this))
    , m_undo(new QSpinBox(this))
    , m_private(new QCheckBox(tr("Call endpoints on loopback and private addresses"), this))
{
    m_undo->setRange(0, 120);
    m_undo->setSuffix(tr(" s"));
    m_undo->setKeyboardTracking(false);
    addRow(tr("Appearance"), m_appearance);
    addRow(tr("Time to undo"), m_undo, tr("Sending, approving and rejecting wait that long for Undo."));
    addRow(tr("Notifications"), makeNotices(), tr("Sent to the desktop while this window is not active."));
    addRow(tr("Endpoints"), m_private, tr("For laboratories."));

    connect(m_appearance, &SegmentSwitch::currentChanged, this, [this](int index) {
        Settings changed = m_settings.current();
        changed.desk.appearance = static_cast<Appearance>(index);
        m_settings.save(changed);
    });
    connect(m_undo, &QSpinBox::valueChanged, this, [this](int seconds) {
        Settings changed = m_settings.current();
        changed.desk.undo = std::chrono::seconds(seconds);
        m_settings.save(changed);
    });
    connect(m_private, &QCheckBox::toggled, this, [this](bool on) {
        Settings changed = m_settings.current();
        changed.desk.allowPrivate = on;
        m_settings.save(changed);
    });
    connect(&m_settings, &SettingsFile::changed, this, &DeskGroup::refresh);
    refresh();
}

QWidget *DeskGroup::makeNotices()
{
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 4);
    const std::initializer_list<std::pair<Notice::Kind, QString>> kinds = {
        {Notice::Kind::Approved, tr("Approved")},
        {Notice::Kind::Rejected, tr("Rejected")},
        {Notice::Kind::Established, tr("Established")},
        {Notice::Kind::Unestablished, tr("No longer established")},
        {Notice::Kind::NeedsAnswer, tr("Somebody waits for an answer")},
        {Notice::Kind::KeyEnding, tr("A key ends soon")},
    };
    for (const auto &[kind, words] : kinds) {
        auto *box = new QCheckBox(words, list);
        const QString name = toText(kind);
        connect(box, &QCheckBox::toggled, this, [this, name](bool on) { mute(name, !on); });
        m_notices.insert(name, box);
        layout->addWidget(box);
    }
    return list;
}

void DeskGroup::refresh()
{
    const DeskSettings desk = m_settings.current().desk;
    m_appearance->setCurrent(static_cast<int>(desk.appearance));
    m_undo->setValue(static_cast<int>(desk.undo.count()));
    m_private->setChecked(desk.allowPrivate);
    for (auto it = m_notices.cbegin(); it != m_notices.cend(); ++it)
        it.value()->setChecked(!desk.mutedNotices.contains(it.key()));
}

void DeskGroup::mute(const QString &kind, bool muted)
{
    Settings changed = m_settings.current();
    if (muted)
        changed.desk.mutedNotices.insert(kind);
    else
        changed.desk.mutedNotices.remove(kind);
    m_settings.save(changed);
}

} // namespace peerdesk
