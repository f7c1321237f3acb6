#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/edit/recipe_store.h"
#include "core/models/collection_models.h"
#include "core/models/model_store.h"
#include "core/photo/photo_reader.h"
#include "core/queue/run/batch_runner.h"
#include "tests/support/make_model.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/main_window.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// What one of the ways makes of a photo.
struct Made
{
    cv::Mat pixels;
    QString model;
    QStringList said;
};

QStringList listOf(const std::vector<Message>& sentences)
{
    QStringList list;
    for (const Message& sentence : sentences)
        list << QString::fromStdString(inWords(sentence));
    return list;
}

Made byCommandLine(const fs::path& photo, const fs::path& result)
{
    QProcess program;
    program.start(AUTOCHROME_CLI, {"colorize", "--json", "--device", "cpu", "-o",
                                   QString::fromStdString(result.string()),
                                   QString::fromStdString(photo.string())});
    if (!program.waitForFinished(120000) || program.exitCode() != 0)
        throw std::runtime_error(program.readAllStandardError().toStdString());
    const QJsonObject told =
        QJsonDocument::fromJson(program.readAllStandardOutput().trimmed()).object();
    Made made{readPhoto(result)->pixels, told["model"]["name"].toString(), {}};
    for (const QJsonValue& warning : told["warnings"].toArray())
        made.said << warning.toString();
    return made;
}

Made byQueue(const fs::path& photo, const fs::path& folder)
{
    auto journal = std::make_shared<JournalThread>(Journal::open(folder / "own.sqlite").value());
    BatchSettings settings;
    settings.destination = Destination::Folder;
    settings.folder = folder / "queued";
    const BatchId batch =
        journal->ask([&](Journal& j) { return j.addBatch("batch", settings).value(); }).get();
    const std::vector<NewJob> jobs{{photo, {}, 0, 0}};
    journal->ask([&](Journal& j) { return j.addJobs(batch, jobs).value(); }).get();
    RunSettings how;
    how.device = "cpu";
    if (!BatchRunner(journal, how).run(Progress()))
        throw std::runtime_error("the queue did not run");
    const Job job = journal->ask([](Journal& j) { return j.jobs({}).value(); }).get().at(0);
    if (job.state != JobState::Done)
        throw std::runtime_error(inWords(job.outcome.sentence()));
    return {readPhoto(job.outcome.result)->pixels, QString::fromStdString(job.outcome.model),
            listOf(job.outcome.warnings)};
}

Made byWindow(const fs::path& photo)
{
    const auto window = openWindow({QString::fromStdString(photo.string())});
    const PhotoDocument& document = *window->session()->shown();
    const Rendering& rendering = *document.rendering();
    cv::Mat pixels(rendering.size(), CV_8UC3);
    rendering.rows(8)->read(0, pixels);
    return {pixels, QString::fromStdString(rendering.chroma().modelName),
            listOf(document.notices())};
}

} // namespace

/// Command line, queue and window make the same of a photo, and say the same about it.
class TestOneWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAndSaysTheSame_data()
    {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<bool>("isGone");
        QTest::addColumn<QString>("model");
        QTest::newRow("of no collection") << "beside.png" << false << "test-model";
        QTest::newRow("of a collection") << "album/a.png" << false << "own";
        QTest::newRow("of a collection whose model is gone")
            << "album/a.png" << true << "test-model";
    }

    void makesAndSaysTheSame()
    {
        QFETCH(QString, photo);
        QFETCH(bool, isGone);
        QFETCH(QString, model);
        const WindowFixture fixture;
        const fs::path root = fixture.folder().toStdString();
        fs::create_directories(root / "photos/album");
        const fs::path path = fixture.makePhoto(photo).toStdString();
        const auto own = addToLibrary(makeTestModel(root, TestModel::Sepia), "own");
        QVERIFY(own);
        QVERIFY(setCollectionModel(root / "photos/album", "own"));
        if (isGone)
            fs::remove(*own);

        const Made printed = byCommandLine(path, root / "printed.png");
        const Made queued = byQueue(path, root);
        const Made seen = byWindow(path);
        for (const Made& made : {printed, queued, seen}) {
            QCOMPARE(made.model, model);
            QCOMPARE(made.said.size(), isGone ? 1 : 0);
            QCOMPARE(made.said, printed.said);
            QCOMPARE(made.pixels.size(), printed.pixels.size());
            QCOMPARE(cv::norm(made.pixels, printed.pixels, cv::NORM_INF), 0.0);
        }
        if (isGone)
            QVERIFY2(seen.said[0].contains("“own”") && seen.said[0].contains("album"),
                     qPrintable(seen.said[0]));
    }

    // Whichever of the two places it is kept in.
    void makesTheSameOfWhatIsKept_data()
    {
        QTest::addColumn<bool>("isBeside");
        QTest::newRow("beside the photo") << true;
        QTest::newRow("among the program's data") << false;
    }

    void makesTheSameOfWhatIsKept()
    {
        QFETCH(bool, isBeside);
        const WindowFixture fixture;
        const fs::path root = fixture.folder().toStdString();
        const fs::path path = fixture.makePhoto("turned.png", 96, 64).toStdString();
        Recipe recipe;
        recipe.geometry = {Rotation::ThreeQuarters, Flip::Vertical};
        recipe.finish.strength = 1.6;
        recipe.finish.warmth = -0.4;
        const auto saved = RecipeStore::ofPerson().save(
            {path, 0, sha256OfFile(path).value()}, recipe, {},
            isBeside ? RecipeStore::Place::Beside : RecipeStore::Place::Own);
        QVERIFY(saved);
        QCOMPARE(saved->isBeside, isBeside);
        QCOMPARE(fs::exists(RecipeStore::fileBeside(path)), isBeside);

        const Made seen = byWindow(path);
        QCOMPARE(seen.pixels.size(), cv::Size(64, 96));
        for (const Made& made : {byCommandLine(path, root / "printed.png"), byQueue(path, root)}) {
            QCOMPARE(made.said, QStringList());
            QCOMPARE(made.pixels.size(), seen.pixels.size());
            QCOMPARE(cv::norm(made.pixels, seen.pixels, cv::NORM_INF), 0.0);
        }
    }
};

QTEST_MAIN(TestOneWay)
#include "test_one_way.moc"
