#include "ui/training/run/awake_box.h"

#include "ui/settings/settings.h"
#include "ui/training/run/sleep_inhibitor.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace autochrome {

AwakeBox::AwakeBox(SleepInhibitor* inhibitor, QWidget* parent)
    : QWidget(parent),
      inhibitor_(inhibitor),
      box_(new QCheckBox(tr("Keep the computer &awake while it runs"))),
      word_(new QLabel)
{
    inhibitor_->setParent(this);
    box_->setToolTip(
        tr("Applies while this window is open. Closing a laptop's lid still sends it to sleep."));
    box_->setChecked(settingValue(setting::keepAwake));
    word_->setWordWrap(true);
    word_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(box_);
    layout->addWidget(word_);
    connect(box_, &QCheckBox::toggled, this, [this](bool on) {
        setSetting(setting::keepAwake, on);
        apply();
    });
    connect(inhibitor_, &SleepInhibitor::stateChanged, this, &AwakeBox::tell);
    tell();
}

void AwakeBox::setRunning(bool running)
{
    if (running == isRunning_)
        return;
    isRunning_ = running;
    apply();
}

void AwakeBox::apply()
{
    if (isRunning_ && box_->isChecked())
        inhibitor_->hold(tr("A training is running."));
    else
        inhibitor_->release();
}

void AwakeBox::tell()
{
    const SleepInhibitor::State state = inhibitor_->state();
    const bool isRefused = state == SleepInhibitor::State::Refused;
    word_->setText(
        isRefused
            ? tr("This computer offers no way to keep it awake; change its power settings instead.")
            : tr("The computer stays awake until the training ends."));
    word_->setVisible(isRefused || state == SleepInhibitor::State::Held);
    box_->setAccessibleDescription(word_->isVisibleTo(this) ? word_->text() : QString());
}

} // namespace autochrome
