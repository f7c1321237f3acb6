#include "ui/window/photo_stage.h"

#include "ui/viewer/photo_view.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/progress_strip.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace autochrome {

PhotoStage::PhotoStage(QWidget* parent)
    : QWidget(parent),
      messages_(new MessageStrip),
      stack_(new QStackedWidget),
      empty_(new EmptyState),
      view_(new PhotoView),
      progress_(new ProgressStrip(stack_))
{
    view_->setAccessibleName(tr("Photo, before and after"));
    stack_->addWidget(empty_);
    stack_->addWidget(view_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(messages_);
    layout->addWidget(stack_, 1);
}

void PhotoStage::setEmpty(bool empty)
{
    isEmpty_ = empty;
    showPage();
}

void PhotoStage::setFiller(QWidget* filler)
{
    if (filler_) {
        stack_->removeWidget(filler_);
        filler_->setParent(nullptr);
    }
    filler_ = filler;
    if (filler_)
        stack_->addWidget(filler_);
    showPage();
}

void PhotoStage::showPage()
{
    QWidget* instead = filler_ ? filler_ : static_cast<QWidget*>(empty_);
    stack_->setCurrentWidget(isEmpty_ ? instead : view_);
    if (progress_->isVisible())
        progress_->raise();
}

} // namespace autochrome
