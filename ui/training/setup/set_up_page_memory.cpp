// What the page remembers from one time to the next.
#include "core/learn/loop/settings_check.h"
#include "ui/settings/settings.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTimer>
#include <algorithm>

namespace autochrome {
namespace {

QString fromPath(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace

QJsonObject SetUpPage::toJson() const
{
    const TrainingOrder now = order();
    const MachineChoices& machine = now.machine;
    return {{"settings",
             QJsonDocument::fromJson(QByteArray::fromStdString(now.settings.toJson())).object()},
            {"device", QString::fromStdString(machine.device)},
            {"threads", machine.threads},
            {"workers", machine.workers},
            {"checkpointMinutes", machine.checkpointMinutes},
            {"validationMinutes", machine.validationMinutes},
            {"name", modelName()},
            {"startKind", int(start_->kind())},
            {"startModel", fromPath(start_->model())},
            {"encoder", fromPath(start_->encoder())},
            {"licence", licence_->text()},
            {"remark", remark_->text()},
            {"folded", form_->foldedSections().join(u' ')}};
}

void SetUpPage::remember() const
{
    rememberTimer_->stop();
    const QByteArray json = QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
    setSetting(setting::trainingSetUp, QString::fromUtf8(json));
}

void SetUpPage::restore()
{
    isRestoring_ = true;
    const QJsonObject last =
        QJsonDocument::fromJson(settingValue(setting::trainingSetUp).toUtf8()).object();
    const QByteArray recipe = QJsonDocument(last["settings"].toObject()).toJson();
    const auto read = settingsFromText(recipe.toStdString(), {});
    draft_->setSettings(last.contains("settings") && read ? *read : TrainingSettings::fineTune());
    const MachineChoices usual;
    draft_->setMachine(
        {.device = last["device"].toString(QStringLiteral("auto")).toStdString(),
         .threads = last["threads"].toInt(),
         .workers = last["workers"].toInt(),
         .checkpointMinutes = last["checkpointMinutes"].toDouble(usual.checkpointMinutes),
         .validationMinutes = last["validationMinutes"].toDouble(usual.validationMinutes)});
    name_->setText(last["name"].toString(tr("my-archive")));
    start_->setKind(StartChoice::Kind(std::clamp(last["startKind"].toInt(), 0, 2)));
    start_->setModel(last["startModel"].toString());
    if (const QString encoder = last["encoder"].toString(); !encoder.isEmpty())
        start_->setEncoder(encoder);
    licence_->setText(last["licence"].toString());
    remark_->setText(last["remark"].toString());
    const QString folded =
        last["folded"].toString(QStringLiteral("photos loss optimiser validation machine"));
    form_->setFoldedSections(folded.split(u' ', Qt::SkipEmptyParts));
    isRestoring_ = false;
}

} // namespace autochrome
