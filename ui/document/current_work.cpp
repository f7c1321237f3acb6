#include "ui/document/current_work.h"

namespace autochrome {

CurrentWork::CurrentWork(QThreadPool* pool, QObject* parent) : QObject(parent), pool_(pool) {}

CurrentWork::~CurrentWork()
{
    cancel(); // the job owns what it works on
}

void CurrentWork::cancel()
{
    if (work_)
        work_->cancel();
}

void CurrentWork::set(std::optional<Work> work)
{
    work_ = std::move(work);
    Q_EMIT changed();
}

} // namespace autochrome
