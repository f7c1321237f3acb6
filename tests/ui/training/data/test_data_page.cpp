#include "tests/ui/training/data/data_fixture.h"
#include "tests/ui/training/data/shown_data_page.h"
#include "ui/tools/slider_row.h"
#include "ui/training/data/source_list.h"
#include "ui/training/data/split_chooser.h"
#include "ui/training/data/survey_summary.h"
#include "ui/training/data/survey_words.h"
#include "ui/training/data/training_lists.h"
#include "ui/training/figures/colour_figures.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QUrl>
#include <QtTest>
#include <set>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

bool drop(QWidget* target, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
    return enter.isAccepted();
}

} // namespace

class TestDataPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void asksForPhotos();
    void tellsWhatIsThere_data();
    void tellsWhatIsThere();
    void theLeftOutAreShown();
    void partsThePhotos();
    void foldersStayWhole();
    void aPublishedSetHasItsOwnCheck();
    void aPublishedSetWithoutCheck();
    void anOtherFolderIsNoPublishedSet();
    void dropsAndKeys();
    void remembersTheChoice();
    void otherSourcesForgetWhatWasFound();
    void lambdaComesAndGoes();
    void fitsNarrowDocks();

private:
    DataFixture fixture_;
};

void TestDataPage::asksForPhotos()
{
    ShownDataPage shown;
    QVERIFY(!shown.page->lookButton()->isEnabled());
    QVERIFY(shown.page->note().contains("folder"));
    QVERIFY(!shown.page->data());
    shown.page->lookThrough(); // by the program: nothing to look at
    QVERIFY(!shown.page->isLooking());
    shown.page->sourceList()->add({fixture_.makeGood("asked", 2)});
    QVERIFY(shown.page->lookButton()->isEnabled());
    QVERIFY(shown.page->note().isEmpty());
}

void TestDataPage::tellsWhatIsThere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("archived");
    QTest::newRow("archive of mine") << data_kind::archive << false;
    QTest::newRow("folder") << data_kind::folder << false;
    QTest::newRow("tar archive") << data_kind::folder << true;
}

void TestDataPage::tellsWhatIsThere()
{
    QFETCH(QString, kind);
    QFETCH(bool, archived);
    const QString folder = fixture_.makeMixed("mixed");
    const QString source = archived ? DataFixture::archive(folder) : folder;
    ShownDataPage shown;
    shown.page->setSources(kind, {source});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    const QString table = shown.page->summary()->text();
    for (const char* row : {"Photos found: 30", "Usable: 25", "Near-copies among them: 1",
                            "Damaged: 1", "Grey: 1", "Toned: 1", "Too small: 1", "Duplicate: 1",
                            "Short side, pixels: 30 120 120", "Long side, pixels: 40 160 160"})
        QVERIFY2(table.contains(QLatin1String(row)), qPrintable(table));
    const TrainingData& data = *shown.page->data();
    QCOMPARE(data.kind, kind);
    QCOMPARE(data.sources, QStringList{source});
    QCOMPARE(data.survey->usable(), std::int64_t(25));
    QVERIFY(!data.validationSurvey);
    QVERIFY(shown.page->note().isEmpty());
    QVERIFY(!shown.page->figures()->statistics().isEmpty());
    QVERIFY(shown.problems.isEmpty());
}

void TestDataPage::theLeftOutAreShown()
{
    const QString folder = fixture_.makeMixed("shown");
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {DataFixture::archive(folder)});
    QVERIFY(shown.look());
    LeftOutList* list = shown.page->leftOut();
    QCOMPARE(shown.leftOutNames(),
             (QStringList{"broken.jpg", "grey.png", "sepia.png", "tiny.png", "the-same.png"}));
    QComboBox* reasons = list->reasonBox();
    QCOMPARE(reasons->count(), 6);
    QCOMPARE(reasons->itemText(0), QStringLiteral("All reasons (5)"));
    // Small pictures come by themselves where there is a picture.
    const auto picture = [&](int row) {
        return list->model()->index(row, 0).data(Qt::DecorationRole).value<QImage>();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!picture(1).isNull() && !picture(4).isNull(), patience);
    QVERIFY(qGray(picture(1).pixel(3, 3)) == qRed(picture(1).pixel(3, 3)));
    QCOMPARE(picture(4).size(), QSize(112, 84));
    QVERIFY(picture(0).isNull());

    QTest::keyClick(reasons, Qt::Key_End);
    QTRY_COMPARE(shown.leftOutNames(), QStringList{"the-same.png"});
    const QModelIndex copy = list->model()->index(0, 0);
    QVERIFY(copy.data(Qt::ToolTipRole).toString().contains("photo0.png"));
    QVERIFY(copy.data(Qt::AccessibleTextRole).toString().contains("the same file as"));
    QVERIFY(list->moreLabel()->isHidden());
    list->grab();
}

