#include "ui/queue/job_drag.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QMimeData>
#include <QUrl>
#include <QtTest>

using namespace autochrome;

class TestJobDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasMade()
    {
        const JobDrag drag{.jobs = {7, 3, 9000000000LL}};
        const std::unique_ptr<QMimeData> data = drag.toMimeData();
        QCOMPARE(data->formats(), QStringList{JobDrag::mimeType()});
        QCOMPARE(JobDrag::of(*data).jobs, drag.jobs);
        QVERIFY(JobDrag::of(*JobDrag().toMimeData()).jobs.empty());
    }

    void isNothingElse()
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile("/scans/a.tif")});
        QVERIFY(JobDrag::of(files).jobs.empty());
        QMimeData nonsense;
        nonsense.setData(JobDrag::mimeType(), "abc");
        QVERIFY(JobDrag::of(nonsense).jobs.empty());
    }

    // Another process may have another queue, where the same numbers are other photos.
    void isOfThisProcessOnly()
    {
        for (const qint64 process :
             {QCoreApplication::applicationPid(), QCoreApplication::applicationPid() + 1}) {
            QByteArray bytes;
            QDataStream stream(&bytes, QIODevice::WriteOnly);
            stream << process << qint64(5);
            QMimeData data;
            data.setData(JobDrag::mimeType(), bytes);
            const bool own = process == QCoreApplication::applicationPid();
            QCOMPARE(JobDrag::of(data).jobs, own ? std::vector<JobId>{5} : std::vector<JobId>());
        }
    }
};

QTEST_GUILESS_MAIN(TestJobDrag)
#include "test_job_drag.moc"
