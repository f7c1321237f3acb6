#include "ui/window/queue_place.h"

#include "ui/document/photo_session.h"
#include "ui/queue/batch_panel.h"
#include "ui/settings/settings.h"
#include "ui/window/photo_stage.h"

#include <QAction>

namespace autochrome {

QueuePlace::QueuePlace(QWidget* photo, PhotoStage* stage, BatchPanel* queue,
                       const PhotoSession* session, const QAction* wanted)
    : QSplitter(Qt::Vertical), stage_(stage), queue_(queue), session_(session), wanted_(wanted)
{
    addWidget(photo);
    addWidget(queue_);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
}

bool QueuePlace::isBelow() const
{
    return indexOf(queue_) >= 0;
}

void QueuePlace::restore()
{
    restoreState(settingValue(setting::batchSplitter));
    setChildrenCollapsible(false);
}

void QueuePlace::remember() const
{
    if (queue_->isVisible() && isBelow())
        setSetting(setting::batchSplitter, saveState());
}

void QueuePlace::place()
{
    const bool wanted = wanted_->isChecked() && !window()->isFullScreen();
    const bool fills = wanted && !session_->shown();
    if (fills && isBelow()) {
        remember();
        stage_->setFiller(queue_);
    } else if (!fills && !isBelow()) {
        stage_->setFiller(nullptr);
        addWidget(queue_);
        setStretchFactor(1, 0);
        restore();
    }
    queue_->setVisible(wanted);
}

} // namespace autochrome