void TestDataPage::partsThePhotos()
{
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {fixture_.makeGood("forty", 40)});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    QCOMPARE(shown.page->data()->split.validation.size(), std::size_t(4)); // a tenth
    SplitChooser* split = shown.page->splitChooser();
    QVERIFY2(split->resultLabel()->text().contains(photosText(36)),
             qPrintable(split->resultLabel()->text()));
    shown.changed.clear();
    split->shareField()->setValue(30);
    QCOMPARE(split->shareSlider()->value(), 30);
    QTRY_COMPARE_WITH_TIMEOUT(shown.page->data()->split.validation.size(), std::size_t(12),
                              patience);
    QVERIFY(split->resultLabel()->text().contains(photosText(28)));
    QVERIFY(!shown.changed.isEmpty());
    // Faster than they can be met: the last wish counts.
    for (int percent = 29; percent >= 5; --percent)
        split->shareSlider()->setValue(percent);
    QTRY_COMPARE_WITH_TIMEOUT(shown.page->data()->split.validation.size(), std::size_t(2),
                              patience);
    split->shareField()->setValue(80);
    QCOMPARE(split->shareField()->value(), SplitChooser::mostShare);
}

void TestDataPage::foldersStayWhole()
{
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {fixture_.makeGood("years", 30)});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    SplitChooser* split = shown.page->splitChooser();
    shown.changed.clear();
    split->shareField()->setValue(30);
    QTest::keyClick(split->wayBox(), Qt::Key_Down);
    QCOMPARE(split->wayBox()->currentText(), QStringLiteral("Photos of one folder"));
    // Three folders of ten photos each: one of them is for checking.
    const auto folders = [&](const std::vector<std::int64_t>& photos) {
        std::set<std::string> names;
        for (const std::int64_t photo : photos)
            names.insert(std::filesystem::path(shown.page->data()->survey->index.name(photo))
                             .parent_path()
                             .string());
        return names;
    };
    const auto isParted = [&] {
        return shown.page->data() && folders(shown.page->data()->split.validation).size() == 1 &&
               folders(shown.page->data()->split.train).size() == 2;
    };
    QVERIFY(QTest::qWaitFor(isParted, patience));
    const auto lists =
        writeTrainingLists(*shown.page->data(), fixture_.path("year-lists").toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(lists->photos, std::int64_t(20));
    QCOMPARE(lists->validationPhotos, std::int64_t(10));
}

