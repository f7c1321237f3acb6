#include "ui/document/export_job.h"

#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"

#include <QFileInfo>

namespace autochrome {

ExportJob::ExportJob(ExportRequest request, QThreadPool* pool, QObject* parent)
    : QObject(parent),
      request_(std::move(request)),
      pool_(pool),
      work_(tr("Saving “%1”…").arg(QFileInfo(request_.target).fileName()))
{
}

ExportJob::~ExportJob()
{
    work_.cancel(); // what was begun is removed by the writer
}

void ExportJob::start()
{
    runInBackground(
        pool_, this,
        [request = request_, progress = work_.progress()] {
            return exportRendering(request.rendering, pathNamed(request.target), request.options,
                                   progress);
        },
        [this](Result<WrittenPhoto> result) {
            hasEnded_ = true;
            deleteLater();
            if (result)
                Q_EMIT succeeded(*result);
            else
                Q_EMIT failed(result.error());
        });
}

} // namespace autochrome
