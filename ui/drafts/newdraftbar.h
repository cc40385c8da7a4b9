// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/directory/directory.h"

#include <QWidget>

#include <functional>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace peerdesk {

/// Asks in place for which network a draft is begun, by number or by name; names are completed from the directory.
/// Escape closes it.
class NewDraftBar : public QWidget
{
    Q_OBJECT

public:
    /// Networks whose number or name begins so, the likeliest first.
    using Search = std::function<QList<DirectoryHit>(const QString &typed)>;

    explicit NewDraftBar(QWidget *parent = nullptr);

    void setSearch(Search search) { m_search = std::move(search); }
    void open();

Q_SIGNALS:
    void networkChosen(Asn asn);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer(const QString &typed);
    void choose();
    void accept(Asn asn);
    void refuse(const QString &why);
    void close();

    Search m_search;
    QList<DirectoryHit> m_offered;
    QStringListModel *m_names;
    QCompleter *m_completer;
    QLineEdit *m_edit;
    QLabel *m_problem;
};

} // namespace peerdesk
