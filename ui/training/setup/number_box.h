#pragma once

#include <QDoubleSpinBox>

namespace autochrome {

/// A number field for values of very different size, such as learning rates: it shows 0.00003 and
/// 100 with as many digits as they have, and also takes 3e-5.
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT

public:
    enum class Steps {
        Even,  ///< each step adds singleStep()
        Scaled ///< 1, 2, 5, 10, 20, …
    };

    explicit NumberBox(Steps steps = Steps::Even, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;

private:
    QString bare(QString text) const;

    Steps steps_;
};

} // namespace autochrome
