#include "ui/training/setup/settings_form.h"

#include "ui/tools/fold_section.h"

#include <QJsonDocument>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {
namespace {

QJsonObject toObject(const TrainingSettings& settings)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(settings.toJson())).object();
}

QJsonObject toObject(const MachineChoices& machine)
{
    return {{"device", QString::fromStdString(machine.device)},
            {"threads", machine.threads},
            {"workers", machine.workers},
            {"checkpointMinutes", machine.checkpointMinutes},
            {"validationMinutes", machine.validationMinutes}};
}

void merge(QJsonObject& into, const QJsonObject& from)
{
    for (auto value = from.begin(); value != from.end(); ++value)
        into.insert(value.key(), *value);
}

TrainingSettings settingsOf(const QJsonObject& values)
{
    const QByteArray json = QJsonDocument(values).toJson(QJsonDocument::Compact);
    return TrainingSettings::fromJson(json.toStdString()).value_or(TrainingSettings());
}

MachineChoices machineOf(const QJsonObject& values)
{
    return {.device = values["device"].toString().toStdString(),
            .threads = values["threads"].toInt(),
            .workers = values["workers"].toInt(),
            .checkpointMinutes = values["checkpointMinutes"].toDouble(),
            .validationMinutes = values["validationMinutes"].toDouble()};
}

TrainingSettings presetOf(const TrainingSettings& settings)
{
    return TrainingSettings::ofPreset(settings.preset).value_or(TrainingSettings::house());
}

/// Which of the three lengths counts.
QString lengthOf(const QJsonObject& values)
{
    return values["minutes"].toDouble() > 0 ? QStringLiteral("minutes")
           : values["steps"].toDouble() > 0 ? QStringLiteral("steps")
                                            : QStringLiteral("epochs");
}

} // namespace

SettingsForm::SettingsForm(TrainingDraft* draft, QWidget* parent)
    : QWidget(parent), draft_(draft), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(4);
    addLength();
    addPhotos();
    addLoss();
    addOptimiser();
    addValidation();
    addMachine();
    connect(draft_, &TrainingDraft::changed, this, &SettingsForm::take);
    take();
}

void SettingsForm::addSection(const QString& id, const QString& title,
                              const std::vector<SettingRow::Spec>& specs)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 0, 0, 4);
    layout->setSpacing(6);
    for (const SettingRow::Spec& spec : specs) {
        auto* row = new SettingRow(spec);
        rows_.push_back(row);
        layout->addWidget(row);
        connect(row, &SettingRow::edited, this, &SettingsForm::edit);
    }
    auto* section = new FoldSection(id, title, content);
    section->setFolded(false); // with its icon
    sections_.push_back(section);
    titles_ << title;
    layout_->addWidget(section);
}

void SettingsForm::change(const QJsonObject& values)
{
    merge(values_, values);
    submit();
}

void SettingsForm::submit()
{
    draft_->set(settingsOf(values_), machineOf(values_));
    take(); // also what could not be
}

QJsonObject SettingsForm::usual() const
{
    QJsonObject usual = toObject(presetOf(draft_->settings()));
    merge(usual, toObject(MachineChoices()));
    usual["length"] = lengthOf(usual);
    return usual;
}

void SettingsForm::backToPreset()
{
    draft_->setSettings(presetOf(draft_->settings()));
}

bool SettingsForm::differsFromPreset() const
{
    const QJsonObject machine = toObject(MachineChoices());
    for (const SettingRow* row : rows_)
        if (row->isChanged() && !machine.contains(row->key()))
            return true;
    return false;
}

void SettingsForm::setDevices(const QList<QPair<QString, QString>>& devices)
{
    QList<QPair<QString, QString>> choices{{tr("Automatic"), QStringLiteral("auto")}};
    row("device")->setChoices(choices + devices);
}

SettingRow* SettingsForm::row(const QString& key) const
{
    for (SettingRow* row : rows_)
        if (row->key() == key)
            return row;
    return nullptr;
}

QStringList SettingsForm::foldedSections() const
{
    QStringList folded;
    for (const FoldSection* section : sections_)
        if (section->isFolded())
            folded << section->id();
    return folded;
}

void SettingsForm::setFoldedSections(const QStringList& ids)
{
    for (FoldSection* section : sections_)
        section->setFolded(ids.contains(section->id()));
}

void SettingsForm::commit()
{
    for (SettingRow* row : rows_)
        row->commit();
}

void SettingsForm::edit(const QString& key, const QJsonValue& value)
{
    if (key == "length")
        editLength(value.toString());
    else
        values_[key] = value;
    submit();
}

/// The lengths that count before the chosen one go; it gets a value if it has none.
void SettingsForm::editLength(const QString& kind)
{
    values_["minutes"] = kind == "minutes" ? 60 : 0;
    values_["steps"] = kind == "steps" ? 10000 : 0;
    if (kind == "epochs" && values_["epochs"].toDouble() <= 0)
        values_["epochs"] = 10;
}

void SettingsForm::take()
{
    merge(values_, toObject(draft_->settings()));
    merge(values_, toObject(draft_->machine()));
    values_["length"] = lengthOf(values_);
    const QJsonObject preset = usual();
    const QString length = values_["length"].toString();
    for (SettingRow* row : rows_) {
        row->setUsual(preset[row->key()]);
        row->setValue(values_[row->key()]);
    }
    for (const char* key : {"epochs", "minutes", "steps"})
        row(key)->setVisible(length == QLatin1String(key));
    const bool hasLate = values_["lateFrom"].toDouble() < 1;
    row("lateBatchSize")->setEnabled(hasLate);
    row("lateCropSize")->setEnabled(hasLate);
    row("vividness")->setEnabled(values_["photoWeight"].toDouble() > 0);
    row("patience")->setEnabled(values_["keepBest"].toBool());
    row("validationMinutes")->setEnabled(values_["validationEpochs"].toDouble() <= 0);
    showMarks();
}

/// A section tells of its marks when it is folded, too.
void SettingsForm::showMarks()
{
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        const auto changed = std::count_if(rows_.begin(), rows_.end(), [&](SettingRow* row) {
            return sections_[i]->isAncestorOf(row) && row->isChanged() && !row->isHidden();
        });
        const QString& title = titles_[qsizetype(i)];
        const QString text = changed > 0 ? tr("%1 (%2 changed)").arg(title).arg(changed) : title;
        sections_[i]->setTitle(text);
    }
}

} // namespace autochrome
