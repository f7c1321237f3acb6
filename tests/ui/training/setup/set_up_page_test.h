#pragma once

#include "ui/training/data/training_draft.h"
#include "ui/training/setup/problem_line.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/training/setup/setting_row.h"
#include "ui/training/setup/settings_form.h"

#include <QComboBox>
#include <QJsonObject>
#include <QObject>
#include <QTemporaryDir>
#include <filesystem>
#include <memory>

namespace autochrome {

/// What the tests of the page share: a home of their own with a model and a few photos.
class SetUpPageTest : public QObject
{
    Q_OBJECT

protected:
    using Remedy = SetUpProblem::Remedy;

    TrainingDraft draft_; ///< each page begins with what the settings file remembers
    QTemporaryDir home_;
    std::filesystem::path model_;

    QString path(const QString& name) const { return home_.filePath(name); }
    std::filesystem::path run(const char* name = "training/mine") const
    {
        return path(name).toStdString();
    }
    TrainingLists lists(std::int64_t photos = 300, std::int64_t validation = 60) const
    {
        return {{path("photos").toStdString()}, {path("others").toStdString()}, photos, validation};
    }
    /// A page that is ready to start.
    std::unique_ptr<SetUpPage> readyPage();
    /// The problem that offers this, or null.
    static ProblemLine* lineWith(const SetUpPage& page, Remedy remedy);

private Q_SLOTS:
    void initTestCase();
    void init();
};

QJsonObject toObject(const TrainingSettings& settings);

/// Turns the editor of a value the way a hand would.
void turn(SettingRow* row);

void chooseData(QComboBox* box, const QVariant& data);

} // namespace autochrome
