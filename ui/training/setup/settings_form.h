#pragma once

#include "ui/training/data/training_draft.h"
#include "ui/training/setup/setting_row.h"

#include <QJsonObject>
#include <QStringList>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace autochrome {

class FoldSection;

/// Every value of a draft in folded sections; what differs from the preset is marked.
class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(TrainingDraft* draft, QWidget* parent = nullptr);

    /// Changes some values, under their names in JSON, as if the person had.
    void change(const QJsonObject& values);

    /// All values of the settings as the preset has them.
    void backToPreset();
    bool differsFromPreset() const;

    /// The devices to choose from: text and id, without "auto".
    void setDevices(const QList<QPair<QString, QString>>& devices);

    SettingRow* row(const QString& key) const; ///< null if there is none
    const std::vector<SettingRow*>& rows() const { return rows_; }
    const std::vector<FoldSection*>& sections() const { return sections_; }
    QStringList foldedSections() const;
    void setFoldedSections(const QStringList& ids);
    void commit(); ///< takes over what is being typed

private:
    void addLength();
    void addPhotos();
    void addLoss();
    void addOptimiser();
    void addValidation();
    void addMachine();
    void addSection(const QString& id, const QString& title,
                    const std::vector<SettingRow::Spec>& specs);
    QJsonObject usual() const;
    void edit(const QString& key, const QJsonValue& value);
    void editLength(const QString& kind);
    void take();   ///< what the draft has now
    void submit(); ///< to the draft
    void showMarks();

    TrainingDraft* draft_;
    QJsonObject values_; ///< of the draft, and "length"
    std::vector<SettingRow*> rows_;
    std::vector<FoldSection*> sections_;
    QStringList titles_; ///< of the sections
    QVBoxLayout* layout_;
};

} // namespace autochrome
