// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/steplist.h"

#include "e2e/robot.h"

#include <QDir>
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

StepList::StepList(Robot &robot, QString pictures, QTextStream &out)
    : m_robot(robot)
    , m_pictures(std::move(pictures))
    , m_out(out)
{
}

void StepList::step(const QString &title, const Step &step)
{
    ++m_count;
    QElapsedTimer timer;
    timer.start();
    m_robot.forgive();
    const QString outcome = step(m_robot);
    const QString number = u"%1"_s.arg(m_count, 2, 10, QLatin1Char('0'));
    const QString seconds = QString::number(static_cast<double>(timer.elapsed()) / 1000, 'f', 1);
    if (!m_robot.failed()) {
        m_out << u"ok      %1 %2: %3 (%4 s)\n"_s.arg(number, title, outcome, seconds);
    } else {
        ++m_failures;
        const QString failure = m_robot.failure();
        m_out << u"FAILED  %1 %2: %3 (%4 s)\n"_s.arg(number, title, failure, seconds);
        m_robot.forgive();
        const QString picture = QDir(m_pictures).filePath(u"failed-%1.png"_s.arg(number));
        m_robot.takePicture(picture);
        m_out << u"        what was on the screen: %1\n"_s.arg(picture);
        for (const QString &line : m_robot.visibleText().split(QLatin1Char('\n')).mid(0, 60))
            m_out << u"        | %1\n"_s.arg(line);
    }
    m_out.flush();
}

void StepList::sum()
{
    m_out << u"%1 of %2 steps done"_s.arg(m_count - m_failures).arg(m_count) << Qt::endl;
}

} // namespace peerdesk::test
