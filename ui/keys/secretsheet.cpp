// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/secretsheet.h"

#include "theme/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {
namespace {

QLineEdit *readOnlyLine(const QString &text, QWidget *parent)
{
    auto *line = new QLineEdit(text, parent);
    line->setReadOnly(true);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line->setCursorPosition(0);
    line->setMinimumWidth(line->fontMetrics().horizontalAdvance(text) + line->fontMetrics().height() * 2);
    return line;
}

} // namespace

SecretSheet::SecretSheet(const FreshKey &key, QWidget *parent)
    : Sheet(tr("New Key"), tr("Close"), parent)
{
    addText(
        tr("The key is shown now and never again. Whoever has it can register routes with it until it ends: it goes "
           "to the third party that asks for it and to nobody else. The reference may be public."));
    auto *text = readOnlyLine(key.key.revealText(), this);
    addRow(tr("Key"), text);
    auto *copy = new QPushButton(icon(Icon::Copy), tr("Copy Key"), this);
    copy->setDefault(true);
    deed()->setAutoDefault(false);
    setHeld(true); // Enter copies, and Escape does nothing: what is shown is shown once
    addRow(QString(), copy);
    addRow(tr("Reference"), readOnlyLine(key.reference.toString(), this));
    connect(copy, &QPushButton::clicked, this, [text, copy] {
        QGuiApplication::clipboard()->setText(text->text());
        copy->setText(tr("Copied"));
    });
    cancel()->hide();
    connect(deed(), &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace peerdesk
