#include "ui/training/setup/number_box.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace autochrome {
namespace {

constexpr double smallest = 1e-8; // a step down from here is 0

double nextUp(double value)
{
    if (value < smallest)
        return smallest;
    // What is not quite 0.001 for a computer still is.
    const double decade = std::pow(10, std::floor(std::log10(value * (1 + 1e-9))));
    for (const double digit : {2, 5, 10})
        if (digit * decade > value * (1 + 1e-6))
            return digit * decade;
    return 20 * decade;
}

double nextDown(double value)
{
    if (value <= smallest * (1 + 1e-6))
        return 0;
    const double decade = std::pow(10, std::floor(std::log10(value * (1 + 1e-9))));
    for (const double digit : {5, 2, 1})
        if (digit * decade < value * (1 - 1e-6))
            return digit * decade;
    return decade / 2;
}

} // namespace

NumberBox::NumberBox(Steps steps, QWidget* parent) : QDoubleSpinBox(parent), steps_(steps)
{
    setDecimals(12);
}

QString NumberBox::textFromValue(double value) const
{
    // Twelve decimals of 0.1 + 0.2 are 0.3 again.
    const double clean = QString::number(value, 'g', 12).toDouble();
    return locale().toString(clean, 'f', QLocale::FloatingPointShortest);
}

QString NumberBox::bare(QString text) const
{
    if (text.endsWith(suffix()))
        text.chop(suffix().size());
    return text.trimmed();
}

double NumberBox::valueFromText(const QString& text) const
{
    if (!specialValueText().isEmpty() && text == specialValueText())
        return minimum();
    return locale().toDouble(bare(text));
}

QValidator::State NumberBox::validate(QString& text, int&) const
{
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    const QString digits = bare(text);
    bool isNumber = false;
    const double value = locale().toDouble(digits, &isNumber);
    if (isNumber)
        return value >= minimum() && value <= maximum() ? QValidator::Acceptable
                                                        : QValidator::Intermediate;
    static const QRegularExpression partOfOne(QStringLiteral("^[0-9.,eE+\\-]*$"));
    return partOfOne.match(digits).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
}

void NumberBox::stepBy(int steps)
{
    if (steps_ == Steps::Even) {
        QDoubleSpinBox::stepBy(steps);
        return;
    }
    double next = value();
    for (int i = 0; i < std::abs(steps); ++i)
        next = steps > 0 ? nextUp(next) : nextDown(next);
    setValue(next);
    selectAll();
}

} // namespace autochrome
