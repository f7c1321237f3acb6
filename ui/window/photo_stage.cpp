#include "ui/window/photo_stage.h"

#include "ui/viewer/photo_view.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/progress_strip.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace autochrome {

PhotoStage::PhotoStage(QWidget* parent)
    : QWidget(parent),
      messages_(new MessageStrip(this)),
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
    layout->addWidget(stack_);
    messages_->installEventFilter(this);
    messages_->raise();
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
        filler_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // as it came
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
    QWidget* shown = isEmpty_ ? instead : view_;
    // A page that is not seen asks for no room.
    for (int page = 0; page < stack_->count(); ++page) {
        QWidget* widget = stack_->widget(page);
        const auto policy = widget == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        widget->setSizePolicy(policy, policy);
    }
    stack_->setCurrentWidget(shown);
    if (progress_->isVisible())
        progress_->raise();
    placeMessages();
}

/// Over the photo, which so stays where it is, whatever there is to say; above anything else, which
/// may have its buttons there.
void PhotoStage::placeMessages()
{
    int height = 0;
    if (!messages_->isHidden()) {
        messages_->resize(width(), messages_->height()); // its parts lie by its width
        height = messages_->hasHeightForWidth() ? messages_->heightForWidth(width())
                                                : messages_->sizeHint().height();
        height = std::min(height, this->height());
        messages_->setGeometry(0, 0, width(), height);
    }
    layout()->setContentsMargins(0, isEmpty_ ? height : 0, 0, 0);
    progress_->setTop(isEmpty_ ? 0 : height);
}

void PhotoStage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMessages();
}

bool PhotoStage::eventFilter(QObject* object, QEvent* event)
{
    if (object == messages_) {
        switch (event->type()) {
        case QEvent::LayoutRequest:
        case QEvent::ShowToParent:
        case QEvent::HideToParent:
            placeMessages();
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace autochrome
