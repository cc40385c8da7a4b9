// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/deskstyle.h"

#include "theme/deskdrawing.h"
#include "theme/icons.h"
#include "theme/palette.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <tuple>

namespace peerdesk {

DeskStyle::DeskStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void DeskStyle::polish(QPalette &palette)
{
    // Theme decides; Fusion would mix its own shades into the roles.
    Q_UNUSED(palette)
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawPushButtonPanel(option, painter);
    case PE_PanelButtonTool:
        return drawToolButtonPanel(option, painter);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return drawInputPanel(option, painter);
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        box(painter, option->rect, Qt::NoBrush,
            option->palette.color(is(option, State_HasFocus) ? role::accent : role::strongLine));
        return;
    case PE_FrameFocusRect:
        if (is(option, State_KeyboardFocusChange))
            box(painter, option->rect, Qt::NoBrush, option->palette.color(role::accent));
        return;
    case PE_PanelStatusBar:
        painter->setPen(option->palette.color(role::line));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_PanelMenuBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawCheckBox(option, painter, true);
    case PE_IndicatorArrowDown:
        return paintIcon(painter, option->rect, Icon::ChevronDown, option->palette.color(role::secondaryText));
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
            paintIcon(painter, option->rect, up ? Icon::ChevronDown : Icon::ChevronUp,
                      option->palette.color(role::secondaryText));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButtonLabel(*button, painter);
            return;
        }
        break;
    case CE_Header:
        // QCommonStyle would not ask the proxy where label and arrow stand.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(option, painter);
            QStyleOptionHeader part = *header;
            part.rect = subElementRect(SE_HeaderLabel, option, widget);
            drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = subElementRect(SE_HeaderArrow, option, widget);
                drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(option, painter);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->setPen(option->palette.color(role::secondaryText));
            painter->drawText(option->rect, static_cast<int>(visualAlignment(option->direction, header->textAlignment)),
                              option->fontMetrics.elidedText(header->text, Qt::ElideRight, option->rect.width()));
            return;
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        return drawProgress(option, painter);
    case CE_Splitter:
        painter->save();
        painter->setPen(option->palette.color(role::line));
        if (is(option, State_Horizontal)) {
            const int x = option->rect.center().x();
            painter->drawLine(x, option->rect.top(), x, option->rect.bottom());
        } else {
            const int y = option->rect.center().y();
            painter->drawLine(option->rect.left(), y, option->rect.right(), y);
        }
        painter->restore();
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(option->palette.color(role::line));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuBarItem(*item, painter);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            return;
        const QRect slider = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool vertical = bar->orientation == Qt::Vertical;
        const QRect thumb = vertical ? slider.adjusted(3, 1, -2, -1) : slider.adjusted(1, 3, -1, -2);
        const bool active = is(option, State_MouseOver) || is(option, State_Sunken);
        const QColor color =
            blend(palette.color(role::secondaryText), palette.color(QPalette::Base), active ? 150 : 85);
        box(painter, thumb, color, Qt::NoPen, std::min(thumb.width(), thumb.height()) / 2.0);
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); control == CC_ComboBox && combo) {
        if (combo->editable) {
            drawInputPanel(option, painter);
        } else if (combo->frame) {
            QStyleOptionButton panel;
            panel.QStyleOption::operator=(*option);
            drawPushButtonPanel(&panel, painter);
        }
        const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const int size = std::min(arrow.width(), option->fontMetrics.height());
        paintIcon(painter, QRect(arrow.center().x() - size / 2, arrow.center().y() - size / 2, size, size),
                  Icon::ChevronDown, palette.color(role::secondaryText));
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); control == CC_SpinBox && spin) {
        if (spin->frame)
            drawInputPanel(option, painter);
        for (const auto &[sub, arrow, step] :
             {std::tuple(SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled),
              std::tuple(SC_SpinBoxDown, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled)}) {
            const QRect rect = proxy()->subControlRect(CC_SpinBox, option, sub, widget);
            const bool able = spin->stepEnabled.testFlag(step);
            paintIcon(painter, rect.adjusted(1, 1, -1, -1), arrow,
                      palette.color(able ? role::secondaryText : role::line));
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    // Without arrow buttons the groove is the whole bar.
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    int thumb = length;
    if (range > 0) {
        thumb = static_cast<int>(qint64(bar->pageStep) * length / (qint64(range) + bar->pageStep));
        thumb = std::clamp(thumb, std::min(length, option->fontMetrics.height() * 2), length);
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return vertical ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                        : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
    };
    QRect rect;
    switch (sub) {
    case SC_ScrollBarGroove:
        rect = part(0, length);
        break;
    case SC_ScrollBarSlider:
        rect = part(start, thumb);
        break;
    case SC_ScrollBarSubPage:
        rect = part(0, start);
        break;
    case SC_ScrollBarAddPage:
        rect = part(start + thumb, length - start - thumb);
        break;
    default:
        return {};
    }
    return visualRect(bar->direction, bar->rect, rect);
}

/// A header's words stand exactly over the cells' (widgets/rowdelegate.cpp pads by half a line as well), and the arrow
/// on the side to which they do not lean.
QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const int inset = option->fontMetrics.height() / 4;
        return QProxyStyle::subElementRect(element, option, widget).adjusted(inset, 0, -inset, 0);
    }
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header || (element != SE_HeaderLabel && element != SE_HeaderArrow))
        return QProxyStyle::subElementRect(element, option, widget);
    const int pad = option->fontMetrics.height() / 2;
    const QRect label = option->rect.adjusted(pad, 0, -pad, 0);
    if (element == SE_HeaderLabel)
        return label;
    const int size = option->fontMetrics.height() * 2 / 3;
    const int words = std::min(option->fontMetrics.horizontalAdvance(header->text), label.width());
    const bool leansRight = header->textAlignment.testFlag(Qt::AlignRight);
    const int x = leansRight ? label.right() - words - size - 2 : label.left() + words + 3;
    return visualRect(option->direction, option->rect,
                      QRect(std::max(x, option->rect.left()), option->rect.center().y() - size / 2 + 1, size, size));
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    const int line = option->fontMetrics.height();
    switch (type) {
    case CT_PushButton:
        // The default button's label is bold, so it needs a little more than its text measures.
        result.setWidth(size.width() + line + (isDefault(option) ? line : line / 3));
        result.setHeight(std::max(result.height(), line * 8 / 5));
        break;
    case CT_SpinBox:
        result.rwidth() += line; // its text does not reach the arrows, nor a date the button of its calendar
        [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(std::max(result.height(), line * 8 / 5));
        break;
    case CT_HeaderSection:
        result.setHeight(line * 3 / 2);
        break;
    case CT_MenuBarItem:
        result.setHeight(std::max(result.height(), line * 8 / 5));
        break;
    default:
        break;
    }
    return result;
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return std::max(10, QProxyStyle::pixelMetric(PM_SmallIconSize, option, widget) * 11 / 16);
    case PM_SplitterWidth:
        return 5;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuButtonIndicator: // less six is what the arrow gets
        return QProxyStyle::pixelMetric(PM_SmallIconSize, option, widget) * 5 / 4;
    case PM_HeaderMarkSize:
        return QProxyStyle::pixelMetric(PM_SmallIconSize, option, widget) * 3 / 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace peerdesk
