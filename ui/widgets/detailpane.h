// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace peerdesk {

/// The right-hand side of a page: title, subtitle, a row of buttons, then what DetailContent says. Buttons and other
/// living widgets (an editor for a comment) are put in once by the page and stay; everything else is rebuilt from
/// the content, keeping the scroll position while the same thing is shown.
class DetailPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void setContent(const DetailContent &content);
    [[nodiscard]] const DetailContent &content() const { return m_content; }
    /// Nothing selected: one quiet line instead of everything.
    void setNothing(const QString &text);

    /// Under the title. The first one is usually the page's primary button.
    void addButton(QWidget *button);
    /// Between the buttons and the content, and under the content.
    void addHeaderWidget(QWidget *widget);
    void addFooterWidget(QWidget *widget);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rowActivated(const QString &table, const QString &key);
    void linkActivated(const QUrl &link);
    /// Escape: back to the table.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    QWidget *build(const DetailContent::Fields &fields);
    QWidget *build(const DetailContent::Section &section);
    QWidget *build(const DetailContent::Text &text);
    QWidget *build(const DetailContent::Table &table);
    QWidget *build(const DetailContent::Evidence &evidence);
    QWidget *build(const DetailContent::Timeline &timeline);
    QLabel *label(const QString &text, QWidget *parent) const;
    QWidget *valueWidget(const DetailContent::Field &field, QWidget *parent);

    DetailContent m_content;
    QLabel *m_nothing;
    QWidget *m_all;
    QLabel *m_title;
    QLabel *m_subtitle;
    QWidget *m_buttons;
    QVBoxLayout *m_header;
    QVBoxLayout *m_body;
    QVBoxLayout *m_footer;
    QWidget *m_blocks = nullptr;
};

} // namespace peerdesk
