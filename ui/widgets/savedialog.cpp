// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/savedialog.h"

#include <QFileDialog>
#include <QFileInfo>

namespace peerdesk {

void askWhereToSave(QWidget *parent, const SaveQuestion &question, std::function<void(const QString &path)> chosen)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(question.fileName).suffix());
    dialog->setNameFilters(question.filters);
    dialog->selectFile(question.fileName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace peerdesk