void TestDataPage::aPublishedSetHasItsOwnCheck()
{
    const QString set = fixture_.path("places");
    fixture_.makeGood("places/train", 24);
    fixture_.makeGood("places/val", 6, 40);
    // A photo for checking that is also for training: it is not learned from.
    writePicture(set + "/val/also.png", variedPhoto(3));
    fixture_.makeGrey("places/val/grey.png", 90);
    ShownDataPage shown;
    shown.page->setSources(data_kind::published, {set});
    QVERIFY(!shown.page->sourceList()->addFileButton()->isVisible());
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    const TrainingData& data = *shown.page->data();
    QVERIFY(data.validationSurvey != nullptr);
    QCOMPARE(data.survey->usable(), std::int64_t(24));
    QCOMPARE(data.validationSurvey->usable(), std::int64_t(7));
    QCOMPARE(data.split.train.size(), std::size_t(23));
    QCOMPARE(data.split.withheld.size(), std::size_t(1));
    QCOMPARE(data.split.validation.size(), std::size_t(7));
    QVERIFY(shown.page->summary()->text().contains("Photos found: 24 8"));
    QVERIFY(!shown.page->splitChooser()->wayBox()->isVisible());
    QCOMPARE(shown.leftOutNames(), QStringList{"grey.png"});
    const auto lists = writeTrainingLists(data, fixture_.path("places-lists").toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(lists->photos, std::int64_t(23));
    QCOMPARE(lists->validationPhotos, std::int64_t(7));
    for (const QString& line : DataFixture::linesOf(fixture_.path("places-lists/validation.txt")))
        QVERIFY2(line.contains("/val/"), qPrintable(line));
}

void TestDataPage::aPublishedSetWithoutCheck()
{
    const QString set = fixture_.path("only-train");
    fixture_.makeGood("only-train/data_256", 24);
    QByteArray list;
    for (int i = 0; i < 24; ++i)
        list += QStringLiteral("/year%1/photo%2.png %1\n").arg(i % 3).arg(i).toUtf8();
    writeBytes(set + "/places365_train_standard.txt", list);
    ShownDataPage shown;
    shown.page->setSources(data_kind::published, {set});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    QVERIFY(!shown.page->data()->validationSurvey);
    QVERIFY(shown.page->note().contains("without validation photos"));
    QCOMPARE(shown.page->data()->split.validation.size(), std::size_t(2));
    QVERIFY(shown.page->splitChooser()->wayBox()->isVisibleTo(shown.page));
}

void TestDataPage::anOtherFolderIsNoPublishedSet()
{
    ShownDataPage shown;
    const QString folder = fixture_.makeGood("other", 3);
    shown.page->setSources(data_kind::published, {folder});
    QVERIFY(shown.look());
    QCOMPARE(shown.problems.count(), 1);
    QVERIFY(shown.lastProblem().contains(folder));
    QCOMPARE(shown.page->note(), shown.lastProblem());
    QVERIFY(!shown.page->data());
}

void TestDataPage::dropsAndKeys()
{
    ShownDataPage shown;
    const QString folder = fixture_.makeGood("dropped", 2);
    const QString archive = DataFixture::archive(folder);
    writeBytes(fixture_.path("list.txt"), "dropped/year0/photo0.png\n");
    QVERIFY(drop(shown.page, {folder, archive, fixture_.path("list.txt")}));
    SourceList* sources = shown.page->sourceList();
    QCOMPARE(sources->sources(), (QStringList{folder, archive, fixture_.path("list.txt")}));
    QVERIFY(shown.problems.isEmpty());
    drop(shown.page, {folder + "/"}); // is there already
    QCOMPARE(sources->sources().size(), 3);
    drop(shown.page, {folder + "/year0/photo0.png"});
    QCOMPARE(sources->sources().size(), 3);
    QVERIFY(shown.lastProblem().contains("photo0.png"));

    QVERIFY(!sources->removeButton()->isEnabled());
    sources->list()->setFocus();
    QTest::keyClick(sources->list(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(sources->removeButton()->isEnabled());
    QTest::keyClick(sources->list(), Qt::Key_Delete);
    QVERIFY(sources->sources().isEmpty());
    QVERIFY(!shown.page->lookButton()->isEnabled());

    shown.page->setSources(data_kind::published, {});
    drop(shown.page, {archive});
    QVERIFY(sources->sources().isEmpty());
    QVERIFY(shown.lastProblem().contains("is not a folder"));
    for (const QWidget* widget : shown.page->findChildren<QWidget*>())
        if (widget->focusPolicy() & Qt::TabFocus && !widget->objectName().startsWith("qt_") &&
            widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty() ||
                         !widget->property("text").toString().isEmpty(),
                     widget->metaObject()->className());
}

void TestDataPage::remembersTheChoice()
{
    const QString folder = fixture_.makeGood("remembered", 2);
    {
        ShownDataPage shown;
        shown.page->kindBox()->setCurrentIndex(shown.page->kindBox()->findData(data_kind::folder));
        drop(shown.page, {folder});
        shown.page->splitChooser()->wayBox()->setCurrentIndex(1);
        shown.page->splitChooser()->shareField()->setValue(25);
    }
    ShownDataPage again;
    QCOMPARE(again.page->kindBox()->currentData().toString(), data_kind::folder);
    QCOMPARE(again.page->sourceList()->sources(), QStringList{folder});
    QCOMPARE(again.page->splitChooser()->settings().share, 0.25);
    QVERIFY(again.page->splitChooser()->settings().by == SplitBy::Folder);
    QVERIFY(again.page->lookButton()->isEnabled());
    QSettings().setValue("training/data", "rubbish");
    QSettings().setValue("training/share", 4000);
    ShownDataPage third;
    QCOMPARE(third.page->kindBox()->currentIndex(), 0);
    QCOMPARE(third.page->splitChooser()->settings().share, 0.3);
}

void TestDataPage::otherSourcesForgetWhatWasFound()
{
    ShownDataPage shown;
    shown.page->setSources(data_kind::folder, {fixture_.makeMixed("first")});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    shown.changed.clear();
    shown.page->sourceList()->add({fixture_.makeGood("second", 3)});
    QVERIFY(!shown.page->data());
    QCOMPARE(shown.changed.count(), 1);
    QVERIFY(shown.page->summary()->text().isEmpty());
    QCOMPARE(shown.page->leftOut()->model()->rowCount(), 0);
    QVERIFY(shown.page->figures()->statistics().isEmpty());
    QTest::qWait(100); // nothing comes late
    QVERIFY(!shown.page->data());
}

void TestDataPage::lambdaComesAndGoes()
{
    ShownDataPage shown;
    QSignalSpy changed(&shown.draft, &TrainingDraft::changed);
    QCOMPARE(shown.page->figures()->lambda(), shown.draft.settings().lambda);
    shown.draft.setLambda(0.4);
    QCOMPARE(shown.page->figures()->lambda(), 0.4);
    QCOMPARE(changed.count(), 1);
    shown.page->figures()->lambdaRow()->slider()->setValue(70);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(shown.draft.settings().lambda, 0.7);
}

// So many that what is shown must be bounded; that they are missing makes them quick to look at.

void TestDataPage::fitsNarrowDocks()
{
    ShownDataPage shown(380);
    shown.page->setSources(data_kind::folder, {fixture_.makeMixed("narrow")});
    QVERIFY(shown.look());
    QVERIFY(shown.hasData());
    for (const int width : {380, 900}) {
        shown.area.resize(width, 800);
        QTest::qWait(50);
        QVERIFY2(shown.page->minimumSizeHint().width() <= 360,
                 qPrintable(QString::number(shown.page->minimumSizeHint().width())));
        QVERIFY(shown.page->width() <= shown.area.viewport()->width());
    }
}

QTEST_MAIN(TestDataPage)
#include "test_data_page.moc"
