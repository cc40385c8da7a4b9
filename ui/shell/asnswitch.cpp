// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/asnswitch.h"

#include "theme/icons.h"
#include "theme/palette.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace peerdesk {

AsnSwitch::AsnSwitch(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setNetworks({}, {});
    connect(this, &QAbstractButton::clicked, this, &AsnSwitch::openMenu);
}

void AsnSwitch::setNetworks(const QList<OwnNetwork> &networks, Asn current)
{
    m_networks = networks;
    m_current = current;
    const auto found = std::find_if(networks.cbegin(), networks.cend(),
                                    [current](const OwnNetwork &network) { return network.asn == current; });
    setText(found == networks.cend() ? (current.isValid() ? QString() : tr("Choose one")) : found->name);
    setAccessibleName(current.isValid() ? tr("Own network: %1 %2").arg(current.toString(), text())
                                        : tr("Own network: none chosen"));
    update();
}

QSize AsnSwitch::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 22, fontMetrics().height() * 26 / 10};
}

void AsnSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QRect box = rect().adjusted(line * 4 / 9, 0, -line * 4 / 9, 0);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(palette().color(role::accent)) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? palette().color(role::hover) : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const QRect content = box.adjusted(line / 2, 0, -line / 2, 0);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), content, logical); };
    const QColor color = palette().color(QPalette::WindowText);
    paintIcon(&painter, place(QRect(content.left(), content.center().y() - line / 2, line, line)), Icon::Network,
              color);
    const int chevron = line * 4 / 5;
    paintIcon(&painter, place(QRect(content.right() - chevron, content.center().y() - chevron / 2, chevron, chevron)),
              Icon::Chevrons, palette().color(role::secondaryText));

    const QRect words = place(content.adjusted(line * 3 / 2, 0, -line, 0));
    const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(color);
    const QRect upper(words.left(), content.center().y() - line + 1, words.width(), line);
    painter.drawText(upper, static_cast<int>(side | Qt::AlignVCenter),
                     m_current.isValid() ? m_current.toString() : tr("No network"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(palette().color(role::secondaryText));
    const QRect lower(words.left(), content.center().y(), words.width(), line);
    painter.drawText(lower, static_cast<int>(side | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(text(), Qt::ElideRight, lower.width()));
}

void AsnSwitch::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const OwnNetwork &network : std::as_const(m_networks)) {
        QAction *action = menu->addAction(tr("%1  %2", "number and name").arg(network.asn.toString(), network.name));
        action->setCheckable(true);
        action->setChecked(network.asn == m_current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, asn = network.asn] { Q_EMIT chosen(asn); });
    }
    if (!m_networks.isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Other Network…"), this, &AsnSwitch::otherRequested);
    menu->popup(mapToGlobal(QPoint(0, height())));
}

} // namespace peerdesk
