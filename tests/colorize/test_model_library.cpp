#include "core/colorize/model_library.h"

#include "tests/support/make_model.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <filesystem>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;

class TestModelLibrary : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path root_;
    fs::path model_;

private Q_SLOTS:
    void initTestCase()
    {
        root_ = folder_.path().toStdString();
        fs::create_directories(root_ / "models");
        fs::create_directories(root_ / "home/autochrome/models");
        fs::create_directories(root_ / "empty");
        model_ = makeTestModel(root_ / "models");
    }

    void init()
    {
        qputenv("AUTOCHROME_MODELS", (root_ / "models").c_str());
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "empty").c_str());
    }

    void looksInTheFoldersInOrder()
    {
        const auto folders = modelFolders();
        QVERIFY(folders.size() >= 4);
        QCOMPARE(folders[0], root_ / "models");
        QCOMPARE(folders[1], root_ / "home/autochrome/models");
        QVERIFY(std::find(folders.begin(), folders.end(), root_ / "empty/autochrome/models") !=
                folders.end());
    }

    void listsEachModelOnce()
    {
        fs::copy_file(model_, root_ / "home/autochrome/models/copy.safetensors",
                      fs::copy_options::overwrite_existing);
        std::ofstream(root_ / "models/broken.safetensors") << "not a model";
        std::ofstream(root_ / "models/readme.txt") << "nor this";
        const auto models = modelsIn(
            {root_ / "models", root_ / "home/autochrome/models", root_ / "does-not-exist"});
        QCOMPARE(models.size(), std::size_t(1));
        QCOMPARE(models[0].path, model_);
        QCOMPARE(models[0].name, std::string("test-model"));
        QCOMPARE(models[0].sha256.size(), std::size_t(64));
        QCOMPARE(models[0].summary, std::string("random weights"));
    }

    void tellsHowTheShippedModelWasMade()
    {
        const auto models = modelsIn({AUTOCHROME_RESOURCES "/models"});
        QVERIFY(!models.empty());
        const QString summary = QString::fromStdString(models[0].summary);
        const QRegularExpression sentence(
            "Trained on \\d{3,} photos\\. On \\d{2,} photos that it had "
            "not seen: \\d+\\.\\d\\d dB .* \\d+ % of grey's\\.");
        QVERIFY2(sentence.match(summary).hasMatch(), qPrintable(summary));
    }

    void findsByNamePathOrDefault()
    {
        QCOMPARE(findModel("").value(), model_);
        QCOMPARE(findModel("test-model").value(), model_);
        QCOMPARE(findModel(model_.stem().string()).value(), model_);
        QCOMPARE(findModel(model_.string()).value(), model_);
    }

    void saysWhatIsMissing()
    {
        const auto unnamed = findModel("no-such-model");
        QVERIFY(!unnamed);
        QCOMPARE(unnamed.error().code, ErrorCode::ModelMissing);
        QVERIFY(unnamed.error().userText.find("no-such-model") != std::string::npos);
        const auto path = findModel((root_ / "gone.safetensors").string());
        QVERIFY(!path);
        QCOMPARE(path.error().code, ErrorCode::ModelMissing);
        QVERIFY(modelsIn({root_ / "empty"}).empty());
    }
};

QTEST_GUILESS_MAIN(TestModelLibrary)
#include "test_model_library.moc"
