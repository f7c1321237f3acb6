#include "ui/training/setup/set_up_memory.h"

#include "core/learn/loop/settings_check.h"
#include "ui/settings/settings.h"
#include "ui/training/setup/order_form.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"
#include "ui/widgets/path_names.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int rememberPauseMs = 1000; // after the last change

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
    QJsonObject json{
        {"settings",
         QJsonDocument::fromJson(QByteArray::fromStdString(now.settings.toJson())).object()},
        {"name", form_->modelName()},
        {"startKind", int(form_->start()->kind())},
        {"startModel", nameOfPath(form_->start()->model())},
        {"encoder", nameOfPath(form_->start()->encoder())},
        {"licence", form_->licence()->text()},
        {"remark", form_->remark()->text()},
        {"folded", form_->values()->foldedSections().join(u' ')}};
    for (const auto& row : machineParameters())
        json.insert(QLatin1String(row.key),
                    QString::fromStdString(row.toText(row.of(now.machine))));
    return json;
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
    MachineChoices machine;
    for (const auto& row : machineParameters()) {
        // Numbers were once kept as such.
        const QString kept = last[QLatin1String(row.key)].toVariant().toString();
        if (const auto value = row.fromText(kept.toStdString()); value && !kept.isEmpty())
            row.set(machine, *value);
    }
    form_->draft()->setMachine(machine);
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
