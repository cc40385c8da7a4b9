// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/robot.h"
#include "e2e/tour/steplist.h"
#include "peering/asn.h"

#include <QObject>

namespace peerdesk::test {

class LabKit;

/// What a coordinator of the invented world does in a morning, told in steps: signs in, chooses candidates, drafts and
/// sends eight sessions to four networks, follows them, decides what others ask, exports a report, and lets a key live
/// and end (KeyChapter). It knows the desk
/// only by what can be read and pressed there. Owned by the tour's main().
class Story : public QObject
{
    Q_OBJECT

public:
    /// `window` is only ever minimised and shown again, as a window manager would.
    Story(LabKit &lab, QWidget *window, QString pictures, QTextStream &out);

    /// The number of steps that failed.
    int tell();

private:
    /// A network, and the city where the desk wants to meet it.
    struct Meeting
    {
        Asn asn;
        QString city;
    };

    void signIn();
    void findWhomToMeet();
    void draft(const Meeting &meeting);
    void send(const Meeting &meeting);
    void beTold();
    void followResults();
    void triage();
    /// Waits until the row of `asn` among what others ask has one of these words.
    QString outcomeOf(Asn asn, const QStringList &words);
    void report();
    void chooseColours(const QString &colours);
    /// Of what is shown now, in light and dark.
    void takePictures(const QString &name);
    void takePictures();
    void signInByAddress();

    void showPage(const QString &title);
    void keepOnly(const QStringList &pairs);
    /// Both addresses of each wanted session, as they stand side by side in a row of the draft.
    [[nodiscard]] QStringList pairsOf(const Meeting &meeting) const;
    [[nodiscard]] bool hasRow(const QStringList &words) const;
    void exportAs(const QString &format);

    LabKit &m_lab;
    QWidget *m_window;
    const QString m_pictures;
    Robot m_robot;
    StepList m_steps;
};

} // namespace peerdesk::test
