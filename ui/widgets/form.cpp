#include "ui/widgets/form.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <optional>

namespace autochrome {

namespace {

int centred(const QWidget* widget, int textHeight)
{
    const QRect inner = widget->contentsRect();
    return inner.top() + std::max(0, (inner.height() - textHeight) / 2) +
           widget->fontMetrics().ascent();
}

int baselineOf(const QLabel* label)
{
    const QFontMetrics metrics = label->fontMetrics();
    const int textHeight =
        label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
    const QRect inner = label->contentsRect();
    if (label->alignment() & Qt::AlignTop || textHeight >= inner.height())
        return inner.top() + label->margin() + metrics.ascent();
    return centred(label, textHeight);
}

// In the coordinates of what the item lies in.
std::optional<int> baselineOf(QLayoutItem* item)
{
    if (const QWidget* widget = item->widget()) {
        if (widget->isHidden())
            return std::nullopt;
        const int line = firstBaseline(widget);
        return line < 0 ? std::nullopt : std::optional(widget->y() + line);
    }
    if (QLayout* layout = item->layout()) {
        for (int i = 0; i < layout->count(); ++i)
            if (const auto line = baselineOf(layout->itemAt(i)))
                return line;
    }
    return std::nullopt;
}

} // namespace

int firstBaseline(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text().isEmpty() ? -1 : baselineOf(label);
    if (qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
        qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractButton*>(widget))
        return centred(widget, widget->fontMetrics().height());
    if (QLayout* layout = widget->layout())
        return baselineOf(static_cast<QLayoutItem*>(layout)).value_or(-1);
    return -1;
}

Form::Form(QWidget* parent) : QFormLayout(parent)
{
    setHorizontalSpacing(12);
    setFieldGrowthPolicy(AllNonFixedFieldsGrow);
}

void Form::setGeometry(const QRect& rect)
{
    QFormLayout::setGeometry(rect);
    for (int row = 0; row < rowCount(); ++row) {
        QLayoutItem* name = itemAt(row, LabelRole);
        QLayoutItem* field = itemAt(row, FieldRole);
        auto* label = name ? qobject_cast<QLabel*>(name->widget()) : nullptr;
        if (!label || !field || label->isHidden() || label->text().isEmpty())
            continue;
        // A row of several controls that is not shown yet has no places yet.
        if (const QWidget* widget = field->widget(); widget && widget->layout())
            widget->layout()->setGeometry(widget->contentsRect());
        const auto line = baselineOf(field);
        const bool above = label->geometry().bottom() < field->geometry().top();
        if (!line || above)
            continue;
        const int height =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        label->setGeometry(label->x(), label->y(), label->width(), height);
        label->move(label->x(), *line - firstBaseline(label));
    }
}

} // namespace autochrome
