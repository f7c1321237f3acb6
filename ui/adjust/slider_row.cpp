#include "ui/adjust/slider_row.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace autochrome {

namespace {
constexpr double ticksPerUnit = 100;      // the slider counts hundredths
constexpr int pauseBetweenGestures = 900; // ms without a change that end a run of key presses
} // namespace

SliderRow::SliderRow(const QString& name, const QString& help, Range range, QWidget* parent)
    : QWidget(parent),
      range_(range),
      name_(new QLabel(name)),
      slider_(new QSlider(Qt::Horizontal)),
      field_(new QDoubleSpinBox)
{
    slider_->setRange(int(std::lround(range.minimum * ticksPerUnit)),
                      int(std::lround(range.maximum * ticksPerUnit)));
    slider_->setSingleStep(int(std::lround(range.step * ticksPerUnit)));
    slider_->setPageStep(int(std::lround(range.step * ticksPerUnit * 5)));
    field_->setDecimals(2);
    field_->setRange(range.minimum, range.maximum);
    field_->setSingleStep(range.step);
    field_->setAlignment(Qt::AlignRight);
    field_->setKeyboardTracking(false); // 1.25 is one edit, not three
    name_->setBuddy(field_);
    for (QWidget* widget : {static_cast<QWidget*>(slider_), static_cast<QWidget*>(field_)}) {
        widget->setAccessibleName(name);
        widget->setAccessibleDescription(help);
    }
    setToolTip(help);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name_, 0, 0);
    layout->addWidget(field_, 0, 1);
    layout->addWidget(slider_, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    setTabOrder(slider_, field_);

    name_->installEventFilter(this);
    slider_->installEventFilter(this);
    connect(slider_, &QSlider::sliderPressed, this, [this] { pressGesture_ = ++gesture_; });
    connect(slider_, &QSlider::sliderReleased, this, [this] { ++gesture_; });
    connect(slider_, &QSlider::valueChanged, this,
            [this](int ticks) { edit(ticks / ticksPerUnit); });
    connect(field_, &QDoubleSpinBox::valueChanged, this, &SliderRow::edit);
    showValue(range.reset);
}

double SliderRow::value() const
{
    return field_->value();
}

void SliderRow::setValue(double value)
{
    // A hand on the slider wins over an older value that arrives from elsewhere.
    if (!slider_->isSliderDown())
        showValue(value);
}

void SliderRow::showValue(double value)
{
    const QSignalBlocker quietSlider(slider_);
    const QSignalBlocker quietField(field_);
    slider_->setValue(int(std::lround(value * ticksPerUnit)));
    field_->setValue(value);
}

void SliderRow::edit(double value)
{
    if (!slider_->isSliderDown() &&
        (!sinceEdit_.isValid() || sinceEdit_.elapsed() > pauseBetweenGestures))
        ++gesture_;
    sinceEdit_.start();
    showValue(value);
    Q_EMIT edited(value, gesture_);
}

bool SliderRow::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick && isEnabled()) {
        // The first of the two clicks moved the slider; both are undone as one.
        const int gesture = object == slider_ ? pressGesture_ : gesture_ + 1;
        slider_->setSliderDown(false);
        showValue(range_.reset);
        Q_EMIT edited(range_.reset, gesture);
        gesture_ += 2;
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace autochrome
