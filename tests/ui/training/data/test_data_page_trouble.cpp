// Photos that cannot be learned from, sources that go, and very many photos.

#include "tests/ui/training/data/data_fixture.h"
#include "tests/ui/training/data/shown_data_page.h"
#include "ui/training/data/source_list.h"
#include "ui/training/data/split_chooser.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

class TestDataPageTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void emptyAndMissingSources_data();
    void emptyAndMissingSources();
    void onlyGreyPhotos();
    void fewPhotos();
    void copiesThatCannotBeParted();
    void stops();
    void aFolderRemovedMeanwhile();
    void aSourceTakenFromTheListMeanwhile();
    void goesAwayWhileItLooks();
    void staysSmoothWithManyPhotos();

private:
    DataFixture fixture_;
};

void TestDataPageTrouble::emptyAndMissingSources_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty folder") << "empty"
                                  << "no photos";
    QTest::newRow("folder without photos") << "letters"
                                           << "no photos";
    QTest::newRow("missing folder") << "missing"
                                    << "not there any more";
    QTest::newRow("no archive") << "no.tar"
                                << "no.tar";
    QTest::newRow("empty list") << "no.txt"
                                << "names no photos";
}

void TestDataPageTrouble::emptyAndMissingSources()
{
    QFETCH(QString, source);
    QFETCH(QString, word);
    QDir().mkpath(fixture_.path("empty"));
    writeBytes(fixture_.path("letters/letter.odt"), "Dear");
    writeBytes(fixture_.path("no.tar"), QByteArray(2048, 'x'));
    writeBytes(fixture_.path("no.txt"), "# nothing\n");
    ShownDataPage shown;
    shown.page->setSources(data_kind::archive, {fixture_.path(source)});
    QVERIFY(shown.look());
    QCOMPARE(shown.problems.count(), 1);
    QVERIFY2(shown.lastProblem().contains(word), qPrintable(shown.lastProblem()));
    QVERIFY(shown.page->note().contains(word)); // the message may be closed, this stays
    QVERIFY(!shown.page->data());
    QVERIFY(shown.page->lookButton()->isVisible() && shown.page->lookButton()->isEnabled());
}

void TestDataPageTrouble::onlyGreyPhotos()
{
    for (int i = 0; i < 4; ++i)
        fixture_.makeGrey(QStringLiteral("grey/%1.png").arg(i), i);
    ShownDataPage shown;
    shown.page->setSources(data_kind::archive, {fixture_.path("grey")});
    QVERIFY(shown.look());
    QVERIFY(shown.page->note().contains("no colour"));
    QCOMPARE(shown.leftOutNames().size(), 4);
    QTest::qWait(100);
    QVERIFY(!shown.page->data());

    writeBytes(fixture_.path("grey/broken.jpg"), "no picture");
    QVERIFY(shown.look());
    QVERIFY(shown.page->note().contains("None of these photos"));
}

void TestDataPageTrouble::fewPhotos()
{
    ShownDataPage shown;
    const QString folder = fixture_.makeGood("few", DataPage::fewPhotos - 1);
    shown.page->setSources(data_kind::archive, {folder});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData()); // a warning, not a ban
    QVERIFY2(shown.page->note().contains("Only 19"), qPrintable(shown.page->note()));
    writePicture(folder + "/one-more.png", variedPhoto(80));
    QVERIFY(shown.look());
    QVERIFY(shown.page->note().isEmpty());
}

void TestDataPageTrouble::copiesThatCannotBeParted()
{
    for (int i = 0; i < 3; ++i) {
        cv::Mat half;
        cv::resize(variedPhoto(i), half, {}, 0.5, 0.5, cv::INTER_AREA);
        writePicture(fixture_.path(QStringLiteral("twice/a/%1.png").arg(i)), variedPhoto(i));
        writePicture(fixture_.path(QStringLiteral("twice/b/%1.png").arg(i)), half);
    }
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {fixture_.path("twice")});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    QComboBox* way = shown.page->splitChooser()->wayBox();
    way->setCurrentIndex(1);
    QVERIFY(QTest::qWaitFor([&] { return !shown.page->data(); }, patience));
    QVERIFY(shown.page->splitChooser()->resultLabel()->text().contains("copies of each other"));
    way->setCurrentIndex(0);
    QVERIFY(shown.hasData());
}

void TestDataPageTrouble::stops()
{
    ShownDataPage shown;
    // Large enough that the button is hit in time.
    const QString folder = fixture_.path("large");
    for (int i = 0; i < 12; ++i)
        writePicture(folder + QStringLiteral("/%1.jpg").arg(i), variedPhoto(i, 3000, 2000));
    shown.page->setSources(data_kind::archive, {folder});
    shown.page->lookButton()->setFocus();
    QTest::keyClick(shown.page->lookButton(), Qt::Key_Space);
    QVERIFY(shown.page->isLooking());
    QVERIFY(shown.page->progressBar()->isVisible());
    QVERIFY(!shown.page->activityLabel()->text().isEmpty());
    QVERIFY(shown.page->cancelButton()->hasFocus()); // Space stops it
    QTest::keyClick(shown.page->cancelButton(), Qt::Key_Space);
    QVERIFY(!shown.page->cancelButton()->isEnabled());
    QVERIFY(shown.ended());
    QVERIFY(shown.page->note().contains("stopped"));
    QVERIFY(!shown.page->data());
    QVERIFY(shown.problems.isEmpty());
    QVERIFY(shown.page->lookButton()->isVisible());
    QVERIFY(shown.look()); // and once more, to the end
    QVERIFY(shown.hasData());
}

