#include "core/models/default_model.h"
#include "tests/support/make_model.h"
#include "ui/training/models/models_page.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 60000;

} // namespace

/// The page of a person who has had no other model than the program's own.
class TestFirstDefault : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path new_;

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path root = folder_.path().toStdString();
        fs::create_directories(root / "made");
        fs::create_directories(root / "share/autochrome/models");
        new_ = makeTestModel(root / "made", TestModel::Neutral);
        qunsetenv("AUTOCHROME_MODELS");
        qputenv("XDG_DATA_HOME", (root / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root / "share").c_str());
        makeTestModel(root / "share/autochrome/models");
    }

    void importingChangesNothingAndRollBackLeadsHome()
    {
        const std::string shipped = defaultModel()->name;
        ModelsPage page;
        page.show();
        QSignalSpy refreshed(&page, &ModelsPage::refreshed);
        const auto wait = [&] {
            const bool came = !refreshed.isEmpty() || refreshed.wait(patience);
            refreshed.clear();
            return came;
        };
        QVERIFY(wait());
        page.importFiles({QString::fromStdString(new_.native())});
        QVERIFY(wait());
        QCOMPARE(defaultModel()->name, shipped);
        QVERIFY(page.current() && !page.current()->isDefault); // the new one is chosen in the list
        QVERIFY(!page.rollBackButton()->isEnabled());

        QPushButton* use = page.details()->button(ModelDetails::Action::UseByDefault);
        QVERIFY(use->isEnabled());
        QTest::mouseClick(use, Qt::LeftButton);
        QVERIFY(wait());
        QVERIFY(page.current()->isDefault);
        QVERIFY(page.rollBackButton()->isEnabled());
        QTest::mouseClick(page.rollBackButton(), Qt::LeftButton);
        QVERIFY(wait());
        QCOMPARE(defaultModel()->name, shipped);
        QVERIFY(!page.rollBackButton()->isEnabled());
    }
};

QTEST_MAIN(TestFirstDefault)
#include "test_first_default.moc"
