#include "core/edit/sidecar.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

Recipe weak()
{
    Recipe recipe;
    recipe.finish.strength = 0.25;
    recipe.finish.tint = TintHandling::Keep;
    return recipe;
}

std::string sidecarWith(const std::string& fields)
{
    return R"({"sidecar": 1, "recipe": {"version": 1, "strength": 0.25})" + fields + "}";
}

} // namespace

class TestSidecar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "scan.tif";
        QTest::newRow("umlaut") << QStringLiteral("Großmutter.tif");
        QTest::newRow("quotes") << "a \"b\" \\ c.tif";
    }

    void comesBackTheSame()
    {
        QFETCH(QString, name);
        const PhotoMark photo{"/photos/" + name.toStdString(), 3, std::string(64, 'a')};
        const Sidecar sidecar{weak(), photo, 1234567890123};
        const auto read = Sidecar::fromJson(sidecar.toJson());
        QVERIFY(read);
        QCOMPARE(read->recipe, weak());
        QCOMPARE(read->saved, sidecar.saved);
        QCOMPARE(read->photo->path.string(), name.toStdString()); // not the person's folders
        QCOMPARE(read->photo->page, 3);
        QCOMPARE(read->photo->sha256, photo.sha256);
    }

    void namesMayBeAnyBytes()
    {
        const Sidecar sidecar{weak(), PhotoMark{"/a/\xff\xfe.tif", 0, "b"}};
        const auto read = Sidecar::fromJson(sidecar.toJson());
        QVERIFY(read);
        QCOMPARE(read->photo->path.string(), std::string("\xff\xfe.tif"));
    }

    // As it could be written by hand before there were sidecars.
    void takesABareRecipe()
    {
        const auto read = Sidecar::fromJson(weak().toJson());
        QVERIFY(read);
        QCOMPARE(read->recipe, weak());
        QVERIFY(!read->photo);
        QCOMPARE(read->saved, 0);
    }

    void takesWhatItDoesNotKnow()
    {
        const auto read = Sidecar::fromJson(sidecarWith(R"(, "rating": 5)"));
        QVERIFY(read);
        QCOMPARE(read->recipe.finish.strength, 0.25);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<bool>("newer");
        const auto row = [](const char* name, const std::string& json, bool newer = false) {
            QTest::newRow(name) << QString::fromStdString(json) << newer;
        };
        row("empty", "");
        row("cut short", Sidecar{weak()}.toJson().substr(0, 40));
        row("a list", "[1]");
        row("an object of something else", "{}");
        row("version as text", R"({"sidecar": "1", "recipe": {"version": 1}})");
        row("negative version", R"({"sidecar": -1, "recipe": {"version": 1}})");
        row("no recipe", R"({"sidecar": 1})");
        row("recipe as text", R"({"sidecar": 1, "recipe": "strong"})");
        row("recipe out of range", R"({"sidecar": 1, "recipe": {"version": 1, "strength": 9}})");
        row("photo as text", sidecarWith(R"(, "photo": "scan.tif")"));
        row("photo without a checksum", sidecarWith(R"(, "photo": {"name": "a", "page": 0})"));
        row("saved as text", sidecarWith(R"(, "saved": "today")"));
        row("newer", R"({"sidecar": 2})", true);
        row("far newer", R"({"sidecar": 99999999999999, "recipe": {}})", true);
        row("newer recipe", R"({"sidecar": 1, "recipe": {"version": 99}})", true);
        row("newer bare recipe", R"({"version": 99})", true);
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QString, json);
        QFETCH(bool, newer);
        const auto read = Sidecar::fromJson(json.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, newer ? ErrorCode::UnsupportedFormat : ErrorCode::Corrupt);
        QVERIFY(!read.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSidecar)
#include "test_sidecar.moc"
