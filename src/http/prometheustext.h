// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <utility>

namespace peerdesk {

/// How often something took how long, in the classes of a Prometheus histogram.
struct Histogram
{
    /// Upper bounds in seconds; what takes longer than the last is only in the count of all.
    static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                          0.5,   1.0,    2.5,   5.0,  10.0,  30.0, 60.0};

    void observe(double seconds);

    std::array<quint64, bounds.size()> within = {}; ///< each class alone, not cumulated
    quint64 count = 0;
    double sum = 0;
};

/// Writes metrics as Prometheus reads them (text exposition format 0.0.4): a family is begun, and then has its samples.
class PrometheusText
{
public:
    using Labels = QList<std::pair<QByteArray, QString>>;

    void counter(const QByteArray &name, const QByteArray &help) { begin(name, help, "counter"); }
    void gauge(const QByteArray &name, const QByteArray &help) { begin(name, help, "gauge"); }
    void histogram(const QByteArray &name, const QByteArray &help) { begin(name, help, "histogram"); }

    void sample(double value, const Labels &labels = {});
    void sample(const Histogram &histogram, const Labels &labels = {});

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    static constexpr auto contentType = "text/plain; version=0.0.4; charset=utf-8";

private:
    void begin(const QByteArray &name, const QByteArray &help, const QByteArray &type);
    void write(const QByteArray &name, const Labels &labels, double value);

    QByteArray m_text;
    QByteArray m_family;
};

} // namespace peerdesk
