#pragma once

#include "core/base/parameter.h"

#include <QList>
#include <QPair>
#include <QStringList>
#include <QWidget>
#include <string_view>
#include <vector>

namespace autochrome {

class SettingRow;
class SettingSection;
class TrainingDraft;

/// Every value of a draft in folded sections; what differs from the preset is marked.
class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(TrainingDraft* draft, QWidget* parent = nullptr);

    /// All values of the settings as the preset has them.
    void backToPreset();
    bool differsFromPreset() const;

    /// The devices to choose from: text and id, without "auto".
    void setDevices(const QList<QPair<QString, QString>>& devices);

    SettingRow* row(std::string_view key) const; ///< null if there is none
    const std::vector<SettingRow*>& rows() const { return rows_; }
    const std::vector<SettingSection*>& sections() const { return sections_; }
    QStringList foldedSections() const;
    void setFoldedSections(const QStringList& ids);
    void commit(); ///< takes over what is being typed

private:
    void edit(std::string_view key, const ParameterValue& value);
    void take(); ///< what the draft has now

    TrainingDraft* draft_;
    std::vector<SettingRow*> rows_;
    std::vector<SettingSection*> sections_;
};

} // namespace autochrome
