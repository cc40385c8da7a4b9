// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/visiblewords.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStatusBar>
#include <QTextEdit>

namespace peerdesk::test {

namespace {

QStringList wordsOfView(const QAbstractItemView *view)
{
    QStringList lines;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        if (view->visualRect(model->index(row, 0)).intersects(view->viewport()->rect()))
            lines.append(wordsOfRow(model, row));
    }
    return lines;
}

QString wordsOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return QString(button->text()).remove(QLatin1Char('&'));
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return field->displayText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        return group->title();
    if (const auto *status = qobject_cast<const QStatusBar *>(widget))
        return status->currentMessage();
    if (const auto *progress = qobject_cast<const QProgressBar *>(widget))
        return progress->text();
    return {};
}

} // namespace

QStringList visibleWords(const QWidget *window)
{
    QStringList lines;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            lines += wordsOfView(view);
        else if (const QString words = wordsOf(widget); !words.isEmpty())
            lines += words;
    }
    return lines;
}

QString wordsOfRow(const QAbstractItemModel *model, int row)
{
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells.append(model->index(row, column).data(Qt::DisplayRole).toString());
    return cells.join(QStringLiteral(" | "));
}

} // namespace peerdesk::test
