#include "ui/window/progress_strip.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace autochrome {

namespace {
constexpr int blink = 180;   // ms that work may take unseen
constexpr int interval = 60; // ms between two looks at the worker
constexpr int barSteps = 1000;
} // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent),
      activity_(new QLabel),
      bar_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel")))
{
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(4);
    bar_->setAccessibleName(tr("Progress"));
    activity_->setTextFormat(Qt::PlainText);
    cancel_->setAccessibleDescription(tr("Stops what is being done to the photo"));

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->addWidget(activity_, 0, 0);
    layout->addWidget(bar_, 1, 0);
    layout->addWidget(cancel_, 0, 1, 2, 1);
    layout->setColumnStretch(0, 1);

    timer_.setInterval(interval);
    connect(&timer_, &QTimer::timeout, this, &ProgressStrip::refresh);
    connect(cancel_, &QPushButton::clicked, this, &ProgressStrip::cancelRequested);
    if (parent)
        parent->installEventFilter(this);
    hide();
}

void ProgressStrip::setWork(const std::optional<Work>& work)
{
    if (work == work_)
        return;
    work_ = work;
    if (!work_) {
        timer_.stop();
        hide();
        return;
    }
    // Work that follows on work that is seen is seen at once: no flicker between stages.
    if (!isVisible())
        sinceStart_.start();
    timer_.start();
    refresh();
}

void ProgressStrip::refresh()
{
    if (!work_)
        return;
    activity_->setText(work_->isCancelled() ? tr("Stopping…") : work_->activity());
    bar_->setValue(int(work_->fraction() * barSteps));
    cancel_->setEnabled(!work_->isCancelled());
    if (!isVisible() && sinceStart_.elapsed() >= blink) {
        place();
        show();
        raise();
    }
}

void ProgressStrip::place()
{
    if (const QWidget* photo = parentWidget())
        setGeometry(0, top_, photo->width(), sizeHint().height());
}

void ProgressStrip::setTop(int top)
{
    top_ = top;
    place();
}

bool ProgressStrip::eventFilter(QObject* object, QEvent* event)
{
    if (object == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(object, event);
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.94F);
    painter.fillRect(rect(), ground);
}

} // namespace autochrome
