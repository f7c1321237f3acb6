#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThreadPool>

namespace autochrome {

class DataPage;
class RunPage;
class SetUpPage;

/// Makes a training of what is chosen and set up: keeps lists of the photos for the estimate, and
/// writes lists and settings into a folder of its own when the training is to start.
class TrainingStarter : public QObject
{
    Q_OBJECT

public:
    TrainingStarter(DataPage* data, SetUpPage* setUp, RunPage* run, QObject* parent);
    ~TrainingStarter() override;

    /// A training was ordered and has no process of its own yet.
    bool isStarting() const { return isStarting_; }

Q_SIGNALS:
    void started(); ///< the page of the run shows it
    void problem(const QString& sentence, const QString& detail);

private:
    void chooseFolder();
    void writeLists();
    void start();
    void report(const Error& error);

    DataPage* data_;
    SetUpPage* setUp_;
    RunPage* run_;
    QTemporaryDir lists_; ///< of the photos that are chosen now
    int listsNumber_ = 0; ///< only the latest lists count
    bool isStarting_ = false;
    QThreadPool pool_;
};

} // namespace autochrome
