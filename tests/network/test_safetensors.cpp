#include "core/base/text.h"
#include "core/network/safetensors.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

using namespace autochrome;

namespace {

/// A file with the given header text and `dataSize` bytes counting up from 0.
std::vector<std::uint8_t> fileOf(const std::string& header, std::size_t dataSize)
{
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 8; ++i)
        bytes.push_back(std::uint8_t(std::uint64_t(header.size()) >> (8 * i)));
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (std::size_t i = 0; i < dataSize; ++i)
        bytes.push_back(std::uint8_t(i));
    return bytes;
}

const std::string goodHeader =
    R"({"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
    R"("b":{"dtype":"U8","shape":[],"data_offsets":[8,9]}})";

} // namespace

class TestSafetensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFormatAllows()
    {
        const auto file = SafetensorsFile::parse(fileOf(goodHeader, 9), "good");
        QVERIFY(file.has_value());
        QCOMPARE(file->metadata().at("k"), std::string("v"));
        const TensorView& a = file->tensors().at("a");
        QCOMPARE(a.shape, std::vector<std::int64_t>{2});
        QCOMPARE(a.bytes.size(), std::size_t(8));
        QCOMPARE(a.bytes[7], std::uint8_t(7));
        QCOMPARE(file->tensors().at("b").bytes[0], std::uint8_t(8));
    }

    void refusesDamage_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("dataSize");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* header, int size, const char* reason) {
            QTest::newRow(name) << QByteArray(header) << size << QByteArray(reason);
        };
        row("cut short", goodHeader.c_str(), 8, "outside");
        row("too long", goodHeader.c_str(), 10, "beyond");
        row("not JSON", "{", 0, "parse");
        row("array", "[]", 0, "not an object");
        row("deep", "{\"a\":[[[[[[[[[]]]]]]]]]}", 0, "deep");
        row("overlap",
            R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},)"
            R"("b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}})",
            6, "overlap");
        row("hole",
            R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},)"
            R"("b":{"dtype":"U8","shape":[2],"data_offsets":[4,6]}})",
            6, "hole");
        row("backwards", R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[2,0]}})", 2, "outside");
        row("shape mismatch", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8,
            "shape");
        row("shape overflow",
            R"({"a":{"dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,0]}})", 0,
            "shape");
        row("negative", R"({"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}})", 1,
            "dimension");
        row("fraction", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1.0]}})", 1, "kind");
        row("unknown type", R"({"a":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}})", 1, "F8");
        row("metadata not text", R"({"__metadata__":{"a":1}})", 0, "not a string");
        row("no offsets", R"({"a":{"dtype":"U8","shape":[1]}})", 1, "missing");
    }

    void refusesDamage()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, dataSize);
        QFETCH(QByteArray, reason);
        const auto file = SafetensorsFile::parse(
            fileOf(header.toStdString(), std::size_t(dataSize)), "bad.safetensors");
        QVERIFY(!file.has_value());
        QCOMPARE(int(file.error().code), int(ErrorCode::ModelInvalid));
        QVERIFY(
            QByteArray::fromStdString(inWords(file.error().message)).contains("bad.safetensors"));
        QVERIFY2(QByteArray::fromStdString(file.error().detail).contains(reason),
                 file.error().detail.c_str());
    }

    void refusesEveryTruncation()
    {
        const auto whole = fileOf(goodHeader, 9);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto file =
                SafetensorsFile::parse({whole.begin(), whole.begin() + long(size)}, "cut");
            QVERIFY2(!file.has_value(), qPrintable(QString::number(size)));
        }
    }

    void refusesHeaderLengthBeyondTheFile()
    {
        std::vector<std::uint8_t> bytes(16, 0xff);
        QVERIFY(!SafetensorsFile::parse(bytes, "x").has_value());
    }

    void roundTrip()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("t.safetensors").toStdString();
        const std::vector<std::uint8_t> bytes{1, 2, 3, 4, 5, 6};
        const std::map<std::string, TensorView> tensors{{"x", {TensorType::F16, {3, 1}, bytes}},
                                                        {"empty", {TensorType::F32, {0}, {}}}};
        QVERIFY(writeSafetensors(path, tensors, {{"name", "Ångström"}}).has_value());
        const auto file = SafetensorsFile::read(path);
        QVERIFY(file.has_value());
        QCOMPARE(file->metadata().at("name"), std::string("Ångström"));
        QVERIFY(std::ranges::equal(file->tensors().at("x").bytes, bytes));
        QCOMPARE(file->tensors().at("empty").bytes.size(), std::size_t(0));
        // Nothing but the file itself is left in the folder.
        QCOMPARE(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}),
                 std::ptrdiff_t(1));
    }

    void writingWhereNothingCanBeWritten()
    {
        const auto written = writeSafetensors("/proc/none/t.safetensors", {}, {});
        QVERIFY(!written.has_value());
        QCOMPARE(int(written.error().code), int(ErrorCode::WriteFailed));
    }

    void missingFile()
    {
        const auto file = SafetensorsFile::read("/nonexistent/m.safetensors");
        QVERIFY(!file.has_value());
        QCOMPARE(int(file.error().code), int(ErrorCode::NotFound));
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
