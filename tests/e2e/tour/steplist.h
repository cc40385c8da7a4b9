// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

#include <functional>

namespace peerdesk::test {

class Robot;

/// Tells a story step by step: each does something with the robot and says what came of it; a line each on stdout,
/// with the picture of what was on the screen when one failed. Later steps are told all the same, because what fails
/// after a failure often shows where it came from.
class StepList
{
public:
    /// What a person would say came of it: "2 approved, 0 rejected".
    using Step = std::function<QString(Robot &)>;

    StepList(Robot &robot, QString pictures, QTextStream &out);

    void step(const QString &title, const Step &step);
    [[nodiscard]] int failures() const { return m_failures; }
    /// Prints the last line: "14 of 14 steps done".
    void sum();

private:
    Robot &m_robot;
    QString m_pictures;
    QTextStream &m_out;
    int m_count = 0;
    int m_failures = 0;
};

} // namespace peerdesk::test
