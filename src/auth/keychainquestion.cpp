// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/keychainquestion.h"

#include "base/logging.h"

#include <QTimer>

#include <chrono>

namespace peerdesk {
namespace {

constexpr std::chrono::milliseconds patience = std::chrono::seconds(90);

} // namespace

KeychainQuestion::KeychainQuestion(QKeychain::Job *job, QObject *parent)
    : QObject(parent)
    , m_job(job)
{
    m_job->setParent(this);
    m_job->setAutoDelete(false);
    m_job->setInsecureFallback(false); // a plain text file is no keychain
    connect(m_job, &QKeychain::Job::finished, this, &KeychainQuestion::finish);
    QTimer::singleShot(patience, this, &KeychainQuestion::giveUp);
    m_job->start();
}

void KeychainQuestion::giveUp()
{
    if (m_error)
        return;
    m_job->setParent(nullptr);
    m_job->disconnect(this);
    connect(m_job, &QKeychain::Job::finished, m_job, &QObject::deleteLater);
    m_error = QKeychain::AccessDenied;
    Q_EMIT answered();
}

void KeychainQuestion::finish()
{
    m_error = m_job->error();
    if (error() != QKeychain::NoError && error() != QKeychain::EntryNotFound)
        qCInfo(lcAuth) << "keychain:" << error() << m_job->errorString();
    Q_EMIT answered();
}

} // namespace peerdesk
