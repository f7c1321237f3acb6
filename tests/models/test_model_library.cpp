#include "core/models/model_library.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/models/default_model.h"
#include "core/models/model_store.h"
#include "core/network/model_check.h"
#include "core/network/model_metadata.h"
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

    /// The test model with one bit of a weight changed.
    fs::path otherModel() const
    {
        const auto file = SafetensorsFile::read(model_);
        auto tensors = file->tensors();
        TensorView& first = tensors.begin()->second;
        std::vector<std::uint8_t> bytes(first.bytes.begin(), first.bytes.end());
        bytes[0] ^= 1;
        first.bytes = bytes;
        auto metadata = file->metadata();
        metadata["weights_sha256"] = weightsSha256(tensors);
        const fs::path path = root_ / "empty/other.safetensors";
        if (!writeSafetensors(path, tensors, metadata))
            qFatal("no model");
        return path;
    }

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
        QCOMPARE(inWords(models[0].summary), std::string("random weights"));
    }

    void tellsHowTheShippedModelWasMade()
    {
        const auto models = modelsIn({AUTOCHROME_RESOURCES "/models"});
        QVERIFY(!models.empty());
        const QString summary = QString::fromStdString(inWords(models[0].summary));
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
        QCOMPARE(findModel(verifyModel(model_)->sha256).value(), model_);
    }

    void addsCopies()
    {
        const fs::path own = root_ / "home/autochrome/models";
        fs::remove_all(own);
        QCOMPARE(personsModelFolder(), own);
        const fs::path file = makeTestModel(root_ / "empty", TestModel::Neutral);
        const auto added = addToLibrary(file, "album/1");
        QVERIFY2(added.has_value(), added ? "" : inWords(added.error().message).c_str());
        QCOMPARE(*added, own / "album_1.safetensors");
        const auto models = modelsIn({own});
        QCOMPARE(models.size(), std::size_t(1));
        QCOMPARE(models[0].name, std::string("album/1"));
        QCOMPARE(models[0].sha256, verifyModel(file)->sha256);
        QCOMPARE(addToLibrary(file).value(), *added);   // the same weights, once
        QCOMPARE(addToLibrary(model_).value(), model_); // known from elsewhere
        QCOMPARE(findModel("album/1").value(), *added);

        // Another model of a name that is taken gets a number.
        const fs::path other = otherModel();
        const auto second = addToLibrary(other, "album/1");
        QVERIFY2(second.has_value(), second ? "" : inWords(second.error().message).c_str());
        QCOMPARE(*second, own / "album_1-2.safetensors");
        QCOMPARE(verifyModel(*second)->name, std::string("album/1-2"));
        QVERIFY(removeFromLibrary("album/1-2"));
        QVERIFY(removeFromLibrary("album/1"));
        QVERIFY(fs::is_empty(own));
        QCOMPARE(removeFromLibrary("album/1").error().code, ErrorCode::ModelMissing);
        QCOMPARE(removeFromLibrary("test-model").error().code, ErrorCode::Usage);
        fs::remove(other);
        fs::remove(file);
    }

    void refusesWhatIsNoModel_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("architecture") << QByteArray("architecture") << QByteArray("autochrome-x")
                                      << QByteArray("another architecture, “autochrome-x”");
        QTest::newRow("version") << QByteArray("format_version") << QByteArray("7")
                                 << QByteArray("format 7; this version reads format 1");
        QTest::newRow("checksum") << QByteArray("weights_sha256") << QByteArray("00")
                                  << QByteArray("checksum is wrong");
        QTest::newRow("checkpoint") << QByteArray("checkpoint") << QByteArray("{}")
                                    << QByteArray("checkpoint of a training");
        QTest::newRow("photos") << QByteArray("kind") << QByteArray("autochrome-photos")
                                << QByteArray("photos to train on");
    }

    void refusesWhatIsNoModel()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, sentence);
        const auto file = SafetensorsFile::read(model_);
        auto metadata = file->metadata();
        metadata[key.toStdString()] = value.toStdString();
        const fs::path wrong = root_ / "empty/wrong.safetensors";
        QVERIFY(writeSafetensors(wrong, file->tensors(), metadata));
        const auto added = addToLibrary(wrong);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::ModelInvalid);
        QVERIFY2(inWords(added.error().message).find(sentence.toStdString()) != std::string::npos,
                 inWords(added.error().message).c_str());
        QVERIFY(!verifyModel(wrong));
        fs::remove(wrong);
    }

    void knowsAnEncoder()
    {
        const std::vector<std::uint8_t> bytes(4);
        const std::map<std::string, TensorView> tensors{
            {"features.0.0.weight", {TensorType::F32, {1}, bytes}},
            {"features.7.0.block.0.0.weight", {TensorType::F32, {1}, bytes}}};
        const fs::path encoder = root_ / "empty/efficientnet_b0.safetensors";
        QVERIFY(writeSafetensors(encoder, tensors, {}));
        QVERIFY(isEncoderFile(encoder));
        QVERIFY(!isEncoderFile(model_));
        const auto added = addToLibrary(encoder);
        QVERIFY(!added && inWords(added.error().message).find("encoder") != std::string::npos);
        fs::remove(encoder);
    }

    void findsDamage()
    {
        QVERIFY(verifyModel(model_));
        // As sha256sum writes it.
        const fs::path sidecar = fs::path(model_) += ".sha256";
        std::ofstream(sidecar) << sha256OfFile(model_).value() << "  model.safetensors\n";
        QVERIFY(verifyModel(model_));
        std::ofstream(sidecar) << std::string(64, '0') << "  model.safetensors\n";
        QCOMPARE(verifyModel(model_).error().code, ErrorCode::ModelInvalid);
        fs::remove(sidecar);

        // Weights that are no numbers, whose checksum is right.
        const fs::path wrong = makeTestModel(root_ / "empty", TestModel::NotFinite);
        const auto verified = verifyModel(wrong);
        QVERIFY(!verified && inWords(verified.error().message).find("finite") != std::string::npos);
        fs::remove(wrong);
        QCOMPARE(verifyModel(root_ / "gone").error().code, ErrorCode::NotFound);
    }

    void exports()
    {
        const auto out = exportModel("test-model", root_ / "empty");
        QVERIFY2(out.has_value(), out ? "" : inWords(out.error().message).c_str());
        QCOMPARE(*out, root_ / "empty/test-model.safetensors");
        QVERIFY(verifyModel(*out));
        QCOMPARE(exportModel("test-model", *out).error().code, ErrorCode::TargetExists);
        QCOMPARE(exportModel("nobody", *out).error().code, ErrorCode::ModelMissing);
        QCOMPARE(exportModel("test-model", "/proc/x.safetensors").error().code,
                 ErrorCode::WriteFailed);
        fs::remove(*out);
    }

    void remembersTheDefaults()
    {
        const fs::path other = makeTestModel(root_ / "empty", TestModel::Neutral);
        QVERIFY(addToLibrary(other, "second"));
        fs::remove(other);
        const auto now = [] { return defaultModel()->name; };
        QCOMPARE(now(), std::string("test-model"));
        QVERIFY(!canRollBackDefaultModel());
        QCOMPARE(rollBackDefaultModel().error().code, ErrorCode::Usage);
        QCOMPARE(setDefaultModel("nobody").error().code, ErrorCode::ModelMissing);
        QVERIFY(setDefaultModel("second"));
        QCOMPARE(now(), std::string("second"));
        QCOMPARE(findModel("").value().filename(), fs::path("second.safetensors"));
        QCOMPARE(availableModels().front().name, std::string("second"));
        QVERIFY(setDefaultModel("test-model"));
        QVERIFY(setDefaultModel("test-model")); // once more changes nothing
        QCOMPARE(rollBackDefaultModel()->name, std::string("second"));
        QCOMPARE(rollBackDefaultModel()->name, std::string("test-model"));
        QVERIFY(!canRollBackDefaultModel());

        // A default that is removed, or a file that is damaged, leaves the natural one.
        QVERIFY(setDefaultModel("second"));
        QVERIFY(removeFromLibrary("second"));
        QCOMPARE(now(), std::string("test-model"));
        QVERIFY(!canRollBackDefaultModel());
        std::ofstream(root_ / "home/autochrome/default-model.json") << "{\"history\": [1, {";
        QCOMPARE(now(), std::string("test-model"));
        QVERIFY(setDefaultModel("test-model"));
    }

    void saysWhatIsMissing()
    {
        const auto unnamed = findModel("no-such-model");
        QVERIFY(!unnamed);
        QCOMPARE(unnamed.error().code, ErrorCode::ModelMissing);
        QVERIFY(inWords(unnamed.error().message).find("no-such-model") != std::string::npos);
        const auto path = findModel((root_ / "gone.safetensors").string());
        QVERIFY(!path);
        QCOMPARE(path.error().code, ErrorCode::ModelMissing);
        QVERIFY(modelsIn({root_ / "empty"}).empty());
    }
};

QTEST_GUILESS_MAIN(TestModelLibrary)
#include "test_model_library.moc"
