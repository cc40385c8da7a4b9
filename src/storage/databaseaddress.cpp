// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseaddress.h"

#include "storage/envelope.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace peerdesk {
namespace {

struct AddressText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseAddress)
};

/// A server that vanished without a word is noticed after about 20 seconds instead of hours.
QMap<QString, QString> defaults()
{
    return {{QStringLiteral("connect_timeout"), QStringLiteral("5")},
            {QStringLiteral("keepalives_idle"), QStringLiteral("10")},
            {QStringLiteral("keepalives_interval"), QStringLiteral("5")},
            {QStringLiteral("keepalives_count"), QStringLiteral("2")},
            {QStringLiteral("tcp_user_timeout"), QStringLiteral("20000")},
            {QStringLiteral("application_name"), QCoreApplication::applicationName()}};
}

Error notAnAddress(const QString &why)
{
    return Error(ErrorKind::Invalid, AddressText::tr("This is not the address of a PostgreSQL database: %1").arg(why));
}

} // namespace

bool DatabaseAddress::isPostgreSql() const
{
    return location.startsWith(QLatin1String("postgresql://")) || location.startsWith(QLatin1String("postgres://"));
}

QString DatabaseAddress::keyPath() const
{
    return keyFile.isEmpty() ? Envelope::keyPathFor(location) : keyFile;
}

Result<QMap<QString, QString>> DatabaseAddress::parameters() const
{
    const QUrl url(location, QUrl::StrictMode);
    if (!isPostgreSql() || !url.isValid())
        return notAnAddress(url.errorString());
    QMap<QString, QString> parameters = defaults();
    const auto set = [&parameters](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parameters.insert(name, value);
    };
    set(QStringLiteral("host"), url.host());
    set(QStringLiteral("port"), url.port() < 0 ? QString() : QString::number(url.port()));
    set(QStringLiteral("user"), url.userName());
    set(QStringLiteral("dbname"), url.path().mid(1));
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        set(name, value);

    static const QRegularExpression isName(QStringLiteral("^[a-z_]+$"));
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        // Qt's driver takes a semicolon for the end of a parameter, quoted or not.
        if (!isName.match(it.key()).hasMatch() || it.value().contains(u';'))
            return notAnAddress(it.key());
    }
    if (!url.password().isEmpty() || parameters.contains(QStringLiteral("password")))
        return Error(ErrorKind::Invalid,
                     AddressText::tr("A password does not belong into the address of the database: put it into a file "
                                     "that \"passfile\" or PGPASSFILE names"));
    return parameters;
}

} // namespace peerdesk
