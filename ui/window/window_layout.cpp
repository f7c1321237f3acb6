#include "ui/window/window_layout.h"

#include "ui/document/photo_session.h"
#include "ui/queue/batch_panel.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/window/actions.h"
#include "ui/window/film_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/queue_place.h"
#include "ui/window/status_line.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace autochrome {

WindowLayout::WindowLayout(QMainWindow* window, const Actions& actions, const PhotoSession* session,
                           const Parts& parts)
    : QObject(window),
      window_(window),
      actions_(actions),
      session_(session),
      parts_(parts),
      splitter_(new QSplitter(Qt::Horizontal)),
      rows_(nullptr)
{
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(parts_.stage);
    splitter_->addWidget(parts_.panel);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    rows_ =
        new QueuePlace(splitter_, parts_.stage, parts_.queue, session_, actions_[Command::Batch]);
    layout->addWidget(rows_, 1);
    layout->addWidget(parts_.strip);
    layout->addWidget(parts_.status);
    window_->setCentralWidget(centre);
    connect(actions_[Command::Panel], &QAction::toggled, this, &WindowLayout::showPanel);
    connect(actions_[Command::FullScreen], &QAction::triggered, this, &WindowLayout::setFullScreen);
}

void WindowLayout::restore()
{
    if (!window_->restoreGeometry(settingValue(setting::geometry)))
        window_->resize(window_->fontMetrics().averageCharWidth() * 165,
                        window_->fontMetrics().height() * 46);
    splitter_->restoreState(settingValue(setting::splitter));
    splitter_->setChildrenCollapsible(false);
    rows_->restore();
    actions_[Command::Panel]->setChecked(settingValue(setting::panelVisible));
}

void WindowLayout::remember()
{
    if (window_->isFullScreen())
        setFullScreen(false);
    setSetting(setting::geometry, window_->saveGeometry());
    setSetting(setting::splitter, splitter_->saveState());
    rows_->remember();
    setSetting(setting::trainingVisible, actions_[Command::Training]->isChecked());
    setSetting(setting::batchVisible, actions_[Command::Batch]->isChecked());
    setSetting(setting::panelVisible, actions_[Command::Panel]->isChecked());
}

void WindowLayout::setFullScreen(bool on)
{
    if (on == window_->isFullScreen())
        return;
    if (on) {
        wasMaximized_ = window_->isMaximized();
        window_->showFullScreen();
    } else if (wasMaximized_) {
        window_->showMaximized();
    } else {
        window_->showNormal();
    }
    window_->menuBar()->setVisible(!on);
    parts_.toolBar->setVisible(!on);
    parts_.status->setVisible(!on);
    showPanel();
    parts_.strip->setVisible(!on && parts_.strip->count() > 1);
    rows_->place();
    Q_EMIT fullScreenChanged(on);
    actions_[Command::FullScreen]->setChecked(on);
}

void WindowLayout::refresh()
{
    parts_.stage->setEmpty(!session_->shown());
    rows_->place();
    actions_[Command::Panel]->setEnabled(session_->shown() != nullptr);
    showPanel();
}

void WindowLayout::showPanel()
{
    parts_.panel->setVisible(actions_[Command::Panel]->isChecked() && session_->shown() &&
                             !window_->isFullScreen());
}

} // namespace autochrome
