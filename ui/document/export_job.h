#pragma once

#include "core/edit/restoration.h"
#include "ui/document/work.h"

#include <QObject>
#include <QString>

class QThreadPool;

namespace autochrome {

/// What an export needs; a value, so that it can be tried again.
struct ExportRequest
{
    Rendering rendering;
    QString target;
    WriteOptions options;
};

/// One export in the background. Deletes itself when it has ended.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(ExportRequest request, QThreadPool* pool, QObject* parent);
    ~ExportJob() override;

    void start();
    const ExportRequest& request() const { return request_; }
    const Work& work() const { return work_; }
    bool hasEnded() const { return hasEnded_; } ///< well or not

Q_SIGNALS:
    void succeeded(const autochrome::WrittenPhoto& written);
    void failed(const autochrome::Error& error);

private:
    ExportRequest request_;
    QThreadPool* pool_;
    Work work_;
    bool hasEnded_ = false;
};

} // namespace autochrome
