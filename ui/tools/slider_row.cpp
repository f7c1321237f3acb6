#include "ui/tools/slider_row.h"

#include "ui/tools/marked_slider.h"
#include "ui/widgets/icon_theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
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
      slider_(new MarkedSlider),
      field_(new QDoubleSpinBox)
{
    const bool ofHundred = range.reading == Reading::Hundred;
    const double scale = ofHundred ? 1 : ticksPerUnit;
    const int step = std::max(1, ticksOf(range.minimum + range.step) - ticksOf(range.minimum));
    slider_->setRange(ticksOf(range.minimum), ticksOf(range.maximum));
    slider_->setSingleStep(step);
    slider_->setPageStep(step * 5);
    slider_->setMark(ticksOf(range.reset));
    field_->setDecimals(ofHundred ? 0 : range.decimals);
    field_->setRange(slider_->minimum() / scale, slider_->maximum() / scale);
    field_->setSingleStep(step / scale);
    field_->setAlignment(Qt::AlignRight);
    field_->setKeyboardTracking(false); // 125 is one edit, not three
    name_->setBuddy(field_);
    for (QWidget* widget : {static_cast<QWidget*>(slider_), static_cast<QWidget*>(field_)}) {
        widget->setAccessibleName(name);
        widget->setAccessibleDescription(help);
    }
    setToolTip(help);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->addWidget(name_, 0, 0);
    layout->addWidget(field_, 0, 2);
    layout->addWidget(slider_, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    if (range.resettable)
        makeResetButton(name);
    setTabOrder(slider_, field_);
    if (reset_)
        setTabOrder(field_, reset_);

    name_->installEventFilter(this);
    slider_->installEventFilter(this);
    connect(slider_, &QSlider::sliderPressed, this, [this] { pressGesture_ = ++gesture_; });
    connect(slider_, &QSlider::sliderReleased, this, [this] { ++gesture_; });
    connect(slider_, &QSlider::valueChanged, this, &SliderRow::edit);
    connect(field_, &QDoubleSpinBox::valueChanged, &listener_,
            [this, scale](double shown) { edit(int(std::lround(shown * scale))); });
    showValue(range.reset);
}

void SliderRow::makeResetButton(const QString& name)
{
    reset_ = new QToolButton;
    reset_->setIcon(themedIcon("reset"));
    reset_->setIconSize({14, 14});
    reset_->setAutoRaise(true);
    reset_->setFocusPolicy(Qt::TabFocus);
    reset_->setAccessibleName(tr("Reset %1", "a slider's name").arg(name));
    reset_->setToolTip(tr("Back to the default"));
    QSizePolicy policy = reset_->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // fields stay below each other
    reset_->setSizePolicy(policy);
    static_cast<QGridLayout*>(layout())->addWidget(reset_, 0, 1);
    connect(reset_, &QToolButton::clicked, this, [this] {
        const bool hadFocus = reset_->hasFocus();
        takeDefault(gesture_ + 1);
        if (hadFocus) // it is gone now
            slider_->setFocus(Qt::OtherFocusReason);
    });
}

QSlider* SliderRow::slider() const
{
    return slider_;
}

int SliderRow::ticksOf(double value) const
{
    if (range_.reading == Reading::Itself)
        return int(std::lround(value * ticksPerUnit));
    return int(std::lround((value - range_.minimum) / (range_.maximum - range_.minimum) * 100));
}

// The default exactly, where a whole number stands for it.
double SliderRow::valueOf(int ticks) const
{
    if (ticks == ticksOf(range_.reset))
        return range_.reset;
    if (range_.reading == Reading::Itself)
        return ticks / ticksPerUnit;
    return range_.minimum + (range_.maximum - range_.minimum) * ticks / 100;
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
    value_ = value;
    const int ticks = ticksOf(value);
    slider_->setValue(ticks);
    field_->setValue(range_.reading == Reading::Hundred ? ticks : ticks / ticksPerUnit);
    if (reset_)
        reset_->setVisible(std::abs(value - range_.reset) > 1e-6);
}

void SliderRow::edit(int ticks)
{
    if (!slider_->isSliderDown() &&
        (!sinceEdit_.isValid() || sinceEdit_.elapsed() > pauseBetweenGestures))
        ++gesture_;
    sinceEdit_.start();
    showValue(valueOf(ticks));
    Q_EMIT edited(value_, gesture_);
}

void SliderRow::takeDefault(int gesture)
{
    showValue(range_.reset);
    Q_EMIT edited(range_.reset, gesture);
    gesture_ += 2;
}

bool SliderRow::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick && isEnabled()) {
        // The first of the two clicks moved the slider; both are undone as one.
        const int gesture = object == slider_ ? pressGesture_ : gesture_ + 1;
        slider_->setSliderDown(false);
        takeDefault(gesture);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace autochrome
