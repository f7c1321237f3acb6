#include "core/models/default_model.h"
#include "core/models/model_library.h"
#include "core/network/model_file.h"
#include "tests/support/make_model.h"
#include "ui/settings/settings.h"
#include "ui/training/compare/adoption_box.h"

#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 60000;

} // namespace

/// A new model, and a program that has never had another than its own.
class TestAdoptionBox : public QObject
{
    Q_OBJECT

    QTemporaryDir made_;
    fs::path new_;
    std::string newSha_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::string shipped_;

private Q_SLOTS:
    void initTestCase()
    {
        new_ = makeTestModel(made_.path().toStdString(), TestModel::Neutral);
        newSha_ = readModelCard(new_)->weightsSha256;
    }

    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        const fs::path root = folder_->path().toStdString();
        QCoreApplication::setOrganizationName("autochrome");
        QCoreApplication::setApplicationName("autochrome");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_->path());
        setSetting(setting::model, QString());
        qunsetenv("AUTOCHROME_MODELS");
        qputenv("XDG_DATA_HOME", (root / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root / "share").c_str());
        fs::create_directories(root / "share/autochrome/models");
        makeTestModel(root / "share/autochrome/models");
        shipped_ = defaultModel()->name;
    }

    void theFirstAdoptionIsUndone()
    {
        AdoptionBox box;
        box.setModel(new_, "mine", newSha_);
        box.setLibrary(readLibraryState());
        box.show();
        QVERIFY(!box.backButton()->isVisible());
        QSignalSpy adopted(&box, &AdoptionBox::adopted);
        QTest::mouseClick(box.useButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(adopted.count(), 1, patience);
        QCOMPARE(defaultModel()->sha256, newSha_);
        QTRY_VERIFY(box.backButton()->isVisible());
        QVERIFY2(box.backButton()->text().contains(QString::fromStdString(shipped_)),
                 qPrintable(box.backButton()->text()));
        QSignalSpy back(&box, &AdoptionBox::rolledBack);
        QTest::mouseClick(box.backButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, patience);
        QCOMPARE(back.at(0).at(0).toString(), QString::fromStdString(shipped_));
        QCOMPARE(defaultModel()->name, shipped_);
        QTRY_VERIFY(box.useButton()->isVisible());
    }

    void addingOnlyAdds()
    {
        AdoptionBox box;
        box.setModel(new_, "mine", newSha_);
        box.setLibrary(readLibraryState());
        box.show();
        QSignalSpy added(&box, &AdoptionBox::added);
        QTest::mouseClick(box.addButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, patience);
        QCOMPARE(defaultModel()->name, shipped_);
        QVERIFY(!box.backButton()->isVisible());
        QVERIFY(box.useButton()->isVisible());
    }
};

QTEST_MAIN(TestAdoptionBox)
#include "test_adoption_box.moc"
