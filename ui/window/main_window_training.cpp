// What the window has to do with training.

#include "ui/document/colorizer_service.h"
#include "ui/settings/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/training_dock.h"

namespace autochrome {

namespace {

const QString trainingTopic = QStringLiteral("training");

} // namespace

void MainWindow::connectTraining()
{
    connect(training_, &TrainingDock::shown, this,
            [this] { stage_->messages()->withdraw(trainingTopic); });
    connect(training_, &TrainingDock::problem, this,
            [this](const QString& sentence, const QString& detail) {
                stage_->messages()->post({.kind = Notice::Kind::Error,
                                          .sentence = sentence,
                                          .detail = detail,
                                          .topic = trainingTopic});
                showFailureBeforeQuitting(sentence);
            });
    connect(training_, &TrainingDock::done, this, [this](const QString& sentence) {
        stage_->messages()->post(
            {.kind = Notice::Kind::Done, .sentence = sentence, .topic = trainingTopic});
    });
    connect(training_, &TrainingDock::trainingRuns, this, [this](const QString& name) {
        stage_->messages()->post({.kind = Notice::Kind::Info,
                                  .sentence = tr("“%1” is being trained.").arg(name),
                                  .actionText = tr("Show training"),
                                  .action = [this] { showTraining(); },
                                  .topic = trainingTopic});
    });
    connect(training_, &TrainingDock::collectionsChanged, service_, &ColorizerService::reconsider);
    // Whoever chooses a model here means it, whatever the preferences named before.
    connect(training_, &TrainingDock::defaultModelChanged, this, [this] {
        setSetting(setting::model, QString());
        service_->open(QString(), settingValue(setting::device));
    });
    training_->restore();
}

void MainWindow::showTraining()
{
    training_->show();
}

} // namespace autochrome
