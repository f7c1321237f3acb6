#include "ui/window/training_notices.h"

#include "ui/window/message_strip.h"
#include "ui/window/training_dock.h"

namespace autochrome {

namespace {

const QString trainingTopic = QStringLiteral("training");

} // namespace

TrainingNotices::TrainingNotices(TrainingDock* training, MessageStrip* messages, QObject* parent)
    : QObject(parent)
{
    connect(training, &TrainingDock::shown, this,
            [messages] { messages->withdraw(trainingTopic); });
    connect(training, &TrainingDock::problem, this,
            [this, messages](const QString& sentence, const QString& detail) {
                messages->post({.kind = Notice::Kind::Error,
                                .sentence = sentence,
                                .detail = detail,
                                .topic = trainingTopic});
                Q_EMIT failed(sentence);
            });
    connect(training, &TrainingDock::done, this, [messages](const QString& sentence) {
        messages->post({.kind = Notice::Kind::Done, .sentence = sentence, .topic = trainingTopic});
    });
    connect(training, &TrainingDock::trainingRuns, this, [training, messages](const QString& name) {
        messages->post({.kind = Notice::Kind::Info,
                        .sentence = tr("“%1” is being trained.").arg(name),
                        .actionText = tr("Show training"),
                        .action = [training] { training->show(); },
                        .topic = trainingTopic});
    });
}

} // namespace autochrome
