#include "ui/training/setup/set_up_memory.h"

#include "core/learn/loop/settings_check.h"
#include "ui/settings/settings.h"
#include "ui/training/setup/order_form.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"

#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int rememberPauseMs = 1000; // after the last change

QString fromPath(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace

SetUpMemory::SetUpMemory(OrderForm* form, QObject* parent) : QObject(parent), form_(form)
{
    timer_.setSingleShot(true);
    timer_.setInterval(rememberPauseMs);
    connect(&timer_, &QTimer::timeout, this, &SetUpMemory::remember);
    restore();
    connect(form_, &OrderForm::modelNameChanged, this, &SetUpMemory::rememberSoon);
    connect(form_, &OrderForm::noteChanged, this, &SetUpMemory::rememberSoon);
}

QJsonObject SetUpMemory::toJson() const
{
    const TrainingOrder now = form_->order();
    const MachineChoices& machine = now.machine;
    return {{"settings",
             QJsonDocument::fromJson(QByteArray::fromStdString(now.settings.toJson())).object()},
            {"device", QString::fromStdString(machine.device)},
            {"threads", machine.threads},
            {"workers", machine.workers},
            {"checkpointMinutes", machine.checkpointMinutes},
            {"validationMinutes", machine.validationMinutes},
            {"name", form_->modelName()},
            {"startKind", int(form_->start()->kind())},
            {"startModel", fromPath(form_->start()->model())},
            {"encoder", fromPath(form_->start()->encoder())},
            {"licence", form_->licence()->text()},
            {"remark", form_->remark()->text()},
            {"folded", form_->values()->foldedSections().join(u' ')}};
}

void SetUpMemory::rememberSoon()
{
    timer_.start();
}

void SetUpMemory::finish()
{
    if (timer_.isActive())
        remember();
}

void SetUpMemory::remember()
{
    timer_.stop();
    const QByteArray json = QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
    setSetting(setting::trainingSetUp, QString::fromUtf8(json));
}

void SetUpMemory::restore()
{
    const QJsonObject last =
        QJsonDocument::fromJson(settingValue(setting::trainingSetUp).toUtf8()).object();
    const QByteArray recipe = QJsonDocument(last["settings"].toObject()).toJson();
    const auto read = settingsFromText(recipe.toStdString(), {});
    form_->draft()->setSettings(last.contains("settings") && read ? *read
                                                                  : TrainingSettings::fineTune());
    const MachineChoices usual;
    form_->draft()->setMachine(
        {.device = last["device"].toString(QStringLiteral("auto")).toStdString(),
         .threads = last["threads"].toInt(),
         .workers = last["workers"].toInt(),
         .checkpointMinutes = last["checkpointMinutes"].toDouble(usual.checkpointMinutes),
         .validationMinutes = last["validationMinutes"].toDouble(usual.validationMinutes)});
    form_->setModelName(last["name"].toString(tr("my-archive")));
    form_->start()->setKind(StartChoice::Kind(std::clamp(last["startKind"].toInt(), 0, 2)));
    form_->start()->setModel(last["startModel"].toString());
    if (const QString encoder = last["encoder"].toString(); !encoder.isEmpty())
        form_->start()->setEncoder(encoder);
    form_->licence()->setText(last["licence"].toString());
    form_->remark()->setText(last["remark"].toString());
    const QString folded =
        last["folded"].toString(QStringLiteral("photos loss optimiser validation machine"));
    form_->values()->setFoldedSections(folded.split(u' ', Qt::SkipEmptyParts));
}

} // namespace autochrome
