// The place of training in a program that was built without it.

#include "ui/window/training_dock.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMessageBox>

namespace autochrome {

TrainingDock::TrainingDock(QMainWindow* window, QAction* action)
    : QObject(window), window_(window), action_(action)
{
    action_->setVisible(false);
    action_->setEnabled(false);
}

TrainingDock::~TrainingDock() = default;

void TrainingDock::restore() {}

void TrainingDock::show() {}

void TrainingDock::setFullScreen(bool) {}

QMessageBox* TrainingDock::warning() const
{
    return nullptr;
}

void TrainingDock::addUnfinished(UnfinishedWork&) const {}

bool TrainingDock::isComparing() const
{
    return false;
}

void TrainingDock::cancelComparison() {}

} // namespace autochrome
