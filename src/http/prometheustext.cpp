// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/prometheustext.h"

#include <algorithm>

namespace peerdesk {
namespace {

QByteArray escaped(const QString &label)
{
    return label.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray numeral(double value)
{
    return QByteArray::number(value, 'g', 15);
}

} // namespace

void Histogram::observe(double seconds)
{
    ++count;
    sum += seconds;
    const auto bound = std::lower_bound(bounds.begin(), bounds.end(), seconds);
    if (bound != bounds.end())
        ++within[static_cast<size_t>(bound - bounds.begin())];
}

void PrometheusText::begin(const QByteArray &name, const QByteArray &help, const QByteArray &type)
{
    m_family = name;
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void PrometheusText::sample(double value, const Labels &labels)
{
    write(m_family, labels, value);
}

void PrometheusText::sample(const Histogram &histogram, const Labels &labels)
{
    quint64 soFar = 0;
    for (size_t i = 0; i < Histogram::bounds.size(); ++i) {
        soFar += histogram.within[i];
        write(m_family + "_bucket", labels + Labels{{"le", QString::fromLatin1(numeral(Histogram::bounds[i]))}},
              static_cast<double>(soFar));
    }
    write(m_family + "_bucket", labels + Labels{{"le", QStringLiteral("+Inf")}}, static_cast<double>(histogram.count));
    write(m_family + "_sum", labels, histogram.sum);
    write(m_family + "_count", labels, static_cast<double>(histogram.count));
}

void PrometheusText::write(const QByteArray &name, const Labels &labels, double value)
{
    QByteArrayList pairs;
    for (const auto &[label, text] : labels)
        pairs.append(label + "=\"" + escaped(text) + '"');
    m_text += name + (pairs.isEmpty() ? QByteArray() : '{' + pairs.join(',') + '}') + ' ' + numeral(value) + '\n';
}

} // namespace peerdesk
