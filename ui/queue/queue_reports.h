#pragma once

#include "core/base/error.h"
#include "core/queue/job.h"

#include <QObject>
#include <memory>

namespace autochrome::inline queue {
struct BatchReport;
} // namespace autochrome::inline queue

namespace autochrome {

class BatchService;

/// Writes reports of batches, in the background.
class QueueReports : public QObject
{
    Q_OBJECT

public:
    explicit QueueReports(BatchService* service, QObject* parent = nullptr);

    void write(BatchId batch, const QString& folder);
    bool isWriting() const { return writing_ > 0; }

Q_SIGNALS:
    void written(const QString& folder);
    void failed(const autochrome::Error& error);

private:
    void writeRead(const std::shared_ptr<Result<BatchReport>>& report, const QString& folder);
    void end(const Result<void>& written, const QString& folder);

    BatchService* service_;
    int writing_ = 0; ///< how many
};

} // namespace autochrome
