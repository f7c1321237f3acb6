#include "core/models/encoder_store.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/models/model_store.h"
#include "core/network/safetensors.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>
#include <limits>

using namespace autochrome;
namespace fs = std::filesystem;

class TestEncoderStore : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path root_;
    fs::path encoder_; ///< outside of the library

    /// The encoder with its tensors, and names, changed.
    template <class Change>
    fs::path changed(const std::string& name, Change change) const
    {
        const auto file = SafetensorsFile::read(encoder_);
        auto tensors = file->tensors();
        auto metadata = file->metadata();
        std::vector<std::uint8_t> bytes; // of a tensor that `change` makes
        change(tensors, metadata, bytes);
        const fs::path path = root_ / (name + ".safetensors");
        if (!writeSafetensors(path, tensors, metadata))
            qFatal("no encoder");
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        root_ = folder_.path().toStdString();
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        encoder_ = makeTestEncoder(root_);
    }

    void init() { fs::remove_all(root_ / "home"); }

    void liesBesideTheModels()
    {
        QCOMPARE(personsEncoderFolder(), root_ / "home/autochrome/encoders");
        QVERIFY(availableEncoders().empty());
        QVERIFY(!namedEncoder("efficientnet_b0"));
    }

    void addsACopyOfEveryByte()
    {
        const auto added = addEncoder(encoder_);
        QVERIFY2(added.has_value(), added ? "" : inWords(added.error().message).c_str());
        QCOMPARE(added->name, std::string("efficientnet_b0"));
        QCOMPARE(added->path, personsEncoderFolder() / "efficientnet_b0.safetensors");
        QCOMPARE(added->sha256, sha256OfFile(encoder_).value());
        QCOMPARE(sha256OfFile(added->path).value(), added->sha256);
        const auto all = availableEncoders();
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].name, added->name);
        QCOMPARE(all[0].sha256, added->sha256);
        // Nothing half-written lies about: the file and its checksum.
        QCOMPARE(std::distance(fs::directory_iterator(personsEncoderFolder()), {}), 2);
    }

    void addsEachOnce()
    {
        QVERIFY(addEncoder(encoder_, "first"));
        const auto again = addEncoder(encoder_, "second");
        QVERIFY(again);
        QCOMPARE(again->name, std::string("first"));
        QCOMPARE(availableEncoders().size(), std::size_t(1));
    }

    void numbersANameThatIsTaken()
    {
        QVERIFY(addEncoder(encoder_, "mine"));
        const auto second = addEncoder(makeTestEncoder(root_, "other", 4), "mine");
        QVERIFY(second);
        QCOMPARE(second->name, std::string("mine-2"));
        QCOMPARE(availableEncoders().size(), std::size_t(2));
        QVERIFY(namedEncoder("mine")->sha256 != namedEncoder("mine-2")->sha256);
    }

    void namesNoFolders()
    {
        const auto added = addEncoder(encoder_, "../../up");
        QVERIFY(added);
        QCOMPARE(added->path.parent_path(), personsEncoderFolder());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << "missing"
                                 << "“features.3.0.block.1.0.weight” is missing";
        QTest::newRow("shape") << "shape"
                               << "“features.0.0.weight” has another shape";
        // EfficientNet-B1 has all of B0, and a second block in each stage.
        QTest::newRow("larger sister") << "b1"
                                       << "“features.1.1.block.0.0.weight” is unknown";
        QTest::newRow("not finite") << "nan"
                                    << "not all finite numbers";
        QTest::newRow("model") << "model"
                               << "a whole model, not an encoder";
        QTest::newRow("PyTorch's own") << "pickle"
                                       << "only safetensors";
        QTest::newRow("cut short") << "cut"
                                   << "not a complete";
        QTest::newRow("gone") << "gone"
                              << "There is no encoder file";
    }

    void refuses()
    {
        QFETCH(QString, how);
        QFETCH(QString, reason);
        fs::path file = root_ / "wrong.safetensors";
        if (how == "model") {
            file = makeTestModel(root_);
        } else if (how == "pickle") {
            file = root_ / "efficientnet_b0.pth";
            std::ofstream(file, std::ios::binary) << "PK\3\4archive/data.pkl";
        } else if (how == "cut") {
            fs::copy_file(encoder_, file, fs::copy_options::overwrite_existing);
            fs::resize_file(file, fs::file_size(file) / 2);
        } else if (how == "gone") {
            file = root_ / "nowhere.safetensors";
        } else {
            file = changed("wrong", [&](auto& tensors, auto&, auto& bytes) {
                TensorView& first = tensors.at("features.0.0.weight");
                if (how == "missing") {
                    tensors.erase("features.3.0.block.1.0.weight");
                } else if (how == "shape") {
                    std::swap(first.shape[0], first.shape[1]);
                } else if (how == "b1") {
                    tensors["features.1.1.block.0.0.weight"] =
                        tensors.at("features.1.0.block.0.0.weight");
                } else {
                    bytes.assign(first.bytes.begin(), first.bytes.end());
                    const float nothing = std::numeric_limits<float>::quiet_NaN();
                    std::memcpy(bytes.data(), &nothing, sizeof nothing);
                    first.bytes = bytes;
                }
            });
        }
        const auto added = addEncoder(file);
        QVERIFY(!added);
        const QString sentence = QString::fromStdString(inWords(added.error().message));
        QVERIFY2(sentence.contains(reason), qPrintable(sentence));
        QVERIFY2(sentence.contains(QString::fromStdString(file.string())), qPrintable(sentence));
        QCOMPARE(added.error().code, how == "gone" ? ErrorCode::NotFound : ErrorCode::ModelInvalid);
        QVERIFY(availableEncoders().empty());
        QVERIFY(!fs::exists(personsEncoderFolder()));
    }

    void isNoModel()
    {
        const auto added = addToLibrary(encoder_);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::ModelInvalid);
        QVERIFY(inWords(added.error().message).find("encoder") != std::string::npos);
    }

    void findsDamage()
    {
        const auto added = addEncoder(encoder_);
        QVERIFY(verifyEncoder(added->path));
        // One bit of one weight: only the checksum tells.
        std::fstream file(added->path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(-64, std::ios::end);
        const char before = char(file.get());
        file.seekp(-64, std::ios::end);
        file.put(char(before ^ 1));
        file.close();
        const auto verified = verifyEncoder(added->path);
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, ErrorCode::ModelInvalid);
        QVERIFY(inWords(verified.error().message).find("checksum") != std::string::npos);
    }

    void reckonsAMissingChecksum()
    {
        const auto added = addEncoder(encoder_);
        fs::remove(fs::path(added->path) += ".sha256");
        QCOMPARE(availableEncoders().at(0).sha256, added->sha256);
        std::ofstream(fs::path(added->path) += ".sha256") << "nonsense\n";
        QCOMPARE(availableEncoders().at(0).sha256, added->sha256);
    }

    void exportsAndRemoves()
    {
        QVERIFY(addEncoder(encoder_, "mine"));
        fs::create_directories(root_ / "out");
        const auto out = exportEncoder("mine", root_ / "out");
        QVERIFY2(out.has_value(), out ? "" : inWords(out.error().message).c_str());
        QCOMPARE(*out, root_ / "out/mine.safetensors");
        QCOMPARE(sha256OfFile(*out).value(), sha256OfFile(encoder_).value());
        QCOMPARE(exportEncoder("mine", *out).error().code, ErrorCode::TargetExists);
        QCOMPARE(exportEncoder("nobody", *out).error().code, ErrorCode::ModelMissing);
        QCOMPARE(exportEncoder("mine", "/proc/x.safetensors").error().code, ErrorCode::WriteFailed);
        QVERIFY(removeEncoder("mine"));
        QVERIFY(fs::is_empty(personsEncoderFolder()));
        QCOMPARE(removeEncoder("mine").error().code, ErrorCode::ModelMissing);
    }
};

QTEST_GUILESS_MAIN(TestEncoderStore)
#include "test_encoder_store.moc"
