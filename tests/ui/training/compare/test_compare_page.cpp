#include "core/learn/run/training_run.h"
#include "core/models/default_model.h"
#include "core/models/model_library.h"
#include "core/network/model_metadata.h"
#include "core/network/safetensors.h"
#include "tests/support/make_model.h"
#include "tests/support/synthetic_photos.h"
#include "ui/settings/settings.h"
#include "ui/training/compare/adoption_box.h"
#include "ui/training/compare/compare_page.h"
#include "ui/training/compare/comparison_process.h"
#include "ui/training/compare/comparison_sheet.h"
#include "ui/training/compare/comparison_table.h"
#include "ui/training/compare/photo_places.h"
#include "ui/widgets/quiet_style.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QtTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

// A comparison starts a program that loads two models; a loaded machine takes its time.
constexpr int patience = 60000;

/// Copies a model under another name.
void copyModel(const fs::path& from, const fs::path& to, const std::string& name)
{
    const auto file = SafetensorsFile::read(from);
    auto metadata = file->metadata();
    metadata["name"] = name;
    fs::create_directories(to.parent_path());
    if (!writeSafetensors(to, file->tensors(), metadata))
        qFatal("no model");
}

std::string shaOf(const fs::path& model)
{
    const auto card = readModelCard(model);
    return card ? card->weightsSha256 : std::string();
}

/// A page as it lies in the panel.
struct Shown
{
    QScrollArea area;
    ComparePage* page = new ComparePage;
    QSignalSpy problems{page, &ComparePage::problem};

    explicit Shown(int width = 420)
    {
        area.setWidgetResizable(true);
        area.setWidget(page);
        area.resize(width, 700);
        area.show();
    }

    bool open(const QString& run)
    {
        page->setRun(run);
        return QTest::qWaitFor([this] { return page->compareButton()->isVisible(); }, patience);
    }

    bool compare()
    {
        QTest::mouseClick(page->compareButton(), Qt::LeftButton);
        return page->isComparing() &&
               QTest::qWaitFor(
                   [this] { return !page->isComparing() && page->verdictLabel()->isVisible(); },
                   patience);
    }
};

} // namespace

/// The models of a training against each other, in real programs, with a library of the test's own.
class TestComparePage : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path root_;
    int runs_ = 0;

    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }

    /// The folder of an ended training that began from one test model and made another.
    QString makeRun(TestModel before, TestModel after, const std::string& name = "mine")
    {
        const fs::path folder = root_ / ("run" + std::to_string(++runs_));
        const fs::path start = root_ / "models/old.safetensors";
        copyModel(makeTestModel(root_ / "made", before), start, "old");
        copyModel(makeTestModel(root_ / "made", after), folder / (name + ".safetensors"), name);
        TrainingRun run;
        run.settings = TrainingSettings::fineTune();
        run.name = name;
        run.start = start;
        run.startName = "old";
        run.startSha256 = shaOf(start);
        run.validation = {root_ / "photos"};
        if (!writeTrainingRun(folder, run))
            qFatal("no run");
        return QString::fromStdString(folder.string());
    }

