#pragma once

#include "core/base/error.h"
#include "core/learn/run/training_estimate.h"
#include "ui/training/setup/training_order.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace autochrome {

/// Measures what a training takes: `autochrome-cli train --estimate` in a process of its own, at
/// low priority, so that neither its work nor its memory is the window's.
class TrainingMeasure : public QObject
{
    Q_OBJECT

public:
    explicit TrainingMeasure(QObject* parent = nullptr);
    ~TrainingMeasure() override; ///< ends the process

    /// @param folder  of the run that is to be; empty: any
    void start(const TrainingOrder& order, const TrainingLists& lists,
               const std::filesystem::path& folder);
    void cancel(); ///< neither of the signals follows
    bool isRunning() const { return process_.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void measured(const TrainingEstimate& estimate);
    void failed(const Error& error);

private:
    void run(const std::vector<std::string>& arguments);
    void onFinished();

    std::unique_ptr<QTemporaryDir> folder_; ///< of the order
    QProcess process_;
    bool isCancelled_ = false;
    std::optional<std::vector<std::string>> next_; ///< asked for while the last one was ending
};

/// What `train --estimate --json` printed. Errors: Corrupt.
Result<TrainingEstimate> estimateFromJson(const QByteArray& json);

} // namespace autochrome
