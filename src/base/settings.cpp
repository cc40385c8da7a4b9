// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

#include <QSettings>
#include <QStringList>

#include <limits>
#include <memory>

namespace peerdesk {
namespace {

// The file's words. They are not translated and never change.
const QString appearanceWords[] = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};

std::unique_ptr<QSettings> open(const QString &path)
{
    return path.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                        QStringLiteral("peerdesk"), QStringLiteral("peerdesk"))
                          : std::make_unique<QSettings>(path, QSettings::IniFormat);
}

/// One entry of the file and the field it belongs to: reading and writing cannot drift apart.
class Entries
{
public:
    Entries(QSettings &file, bool writing)
        : m_file(file)
        , m_writing(writing)
    {
    }

    void text(const char *key, QString &field)
    {
        if (const auto stored = exchange(key, field); stored.isValid() && !stored.toString().isEmpty())
            field = stored.toString();
    }
    void url(const char *key, QUrl &field)
    {
        const QUrl stored(exchange(key, field.toString()).toString(), QUrl::StrictMode);
        if (stored.isValid() && !stored.isEmpty())
            field = stored;
    }
    void flag(const char *key, bool &field)
    {
        if (const auto stored = exchange(key, field); stored.isValid())
            field = stored.toBool();
    }
    template<class Number> void number(const char *key, Number &field, qlonglong least, qlonglong most)
    {
        bool known = false;
        const qlonglong stored = exchange(key, static_cast<qlonglong>(field)).toLongLong(&known);
        if (known && stored >= least && stored <= most)
            field = static_cast<Number>(stored);
    }
    template<class Duration> void duration(const char *key, Duration &field, qlonglong most)
    {
        auto count = field.count();
        number(key, count, 0, most);
        field = Duration(count);
    }
    void words(const char *key, QSet<QString> &field)
    {
        QStringList list(field.begin(), field.end());
        list.sort();
        const QStringList stored = exchange(key, list).toStringList();
        field = QSet<QString>(stored.begin(), stored.end());
    }
    void appearance(const char *key, Appearance &field)
    {
        QString word = appearanceWords[static_cast<int>(field)];
        text(key, word);
        for (int i = 0; i < 3; ++i) {
            if (word == appearanceWords[i])
                field = static_cast<Appearance>(i);
        }
    }
    void asns(const char *key, QList<std::uint32_t> &field)
    {
        QStringList list;
        for (const auto asn : field)
            list.append(QString::number(asn));
        const QStringList stored = exchange(key, list).toStringList();
        field.clear();
        for (const QString &text : stored) {
            if (const auto asn = text.toUInt(); asn != 0)
                field.append(asn);
        }
    }

private:
    QVariant exchange(const char *key, const QVariant &value)
    {
        const QString name = QString::fromLatin1(key);
        if (!m_writing)
            return m_file.value(name);
        m_file.setValue(name, value);
        return value;
    }

    QSettings &m_file;
    bool m_writing;
};

void exchange(Entries entries, Settings &settings)
{
    constexpr qlonglong asnMax = std::numeric_limits<std::uint32_t>::max();
    entries.url("provider/endpoint", settings.provider.endpoint);
    entries.url("provider/issuer", settings.provider.issuer);
    entries.text("provider/client_id", settings.provider.clientId);
    entries.number("provider/redirect_port", settings.provider.redirectPort, 0, 65535);
    entries.text("mirror/source", settings.mirror.source);
    entries.url("mirror/api", settings.mirror.api);
    entries.duration("mirror/interval_minutes", settings.mirror.interval, 60LL * 24 * 31);
    entries.url("keys/issuer", settings.keys.issuer);
    entries.url("keys/registry", settings.keys.registry);
    entries.appearance("desk/appearance", settings.desk.appearance);
    entries.duration("desk/undo_seconds", settings.desk.undo, 120);
    entries.flag("desk/run_endpoint", settings.desk.runEndpoint);
    entries.text("desk/endpoint_configuration", settings.desk.endpointConfiguration);
    entries.words("desk/muted_notices", settings.desk.mutedNotices);
    entries.flag("desk/allow_private", settings.desk.allowPrivate);
    entries.asns("desk/typed_asns", settings.desk.typedAsns);
    entries.number("desk/current_asn", settings.desk.currentAsn, 0, asnMax);
}

} // namespace

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    const auto file = open(m_path);
    exchange(Entries(*file, false), m_current);
}

void SettingsFile::save(const Settings &settings)
{
    if (settings == m_current)
        return;
    m_current = settings;
    const auto file = open(m_path);
    exchange(Entries(*file, true), m_current);
    file->sync();
    Q_EMIT changed();
}

} // namespace peerdesk