private Q_SLOTS:
    void initTestCase()
    {
        root_ = folder_.path().toStdString();
        QCoreApplication::setOrganizationName("autochrome");
        QCoreApplication::setApplicationName("autochrome");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("config"));
        installStyle();
        qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
        fs::create_directories(root_ / "made");
        testing::writeSyntheticPhotos(path("photos"), 4);
        testing::writeSyntheticPhotos(path("rest"), 2);
    }

    // A library with nothing in it but what the test puts there.
    void init()
    {
        setSetting(setting::device, QStringLiteral("cpu"));
        setSetting(setting::model, QString());
        fs::remove_all(root_ / "home");
        qputenv("AUTOCHROME_MODELS", (root_ / "models").c_str());
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "empty").c_str());
    }

    void withoutATraining()
    {
        Shown shown;
        QVERIFY(shown.page->stateLabel()->isVisible());
        QVERIFY(!shown.page->compareButton()->isVisible());
        shown.page->setRun(path("nothing-here"));
        QTest::qWait(200);
        QVERIFY(shown.page->stateLabel()->isVisible());
        QCOMPARE(shown.problems.count(), 0);

        // One that has made no model yet, and one whose description is damaged.
        const QString run = makeRun(TestModel::Coloured, TestModel::Sepia);
        QVERIFY(QFile::remove(run + "/mine.safetensors"));
        shown.page->setRun(run);
        QTRY_VERIFY_WITH_TIMEOUT(shown.page->stateLabel()->text().contains("not kept"), patience);
        QFile damaged(run + "/run.json");
        QVERIFY(damaged.open(QFile::WriteOnly));
        damaged.write("{");
        damaged.close();
        shown.page->setRun(run);
        QTRY_COMPARE_WITH_TIMEOUT(shown.problems.count(), 1, patience);
        QVERIFY(!shown.page->compareButton()->isVisible());
    }

    void startsWithTheTrainingsOwnPhotos()
    {
        Shown shown;
        QVERIFY(shown.open(makeRun(TestModel::Coloured, TestModel::Sepia)));
        ComparePage* page = shown.page;
        QCOMPARE(page->photos()->paths(), QStringList{path("photos")});
        QVERIFY(page->otherPhotos()->paths().isEmpty());
        QVERIFY(page->beforeBox()->currentText().contains("old"));
        QVERIFY(page->beforeBox()->currentText().contains("started"));
        QVERIFY(!page->verdictLabel()->isVisible());
        // It says that the model was chosen on them, as long as they are these.
        QVERIFY(page->noteLabel()->isVisible());
        QVERIFY(page->noteLabel()->text().contains("flatter"));
        page->photos()->add({path("rest")});
        QVERIFY(!page->noteLabel()->isVisible());
        shown.area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.area));
        page->photos()->list()->setFocus();
        page->photos()->list()->selectAll();
        QTest::keyClick(page->photos()->list(), Qt::Key_Delete);
        QVERIFY(page->photos()->paths().isEmpty());
        QVERIFY(!page->compareButton()->isEnabled());
    }

    void takesDroppedFolders()
    {
        Shown shown;
        QVERIFY(shown.open(makeRun(TestModel::Coloured, TestModel::Sepia)));
        PhotoPlaces* others = shown.page->otherPhotos();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path("rest")), QUrl::fromLocalFile(path("rest") + "/")});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(others, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(others, &drop);
        QCOMPARE(others->paths(), QStringList{path("rest")}); // once
    }

    void compares_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("word");
        // Random colours are far worse than a faint one.
        QTest::newRow("better") << int(TestModel::Coloured) << int(TestModel::Sepia)
                                << "better than “old”";
        QTest::newRow("worse") << int(TestModel::Sepia) << int(TestModel::Coloured)
                               << "worse than “old”";
    }

    void compares()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(QString, word);
        const QString run = makeRun(TestModel(before), TestModel(after));
        Shown shown;
        QVERIFY(shown.open(run));
        ComparePage* page = shown.page;
        page->otherPhotos()->setPaths({path("rest")});
        QVERIFY(shown.compare());
        QCOMPARE(shown.problems.count(), 0);
        const QString verdict = page->verdictLabel()->text();
        QVERIFY2(verdict.contains(word), qPrintable(verdict));
        QVERIFY2(verdict.contains("On the other photos"), qPrintable(verdict));
        QVERIFY2(verdict.contains("Photos compared: 2,"), qPrintable(verdict)); // few
        // All, these, the others, and two folders of each.
        QCOMPARE(page->table()->topLevelItemCount(), 7);
        const QTreeWidgetItem* these = page->table()->topLevelItem(1);
        QVERIFY(these->text(ComparisonTable::Name).contains("4"));
        const double was = QLocale().toDouble(these->text(ComparisonTable::Before));
        const double is = QLocale().toDouble(these->text(ComparisonTable::After));
        QCOMPARE(is > was, word.startsWith("better"));
        const GroupChange* change = page->comparison()->group(PhotoGroup::Kind::These);
        QVERIFY(qAbs(was - change->of(Metric::AbPsnr)->before) < 0.006);
        QCOMPARE(page->sheet()->count(), 6);
        QVERIFY(QFile::exists(run + "/comparison/evaluation.html"));
        QVERIFY(!QFile::exists(run + "/comparison.part"));

        // Another page finds what was done before.
        Shown later;
        QVERIFY(later.open(run));
        QTRY_VERIFY_WITH_TIMEOUT(later.page->verdictLabel()->isVisible(), patience);
        QCOMPARE(later.page->verdictLabel()->text(), verdict);
        QScrollBar* bar = later.area.verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(later.page->sheet()->loaded() > 0, patience);
        // The pictures are those of the photos: a strip has four, and the truth is not grey.
        const QRect row = later.page->sheet()->rowRect(0);
        const QImage drawn =
            later.page->sheet()->grab(row).toImage().convertToFormat(QImage::Format_RGB32);
        const int cell = drawn.width() / 4;
        const auto chroma = [&](int column) {
            const QColor colour(drawn.pixel(column * cell + cell / 2, cell / 3));
            return colour.saturation();
        };
        QVERIFY(chroma(0) < 12);
        QVERIFY(chroma(3) > 30);
    }

    // The buttons that were pressed vanish; whoever presses the same key again adopts nothing.
    void aKeyTooManyAdoptsNothing()
    {
        Shown shown;
        QVERIFY(shown.open(makeRun(TestModel::Sepia, TestModel::Coloured)));
        shown.area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.area));
        ComparePage* page = shown.page;
        page->compareButton()->setFocus();
        QTest::keyClick(page->compareButton(), Qt::Key_Space);
        QVERIFY(page->isComparing());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(page->cancelButton()));
        QTRY_VERIFY_WITH_TIMEOUT(!page->isComparing() && page->verdictLabel()->isVisible(),
                                 patience);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(page->compareButton()));

        AdoptionBox* box = page->adoption();
        const QSignalSpy adopted(page, &ComparePage::adopted);
        const QSignalSpy rolledBack(page, &ComparePage::rolledBack);
        box->useButton()->setFocus();
        QTest::keyClick(box->useButton(), Qt::Key_Space); // this one is meant
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(adopted.count(), 1, patience);
        QVERIFY(box->backButton()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::qWait(200);
        QCOMPARE(rolledBack.count(), 0);
        QCOMPARE(defaultModel()->name, std::string("mine"));
    }

    // What was ordered is done, whatever is looked at meanwhile.
    void goesOnWhileAnotherTrainingIsShown()
    {
        const QString run = makeRun(TestModel::Sepia, TestModel::Coloured);
        const QString other = makeRun(TestModel::Sepia, TestModel::Coloured, "other");
        Shown shown;
        QVERIFY(shown.open(run));
        QTest::mouseClick(shown.page->compareButton(), Qt::LeftButton);
        QVERIFY(shown.page->isComparing());
        shown.page->setRun(other);
        QTRY_VERIFY_WITH_TIMEOUT(shown.page->cancelButton()->isVisible(), patience);
        QVERIFY(shown.page->stateLabel()->text().contains(QDir(run).dirName()));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.page->isComparing(), patience);
        QVERIFY(QFile::exists(run + "/comparison/evaluation.html"));
        QVERIFY(!shown.page->verdictLabel()->isVisible()); // it is not of this one
        QVERIFY(!shown.page->stateLabel()->isVisible());
        shown.page->setRun(run);
        QTRY_VERIFY_WITH_TIMEOUT(shown.page->verdictLabel()->isVisible(), patience);
    }

    void canBeStopped()
    {
        const QString run = makeRun(TestModel::Sepia, TestModel::Coloured);
        Shown shown;
        QVERIFY(shown.open(run));
        QTest::mouseClick(shown.page->compareButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shown.page->cancelButton()->isVisible(), patience);
        QTest::qWait(300);
        QTest::mouseClick(shown.page->cancelButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.page->isComparing(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shown.page->compareButton()->isVisible(), patience);
        QCOMPARE(shown.problems.count(), 0);
        QVERIFY(!QFile::exists(run + "/comparison"));
        QVERIFY(!QFile::exists(run + "/comparison.part"));
    }

    void saysWhatWentWrong_data()
    {
        QTest::addColumn<QString>("photos");
        QTest::addColumn<QString>("word");
        QTest::newRow("no such folder") << "nowhere"
                                        << "missing";
        QTest::newRow("nothing to judge by") << "grey"
                                             << "without colour";
    }

    void saysWhatWentWrong()
    {
        QFETCH(QString, photos);
        QFETCH(QString, word);
        QDir(folder_.path()).mkpath("grey");
        cv::imwrite(path("grey/grey.png").toStdString(), cv::Mat(64, 64, CV_8UC3, {90, 90, 90}));
        const QString run = makeRun(TestModel::Sepia, TestModel::Coloured);
        // What was found before stays.
        QDir().mkpath(run + "/comparison");
        Shown shown;
        QVERIFY(shown.open(run));
        shown.page->photos()->setPaths({folder_.filePath(photos)});
        QTest::mouseClick(shown.page->compareButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.problems.count(), 1, patience);
        const QString sentence = shown.problems[0][0].toString();
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY(QFile::exists(run + "/comparison"));
        QVERIFY(shown.page->compareButton()->isVisible());
    }

    void adoptsAndGoesBack()
    {
        Shown shown;
        QVERIFY(shown.open(makeRun(TestModel::Sepia, TestModel::Coloured)));
        AdoptionBox* box = shown.page->adoption();
        QCOMPARE(defaultModel()->name, std::string("old"));
        QSignalSpy adopted(shown.page, &ComparePage::adopted);
        QSignalSpy rolledBack(shown.page, &ComparePage::rolledBack);
        QVERIFY(!box->backButton()->isVisible());
        QTest::mouseClick(box->useButton(), Qt::LeftButton);
        QVERIFY(adopted.wait(patience));
        QCOMPARE(adopted[0][0].toString(), QString("mine"));
        QCOMPARE(defaultModel()->name, std::string("mine"));
        QVERIFY(fs::exists(personsModelFolder() / "mine.safetensors"));
        QTRY_VERIFY(box->backButton()->isVisible());
        QVERIFY(box->backButton()->text().contains("old"));
        QVERIFY(!box->useButton()->isVisible());

        QTest::mouseClick(box->backButton(), Qt::LeftButton);
        QVERIFY(rolledBack.wait(patience));
        QCOMPARE(rolledBack[0][0].toString(), QString("old"));
        QCOMPARE(defaultModel()->name, std::string("old"));
        QTRY_VERIFY(box->useButton()->isVisible());
        QCOMPARE(shown.problems.count(), 0);
    }

    // A model that was chosen by name goes before the default; going back leads to it.
    void adoptsOverAModelChosenByName()
    {
        const QString run = makeRun(TestModel::Sepia, TestModel::Coloured);
        copyModel(root_ / "models/old.safetensors", root_ / "models/chosen.safetensors", "chosen");
        auto file = SafetensorsFile::read(root_ / "models/chosen.safetensors");
        auto tensors = file->tensors();
        std::vector<std::uint8_t> bytes(tensors.begin()->second.bytes.begin(),
                                        tensors.begin()->second.bytes.end());
        bytes[0] ^= 1;
        tensors.begin()->second.bytes = bytes;
        auto metadata = file->metadata();
        metadata["weights_sha256"] = weightsSha256(tensors);
        QVERIFY(writeSafetensors(root_ / "models/zzz.safetensors", tensors, metadata).has_value());
        fs::remove(root_ / "models/chosen.safetensors");
        setSetting(setting::model, QStringLiteral("chosen"));
        Shown shown;
        QVERIFY(shown.open(run));
        QSignalSpy adopted(shown.page, &ComparePage::adopted);
        QSignalSpy rolledBack(shown.page, &ComparePage::rolledBack);
        QTest::mouseClick(shown.page->adoption()->useButton(), Qt::LeftButton);
        QVERIFY(adopted.wait(patience));
        QVERIFY(settingValue(setting::model).isEmpty());
        QCOMPARE(defaultModel()->name, std::string("mine"));
        QTRY_VERIFY(shown.page->adoption()->backButton()->text().contains("chosen"));
        QTest::mouseClick(shown.page->adoption()->backButton(), Qt::LeftButton);
        QVERIFY(rolledBack.wait(patience));
        QCOMPARE(defaultModel()->name, std::string("chosen"));
        fs::remove(root_ / "models/zzz.safetensors");
    }

    void keepsTheOldOne()
    {
        Shown shown;
        QVERIFY(shown.open(makeRun(TestModel::Sepia, TestModel::Coloured)));
        AdoptionBox* box = shown.page->adoption();
        QSignalSpy kept(shown.page, &ComparePage::kept);
        QSignalSpy added(shown.page, &ComparePage::added);
        QTest::mouseClick(box->keepButton(), Qt::LeftButton);
        QCOMPARE(kept.count(), 1);
        QVERIFY(!fs::exists(personsModelFolder()));
        QTest::mouseClick(box->addButton(), Qt::LeftButton);
        QVERIFY(added.wait(patience));
        QCOMPARE(kept.count(), 2);
        QVERIFY(fs::exists(personsModelFolder() / "mine.safetensors"));
        QCOMPARE(defaultModel()->name, std::string("old"));
    }

    // A training that goes on may put another model into its place.
    void doesNotAdoptAnotherModelThanTheOneLookedAt()
    {
        const QString run = makeRun(TestModel::Sepia, TestModel::Coloured);
        Shown shown;
        QVERIFY(shown.open(run));
        copyModel(makeTestModel(root_ / "made", TestModel::Sepia),
                  (run + "/mine.safetensors").toStdString(), "mine");
        QTest::mouseClick(shown.page->adoption()->useButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.problems.count(), 1, patience);
        QVERIFY(!canRollBackDefaultModel());
    }

    // Every control has a name to be heard by, and none makes a narrow panel wider.
    void fitsANarrowPanel()
    {
        Shown shown(380);
        QVERIFY(shown.open(makeRun(TestModel::Sepia, TestModel::Coloured)));
        QVERIFY2(shown.page->minimumSizeHint().width() <= 360,
                 qPrintable(QString::number(shown.page->minimumSizeHint().width())));
        for (const auto* button : shown.page->findChildren<QPushButton*>())
            QVERIFY(!button->text().isEmpty());
        QVERIFY(!shown.page->photos()->list()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestComparePage)
#include "test_compare_page.moc"
