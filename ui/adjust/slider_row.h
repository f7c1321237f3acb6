#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace autochrome {

/// One adjustable number: its name, a slider, a number field. A double click on the slider or the
/// name brings the default back.
class SliderRow : public QWidget
{
    Q_OBJECT

public:
    struct Range
    {
        double minimum = 0;
        double maximum = 1;
        double step = 0.05; ///< of keys, wheel and the number field's arrows
        double reset = 0;   ///< the default
    };

    SliderRow(const QString& name, const QString& help, Range range, QWidget* parent = nullptr);

    double value() const;
    void setValue(double value); ///< without edited()

    QSlider* slider() const { return slider_; }
    QDoubleSpinBox* field() const { return field_; }

Q_SIGNALS:
    /// The person changed the value. Changes of one drag (or of one run of key presses) carry the
    /// same gesture number, so that they can be undone together.
    void edited(double value, int gesture);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void edit(double value);
    void showValue(double value);

    Range range_;
    QLabel* name_;
    QSlider* slider_;
    QDoubleSpinBox* field_;
    QElapsedTimer sinceEdit_;
    int gesture_ = 0;
    int pressGesture_ = 0;
};

} // namespace autochrome
