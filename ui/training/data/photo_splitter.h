#pragma once

#include "core/base/error.h"
#include "ui/training/data/photo_surveyor.h"

#include <QObject>
#include <QThreadPool>
#include <optional>

namespace autochrome {

/// Parts photos into those to learn from and those to check with, in the background. Of wishes that
/// come faster than they can be met, only the latest is.
class PhotoSplitter : public QObject
{
    Q_OBJECT

public:
    explicit PhotoSplitter(QObject* parent = nullptr);
    ~PhotoSplitter() override;

    /// @param settings  of no meaning for a published set with validation photos of its own
    void split(const SurveyedData& photos, const SplitSettings& settings);
    void giveUp(); ///< without a word
    bool isRunning() const { return busy_ || next_.has_value(); }

Q_SIGNALS:
    void finished(const autochrome::TrainSplit& split);
    void failed(const autochrome::Error& error);

private:
    struct Wish
    {
        SurveyedData photos = {};
        SplitSettings settings = {};
        Progress progress = {};
    };
    void startNext();

    std::optional<Wish> next_;
    std::optional<Progress> running_; ///< of the one that is made now
    bool busy_ = false;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
