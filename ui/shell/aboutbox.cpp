// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/aboutbox.h"

#include <QApplication>
#include <QIcon>

namespace peerdesk {

AboutBox::AboutBox(QWidget *parent)
    : QMessageBox(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Peerdesk"));
    setTextFormat(Qt::PlainText);
    setText(tr("Peerdesk %1").arg(QApplication::applicationVersion()));
    const int side = fontMetrics().height() * 4;
    setIconPixmap(QApplication::windowIcon().pixmap(side, side));
    const QStringList paragraphs = {
        tr("The peering coordinator's desk. Free software under the GNU General Public License, version 3 or later "
           "(GPL-3.0-or-later), without any warranty."),
        tr("Networks, exchanges and facilities: PeeringDB (www.peeringdb.com), under its acceptable use policy."),
        tr("Positions of cities: GeoNames (www.geonames.org), CC BY 4.0."),
        tr("Outline of the world: Natural Earth (www.naturalearthdata.com), public domain."),
    };
    setInformativeText(paragraphs.join(QStringLiteral("\n\n")));
    setStandardButtons(QMessageBox::Close);
}

} // namespace peerdesk
