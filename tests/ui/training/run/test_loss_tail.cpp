#include "ui/training/run/loss_tail.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

/// Reading a table of losses while it grows.
class TestLossTail : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    QString path() const { return folder_.filePath("losses.csv"); }
    static QByteArray header() { return QByteArray(lossTableHeader.data()) + '\n'; }
    static QByteArray row(int step)
    {
        LossRow row;
        row.step = step;
        row.samples = 2 * step;
        row.loss = 4.0 / step;
        return QByteArray::fromStdString(lossTableLine(row)) + '\n';
    }
    static QByteArray rows(int from, int to)
    {
        QByteArray lines;
        for (int step = from; step <= to; ++step)
            lines += row(step);
        return lines;
    }
    void add(const QByteArray& bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// As a resumed run does it: a new file in the place of the old one.
    void replace(const QByteArray& bytes) const
    {
        QFile file(path() + ".new");
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QCOMPARE(::rename(QFile::encodeName(file.fileName()), QFile::encodeName(path())), 0);
    }
    static QList<int> steps(const LossTail::News& news)
    {
        QList<int> steps;
        for (const LossRow& row : news.rows)
            steps << int(row.step);
        return steps;
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void readsWhatIsAdded()
    {
        LossTail tail(path().toStdString());
        QVERIFY(tail.read().rows.empty());
        add(header().left(20));
        QVERIFY(tail.read().rows.empty());
        add(header().mid(20) + rows(1, 3));
        LossTail::News news = tail.read();
        QVERIFY(!news.isReset);
        QCOMPARE(steps(news), QList<int>({1, 2, 3}));
        QCOMPARE(news.rows[1].loss, 2.0);
        QVERIFY(tail.read().rows.empty());
        // A row that is being written waits for its end.
        add(row(4).left(9));
        QVERIFY(tail.read().rows.empty());
        add(row(4).mid(9) + row(5));
        news = tail.read();
        QVERIFY(!news.isReset);
        QCOMPARE(steps(news), QList<int>({4, 5}));
    }

    void noticesAResumedRun()
    {
        LossTail tail(path().toStdString());
        add(header() + rows(1, 9));
        QCOMPARE(int(tail.read().rows.size()), 9);
        replace(header() + rows(1, 4));
        LossTail::News news = tail.read();
        QVERIFY(news.isReset);
        QCOMPARE(steps(news), QList<int>({1, 2, 3, 4}));
        // One that was replaced and is longer already.
        replace(header() + rows(1, 20));
        news = tail.read();
        QVERIFY(news.isReset);
        QCOMPARE(int(news.rows.size()), 20);
        // In place, as a person with an editor might.
        QVERIFY(QFile::resize(path(), header().size() + row(1).size()));
        news = tail.read();
        QVERIFY(news.isReset);
        QCOMPARE(steps(news), QList<int>({1}));
        QVERIFY(QFile::remove(path()));
        news = tail.read();
        QVERIFY(news.isReset && news.rows.empty());
        QVERIFY(!tail.read().isReset);
    }

    void leavesOutWhatIsNone()
    {
        LossTail tail(path().toStdString());
        add(header() + row(1) + "rubbish\n,,,\n" + row(2));
        QCOMPARE(steps(tail.read()), QList<int>({1, 2}));
        replace("another,table\n1,2\n");
        const LossTail::News news = tail.read();
        QVERIFY(news.isReset && news.rows.empty());
    }

    void readsLongTables()
    {
        LossTail tail(path().toStdString());
        constexpr int many = 60000; // several blocks
        add(header() + rows(1, many));
        const LossTail::News news = tail.read();
        QCOMPARE(int(news.rows.size()), many);
        for (int i = 0; i < many; ++i)
            QVERIFY(news.rows[std::size_t(i)].step == i + 1);
        QVERIFY(tail.read().rows.empty());
        add(row(many + 1));
        QCOMPARE(steps(tail.read()), QList<int>({many + 1}));
    }
};

QTEST_GUILESS_MAIN(TestLossTail)
#include "test_loss_tail.moc"
