// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUrl>

#include <chrono>
#include <cstdint>

namespace peerdesk {

enum class Appearance { System, Light, Dark };

/// What a person may set. Plain structs: whoever needs some takes a copy of its part. Secrets are not here, they
/// live in the keychain.
struct ProviderSettings
{
    /// Of one's own network, when people sign in through it: its address is all that it takes. Empty: at the issuer.
    QUrl endpoint;
    QUrl issuer{QStringLiteral("https://auth.peeringdb.com/oauth2")};
    QString clientId = QStringLiteral("peerdesk");
    std::uint16_t redirectPort = 0; ///< on 127.0.0.1; 0 takes a free one, for providers that allow any (RFC 8252)

    bool operator==(const ProviderSettings &) const = default;
};

struct MirrorSettings
{
    QString source = QStringLiteral("https://public.peeringdb.com"); ///< base address of the dumps, or a folder
    QUrl api{QStringLiteral("https://www.peeringdb.com/api")};       ///< where increments and contacts come from
    std::chrono::minutes interval{60};                               ///< 0: only when asked for

    bool operator==(const MirrorSettings &) const = default;
};

struct DeskSettings
{
    Appearance appearance = Appearance::System;
    std::chrono::seconds undo{10};  ///< how long sending and deciding wait for Undo
    QSet<QString> mutedNotices;     ///< kinds of notices that are not sent to the desktop
    bool runEndpoint = false;       ///< peerdeskd as a child of the desk
    QString endpointConfiguration;  ///< its peerdeskd.toml
    bool allowPrivate = false;      ///< endpoints on loopback and private addresses may be called
    QList<std::uint32_t> typedAsns; ///< to look around without signing in
    std::uint32_t currentAsn = 0;   ///< our network that the pages show; 0 for none yet

    bool operator==(const DeskSettings &) const = default;
};

/// Where keys for resources come from and where route objects stand on them (workflow/keys). Empty: not set up.
struct KeySettings
{
    QUrl issuer;
    QUrl registry;

    bool operator==(const KeySettings &) const = default;
};

struct Settings
{
    ProviderSettings provider;
    MirrorSettings mirror;
    DeskSettings desk;
    KeySettings keys;

    bool operator==(const Settings &) const = default;
};

/// The settings in their file, read once and written on every change. Unknown and unreadable entries fall back to the
/// defaults above and are left alone in the file. Owned by app/services; GUI thread.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    /// An empty path is the person's own file (QSettings' place for it).
    explicit SettingsFile(const QString &path = {}, QObject *parent = nullptr);

    [[nodiscard]] const Settings &current() const { return m_current; }
    /// Writes what differs from the present ones.
    void save(const Settings &settings);

Q_SIGNALS:
    void changed();

private:
    QString m_path;
    Settings m_current;
};

} // namespace peerdesk
