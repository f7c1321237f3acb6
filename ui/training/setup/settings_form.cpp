#include "ui/training/setup/settings_form.h"

#include "core/learn/loop/training_parameters.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/setup/setting_group.h"
#include "ui/training/setup/setting_row.h"
#include "ui/training/setup/setting_section.h"

#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {
namespace {

TrainingSettings presetOf(const TrainingSettings& settings)
{
    return TrainingSettings::ofPreset(settings.preset).value_or(TrainingSettings::house());
}

/// Which of the three lengths counts.
std::string lengthOf(const TrainingSettings& settings)
{
    return settings.minutes > 0 ? "minutes" : settings.steps > 0 ? "steps" : "epochs";
}

/// The lengths that count before the chosen one go; it gets a value if it has none.
void setLength(TrainingSettings& settings, std::string_view kind)
{
    settings.minutes = kind == "minutes" ? 60 : 0;
    settings.steps = kind == "steps" ? 10000 : 0;
    if (kind == "epochs" && settings.epochs <= 0)
        settings.epochs = 10;
}

ParameterValue valueOf(std::string_view key, const TrainingSettings& settings,
                       const MachineChoices& machine)
{
    if (key == lengthKey)
        return lengthOf(settings);
    if (const auto* parameter = findParameter(machineParameters(), key))
        return parameter->of(machine);
    return findParameter(trainingParameters(), key)->of(settings);
}

} // namespace

SettingsForm::SettingsForm(TrainingDraft* draft, QWidget* parent) : QWidget(parent), draft_(draft)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const SettingGroup& group : settingGroups()) {
        auto* section = new SettingSection(group);
        sections_.push_back(section);
        rows_.insert(rows_.end(), section->rows().begin(), section->rows().end());
        layout->addWidget(section);
        connect(section, &SettingSection::edited, this, &SettingsForm::edit);
    }
    connect(draft_, &TrainingDraft::changed, this, &SettingsForm::take);
    take();
}

void SettingsForm::backToPreset()
{
    draft_->setSettings(presetOf(draft_->settings()));
}

bool SettingsForm::differsFromPreset() const
{
    return std::ranges::any_of(rows_, [](const SettingRow* row) {
        return row->isChanged() && !findParameter(machineParameters(), row->key());
    });
}

void SettingsForm::setDevices(const QList<QPair<QString, QString>>& devices)
{
    row("device")->setChoices(SettingRow::Choices{{tr("Automatic"), QStringLiteral("auto")}} +
                              devices);
}

SettingRow* SettingsForm::row(std::string_view key) const
{
    const auto found = std::ranges::find(rows_, key, &SettingRow::key);
    return found == rows_.end() ? nullptr : *found;
}

QStringList SettingsForm::foldedSections() const
{
    QStringList folded;
    for (const SettingSection* section : sections_)
        if (section->isFolded())
            folded << section->id();
    return folded;
}

void SettingsForm::setFoldedSections(const QStringList& ids)
{
    for (SettingSection* section : sections_)
        section->setFolded(ids.contains(section->id()));
}

void SettingsForm::commit()
{
    for (SettingRow* row : rows_)
        row->commit();
}

void SettingsForm::edit(std::string_view key, const ParameterValue& value)
{
    TrainingSettings settings = draft_->settings();
    MachineChoices machine = draft_->machine();
    if (key == lengthKey)
        setLength(settings, std::get<std::string>(value));
    else if (const auto* parameter = findParameter(machineParameters(), key))
        parameter->set(machine, value);
    else
        findParameter(trainingParameters(), key)->set(settings, value);
    draft_->set(settings, machine);
    take(); // also what could not be
}

void SettingsForm::take()
{
    const TrainingSettings& settings = draft_->settings();
    const TrainingSettings preset = presetOf(settings);
    for (SettingRow* row : rows_) {
        row->setUsual(valueOf(row->key(), preset, MachineChoices()));
        row->setValue(valueOf(row->key(), settings, draft_->machine()));
    }
    for (const char* key : {"epochs", "minutes", "steps"})
        row(key)->setVisible(lengthOf(settings) == key);
    row("lateBatchSize")->setEnabled(settings.lateFrom < 1);
    row("lateCropSize")->setEnabled(settings.lateFrom < 1);
    row("vividness")->setEnabled(settings.photoWeight > 0);
    row("patience")->setEnabled(settings.keepBest);
    row("validationMinutes")->setEnabled(settings.validationEpochs <= 0);
    for (SettingSection* section : sections_)
        section->showMarks();
}

} // namespace autochrome
