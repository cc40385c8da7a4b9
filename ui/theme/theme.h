// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"

#include <QObject>

namespace peerdesk {

class SystemScheme;

/// Dresses the application: our style and palette where the platform would fall back to Fusion, light or dark as
/// the system has it or as a person chose, changed live. One per program, made after QApplication and owned by
/// whoever made that; main thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    [[nodiscard]] Scheme scheme() const;

private:
    void apply();

    SystemScheme *m_system;
    Choice m_choice = Choice::System;
    bool m_fusion;
};

} // namespace peerdesk
