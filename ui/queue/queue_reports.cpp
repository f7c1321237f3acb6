#include "ui/queue/queue_reports.h"

#include "core/queue/report/batch_report.h"
#include "ui/queue/batch_service.h"
#include "ui/widgets/path_names.h"

#include <QPointer>

namespace autochrome {

QueueReports::QueueReports(BatchService* service, QObject* parent)
    : QObject(parent), service_(service)
{
}

void QueueReports::write(BatchId batch, const QString& folder)
{
    ++writing_;
    service_->read(
        [batch](Journal& journal) {
            return std::make_shared<Result<BatchReport>>(readBatchReport(journal, batch));
        },
        [self = QPointer(this), folder](const std::shared_ptr<Result<BatchReport>>& report) {
            if (self)
                self->writeRead(report, folder);
        });
}

// Its pictures take seconds: on a thread that nobody waits for.
void QueueReports::writeRead(const std::shared_ptr<Result<BatchReport>>& report,
                             const QString& folder)
{
    if (!*report) {
        end(tl::make_unexpected(report->error()), folder);
        return;
    }
    service_->inBackground(
        [report, target = pathNamed(folder)] { return writeBatchReport(**report, target); },
        [self = QPointer(this), folder](const Result<void>& written) {
            if (self)
                self->end(written, folder);
        });
}

void QueueReports::end(const Result<void>& written, const QString& folder)
{
    --writing_;
    if (written)
        Q_EMIT this->written(folder);
    else
        Q_EMIT failed(written.error());
}

} // namespace autochrome
