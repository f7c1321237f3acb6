#pragma once

#include "core/base/error.h"
#include "core/learn/survey/train_split.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace autochrome {

/// What was found in some sources.
struct SurveyedData
{
    std::shared_ptr<const Survey> survey = {};
    std::shared_ptr<const Survey> validation = {}; ///< of a published set that brings one
};

/// Looks through photos in the background, one collection at a time, all cores but one. When it is
/// destroyed, it stops at the next photo.
class PhotoSurveyor : public QObject
{
    Q_OBJECT

public:
    /// So many photos that are left out are named for each reason.
    static constexpr int namedForEachReason = 500;

    explicit PhotoSurveyor(QObject* parent = nullptr);
    ~PhotoSurveyor() override;

    /// Starts anew; what was on its way before is given up without a word.
    /// @param kind  one of data_kind
    void start(const QString& kind, const QStringList& sources);
    void cancel(); ///< failed() with ErrorCode::Cancelled follows
    void giveUp(); ///< without a word
    bool isRunning() const { return task_ != nullptr; }
    bool isStopping() const;

Q_SIGNALS:
    /// A few times a second. @param fraction  less than 0 while nobody knows
    void progressed(double fraction, const QString& activity);
    void finished(const autochrome::SurveyedData& found);
    void failed(const autochrome::Error& error);

private:
    struct Task;
    void tell();

    std::shared_ptr<Task> task_; ///< shared with its thread; null: nothing is on its way
    QTimer timer_;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