void TestDataPageTrouble::aFolderRemovedMeanwhile()
{
    const QString folder = fixture_.path("vanishing");
    for (int i = 0; i < 40; ++i)
        writePicture(folder + QStringLiteral("/%1.jpg").arg(i), variedPhoto(i, 1500, 1000));
    ShownDataPage shown;
    shown.page->setSources(data_kind::archive, {folder});
    QTest::mouseClick(shown.page->lookButton(), Qt::LeftButton);
    QVERIFY(shown.page->isLooking());
    // All photos at once: to remove them one by one may take as long as to look at them.
    QVERIFY(QDir().rename(folder, folder + "-elsewhere"));
    QVERIFY(shown.ended());
    QCOMPARE(shown.problems.count(), 1);
    QVERIFY2(shown.lastProblem().contains(folder), qPrintable(shown.lastProblem()));
    QVERIFY(shown.lastProblem().contains("not there any more"));
    QVERIFY(!shown.page->data());
    // The list marks it.
    const QListWidgetItem* item = shown.page->sourceList()->list()->item(0);
    QVERIFY(item->toolTip().contains("not there any more"));
}

void TestDataPageTrouble::aSourceTakenFromTheListMeanwhile()
{
    ShownDataPage shown;
    const QString kept = fixture_.makeGood("kept", 21);
    const QString taken = fixture_.path("large-too");
    for (int i = 0; i < 8; ++i)
        writePicture(taken + QStringLiteral("/%1.jpg").arg(i), variedPhoto(40 + i, 3000, 2000));
    shown.page->setSources(data_kind::archive, {taken, kept});
    QTest::mouseClick(shown.page->lookButton(), Qt::LeftButton);
    SourceList* sources = shown.page->sourceList();
    sources->list()->setCurrentRow(0);
    QTest::mouseClick(sources->removeButton(), Qt::LeftButton);
    QCOMPARE(sources->sources(), QStringList{kept});
    QVERIFY(!shown.page->isLooking());
    QVERIFY(shown.look()); // waits for nobody but itself
    QVERIFY(shown.hasData());
    QCOMPARE(shown.page->data()->survey->index.count(), std::int64_t(21));
    QVERIFY(shown.problems.isEmpty());
}

void TestDataPageTrouble::goesAwayWhileItLooks()
{
    const QString folder = fixture_.path("long");
    for (int i = 0; i < 60; ++i)
        writePicture(folder + QStringLiteral("/%1.png").arg(i), variedPhoto(i, 1200, 900));
    QElapsedTimer whole;
    {
        ShownDataPage shown;
        shown.page->setSources(data_kind::archive, {folder});
        whole.start();
        QVERIFY(shown.look());
    }
    const qint64 full = whole.elapsed();
    auto shown = std::make_unique<ShownDataPage>();
    shown->page->setSources(data_kind::archive, {folder});
    QTest::mouseClick(shown->page->lookButton(), Qt::LeftButton);
    QTest::qWait(int(full / 10));
    QElapsedTimer goodbye;
    goodbye.start();
    shown.reset();
    QVERIFY2(goodbye.elapsed() < std::max<qint64>(full, 2000),
             qPrintable(QStringLiteral("%1 of %2 ms").arg(goodbye.elapsed()).arg(full)));
}

void TestDataPageTrouble::staysSmoothWithManyPhotos()
{
    constexpr int many = 60000;
    QByteArray lines;
    for (int i = 0; i < many; ++i)
        lines += "nowhere/" + QByteArray::number(i % 100) + "/" + QByteArray::number(i) + ".jpg\n";
    writeBytes(fixture_.path("many.txt"), lines);
    const QString good = fixture_.makeGood("beside-many", 30);
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {fixture_.path("many.txt"), good});
    qint64 longest = 0;
    QElapsedTimer beat;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, beat.restart()); });
    heart.start(5);
    beat.start();
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    QTest::qWait(50);
    QCOMPARE(shown.page->data()->survey->index.count(), std::int64_t(many + 30));
    QCOMPARE(shown.page->leftOut()->model()->rowCount(), PhotoSurveyor::namedForEachReason);
    QVERIFY(shown.page->leftOut()->moreLabel()->text().contains("59,500"));
    shown.page->sourceList()->list()->setCurrentRow(0);
    QTest::mouseClick(shown.page->sourceList()->removeButton(), Qt::LeftButton);
    QTest::qWait(50);
    heart.stop();
    QVERIFY(!shown.page->data());
    qInfo() << "longest pause of the event loop:" << longest << "ms";
}

QTEST_MAIN(TestDataPageTrouble)
#include "test_data_page_trouble.moc"
