// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"
#include "workflow/keys/keys.h"

class QPlainTextEdit;

namespace peerdesk {

class IconLabel;

/// Where somebody pastes what he was sent (a key, its reference, the text of a letter's code) and reads in words
/// whether it holds and for what.
class CheckSheet : public Sheet
{
    Q_OBJECT

public:
    CheckSheet(Keys &keys, QWidget *parent);

private:
    void check();
    void tell(const KeyAnswer &answer);

    Keys &m_keys;
    QPlainTextEdit *m_text;
    IconLabel *m_answer;
};

} // namespace peerdesk
