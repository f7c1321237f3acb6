#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace autochrome {

class MarkedSlider;

/// One adjustable number: its name, a slider with a tick at the default, a number field, a button
/// that is seen while the value is another than the default and brings that back. So does a double
/// click on the slider or the name.
class SliderRow : public QWidget
{
    Q_OBJECT

public:
    /// What slider and field read: the value itself in hundredths, or 0 to 100 from one end of its
    /// range to the other.
    enum class Reading { Itself, Hundred };

    struct Range
    {
        double minimum = 0;
        double maximum = 1;
        double step = 0.05; ///< of keys, wheel and the number field's arrows
        double reset = 0;   ///< the default
        Reading reading = Reading::Itself;
        bool resettable = true; ///< has a button for the default
        int decimals = 2;       ///< of the field, where it reads the value itself
    };

    SliderRow(const QString& name, const QString& help, Range range, QWidget* parent = nullptr);

    double value() const { return value_; }
    void setValue(double value); ///< without edited()

    QSlider* slider() const;
    QDoubleSpinBox* field() const { return field_; }
    QToolButton* resetButton() const { return reset_; } ///< null where there is none

Q_SIGNALS:
    /// The person changed the value. Changes of one drag (or of one run of key presses) carry the
    /// same gesture number, so that they can be undone together.
    void edited(double value, int gesture);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    int ticksOf(double value) const;
    double valueOf(int ticks) const;
    void makeResetButton(const QString& name);
    void edit(int ticks);
    void takeDefault(int gesture);
    void showValue(double value);

    Range range_;
    double value_ = 0;
    QLabel* name_;
    MarkedSlider* slider_;
    QDoubleSpinBox* field_;
    QToolButton* reset_ = nullptr;
    QElapsedTimer sinceEdit_;
    int gesture_ = 0;
    int pressGesture_ = 0;
    /// Hears the fields. A field that loses the focus while its window is taken apart still tells
    /// what was being typed: this is gone by then.
    QObject listener_;
};

} // namespace autochrome
