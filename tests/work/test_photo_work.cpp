#include "core/work/photo_work.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <fstream>
#include <new>
#include <opencv2/imgcodecs.hpp>
#include <stdexcept>

using namespace autochrome;
namespace fs = std::filesystem;
using Status = PhotoOutcome::Status;

/// The one way of a photo.
class TestPhotoWork : public QObject
{
    Q_OBJECT

    QTemporaryDir models_;
    std::unique_ptr<QTemporaryDir> folder_;
    ChosenColorizer chosen_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    fs::path written(const std::string& name, int type) const
    {
        cv::Mat picture(48, 64, type);
        for (int y = 0; y < picture.rows; ++y)
            for (int x = 0; x < picture.cols; ++x) {
                if (type == CV_8UC1)
                    picture.at<uchar>(y, x) = uchar(3 * x + y);
                else
                    picture.at<cv::Vec3b>(y, x) =
                        x < 32 ? cv::Vec3b(220, 60, 20) : cv::Vec3b(20, 200, 60);
            }
        cv::imwrite(at(name).native(), picture);
        return at(name);
    }

    fs::path grey(const std::string& name = "grey.png") const { return written(name, CV_8UC1); }

    static Recipe recipe()
    {
        Recipe recipe;
        recipe.colour.size = 128;
        return recipe;
    }

    /// A photo that has been read and follows recipe().
    static PhotoWork readWork(const fs::path& photo)
    {
        PhotoWork work(photo);
        work.follow(recipe());
        if (!work.read(Progress()))
            throw std::runtime_error(inWords(work.outcome().sentence()));
        return work;
    }

    static WriteOptions png(Overwrite overwrite = Overwrite::Rename)
    {
        WriteOptions options;
        options.format = FileFormat::Png;
        options.overwrite = overwrite;
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path model = makeTestModel(models_.path().toStdString());
        chosen_.colorizer = Colorizer::open(model.string(), "cpu").value();
    }

    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void goesTheWholeWay()
    {
        const fs::path photo = grey();
        const std::string before = sha256OfFile(photo).value();
        PhotoWork work = readWork(photo);
        QVERIFY(work.judge({.ownResults = true, .coloured = true}));
        QVERIFY(work.colour(chosen_, Progress()));
        QVERIFY(work.write(at("result.png"), png(), Progress()));
        const PhotoOutcome& outcome = work.outcome();
        QCOMPARE(outcome.status, Status::Done);
        QVERIFY(outcome.sentence().isEmpty());
        QCOMPARE(outcome.source.path, photo);
        QCOMPARE(outcome.sourceSha256, before);
        QCOMPARE(outcome.sourceFormat, FileFormat::Png);
        QCOMPARE(cv::Size(outcome.width, outcome.height), cv::Size(64, 48));
        QCOMPARE(outcome.channels, 1);
        QCOMPARE(outcome.bitDepth, 8);
        QCOMPARE(outcome.model, std::string("test-model"));
        QCOMPARE(outcome.networkSize, 128);
        QCOMPARE(Recipe::fromJson(outcome.recipe).value(), recipe());
        QVERIFY(!outcome.stages.empty());
        QCOMPARE(outcome.result, at("result.png"));
        QCOMPARE(outcome.resultSha256, sha256OfFile(at("result.png")).value());
        QVERIFY(outcome.lightness && outcome.lightness->greatest <= 0.5);
        QVERIFY(outcome.seconds.read > 0 && outcome.seconds.colour > 0 &&
                outcome.seconds.write > 0);
        QCOMPARE(sha256OfFile(photo).value(), before);

        // The same pixels as those of a photo that is looked at.
        PhotoWork shown(photo);
        QVERIFY(shown.read(Progress()));
        const auto restoration = shown.takeRestoration();
        const auto rendering = coloured(*restoration, recipe(), chosen_).value().rendering;
        cv::Mat rows(rendering.size(), CV_8UC3);
        rendering.rows(8)->read(0, rows);
        QCOMPARE(cv::norm(rows, readPhoto(at("result.png"))->pixels, cv::NORM_INF), 0.0);
    }

    void judges_data()
    {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<bool>("ownResults");
        QTest::addColumn<bool>("coloured");
        QTest::addColumn<QString>("says"); // empty: it goes on
        QTest::newRow("grey") << "grey.png" << true << true << "";
        QTest::newRow("in colour") << "colour.png" << true << true << "has colours already";
        QTest::newRow("in colour, wanted") << "colour.png" << true << false << "";
        QTest::newRow("a result") << "result.png" << true << false << "already a colourised result";
        QTest::newRow("a result, wanted") << "result.png" << false << false << "";
    }

    void judges()
    {
        QFETCH(QString, photo);
        QFETCH(bool, ownResults);
        QFETCH(bool, coloured);
        QFETCH(QString, says);
        grey();
        written("colour.png", CV_8UC3);
        PhotoWork made = readWork(at("grey.png"));
        QVERIFY(made.colour(chosen_, Progress()));
        QVERIFY(made.write(at("result.png"), png(), Progress()));

        PhotoWork work(at(photo.toStdString()));
        QVERIFY(work.read(Progress()));
        QCOMPARE(work.judge({.ownResults = ownResults, .coloured = coloured}), says.isEmpty());
        if (says.isEmpty())
            return;
        QCOMPARE(work.outcome().status, Status::Skipped);
        const QString sentence = QString::fromStdString(inWords(work.outcome().sentence()));
        QVERIFY2(sentence.contains(says) && sentence.contains(photo), qPrintable(sentence));
    }

    void saysWhyItCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: there is no file
        QTest::addColumn<int>("code");
        QTest::newRow("gone") << QByteArray() << int(ErrorCode::NotFound);
        QTest::newRow("no photo") << QByteArray("no photo") << int(ErrorCode::UnsupportedFormat);
        QTest::newRow("damaged") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)
                                 << int(ErrorCode::Corrupt);
    }

    void saysWhyItCannotBeRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        if (!content.isNull())
            std::ofstream(at("photo.png")) << content.toStdString();
        PhotoWork work(at("photo.png"));
        QVERIFY(!work.read(Progress()));
        QCOMPARE(work.outcome().status, Status::Failed);
        QCOMPARE(int(work.outcome().error->code), code);
        QVERIFY(inWords(work.outcome().sentence()).find("photo") != std::string::npos);
    }

    void followsTheSettingsThatAreKept_data()
    {
        QTest::addColumn<QByteArray>("kept"); // null: nothing is
        QTest::addColumn<bool>("first");
        QTest::addColumn<double>("strength"); // negative: it fails
        QTest::newRow("none") << QByteArray() << true << 1.5;
        QTest::newRow("its own") << QByteArray(R"({"version": 1, "strength": 0.5})") << true << 0.5;
        QTest::newRow("its own, not wanted")
            << QByteArray(R"({"version": 1, "strength": 0.5})") << false << 1.5;
        QTest::newRow("damaged") << QByteArray("{") << true << -1.0;
        QTest::newRow("damaged, not wanted") << QByteArray("{") << false << 1.5;
        QTest::newRow("of a newer program") << QByteArray(R"({"version": 99})") << true << -1.0;
    }

    void followsTheSettingsThatAreKept()
    {
        QFETCH(QByteArray, kept);
        QFETCH(bool, first);
        QFETCH(double, strength);
        PhotoWork work(grey());
        if (!kept.isNull())
            std::ofstream(RecipeStore::fileBeside(at("grey.png"))) << kept.toStdString();
        QVERIFY(work.read(Progress()));
        RecipeOrder order;
        order.recipe.finish.strength = 1.5;
        order.keptFirst = first;
        QCOMPARE(work.follow(order), strength >= 0);
        if (strength < 0) {
            QCOMPARE(work.outcome().status, Status::Failed);
            QVERIFY(inWords(work.outcome().sentence()).find("grey.png") != std::string::npos);
            return;
        }
        QCOMPARE(Recipe::fromJson(work.outcome().recipe)->finish.strength, strength);
    }

    void tellsTheHeaderBeforeItDecodes()
    {
        PhotoWork work(grey());
        int width = 0;
        QVERIFY(work.read(Progress(), [&](const PhotoHeader& header) {
            width = header.width;
            QVERIFY(work.outcome().sourceSha256.empty());
        }));
        QCOMPARE(width, 64);
    }

    void tellsOfTheModelThatIsGone()
    {
        PhotoWork work = readWork(grey());
        QVERIFY(work.colour({chosen_.colorizer, "Its model is gone."}, Progress()));
        QCOMPARE(inWords(work.outcome().warnings), std::vector<std::string>{"Its model is gone."});
    }

    void anotherNameIsTriedAfterAFailure()
    {
        PhotoWork work = readWork(grey());
        QVERIFY(work.colour(chosen_, Progress()));
        std::ofstream(at("taken.png")) << "somebody else's";
        const auto taken = work.write(at("taken.png"), png(Overwrite::Skip), Progress());
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::TargetExists);
        QVERIFY(!work.write(at("nowhere/result.png"), png(), Progress()));
        QVERIFY(work.write(at("free.png"), png(Overwrite::Skip), Progress()));
        QCOMPARE(work.outcome().status, Status::Done);
        QCOMPARE(work.outcome().result, at("free.png"));
    }

    void aStopIsHowItEnds()
    {
        Progress stopped;
        stopped.cancel();
        PhotoWork read(grey());
        QVERIFY(!read.read(stopped));
        QCOMPARE(read.outcome().status, Status::Cancelled);
        PhotoWork coloured = readWork(grey());
        QVERIFY(!coloured.colour(chosen_, stopped));
        QCOMPARE(coloured.outcome().status, Status::Cancelled);
        PhotoWork guarded(grey());
        bool ran = false;
        QVERIFY(!guarded.guarded(stopped, [&] { return ran = true; }));
        QVERIFY(!ran);
        QVERIFY(inWords(guarded.outcome().sentence()).find("grey") != std::string::npos);
    }

    void whatIsThrownIsHowItEnds_data()
    {
        QTest::addColumn<int>("thrown");
        QTest::addColumn<int>("code");
        QTest::newRow("no memory") << 0 << int(ErrorCode::OutOfMemory);
        QTest::newRow("a fault") << 1 << int(ErrorCode::Internal);
        QTest::newRow("no exception at all") << 2 << int(ErrorCode::Internal);
    }

    void whatIsThrownIsHowItEnds()
    {
        QFETCH(int, thrown);
        QFETCH(int, code);
        PhotoWork work(grey());
        QVERIFY(work.read(Progress()));
        QVERIFY(!work.guarded(Progress(), [&]() -> bool {
            if (thrown == 0)
                throw std::bad_alloc();
            if (thrown == 1)
                throw std::runtime_error("why");
            throw thrown;
        }));
        QCOMPARE(work.outcome().status, Status::Failed);
        QCOMPARE(int(work.outcome().error->code), code);
        QVERIFY(inWords(work.outcome().sentence()).find("grey.png") != std::string::npos);
    }

    void passesOverWhatIsThere()
    {
        PhotoWork made = readWork(grey());
        QVERIFY(made.colour(chosen_, Progress()));
        QVERIFY(made.write(at("result.png"), png(), Progress()));
        std::ofstream(at("other.png")) << "somebody else's";

        PhotoWork done(at("grey.png"), "album/grey.png");
        QVERIFY(!done.skipFound(at("result.png")));
        QCOMPARE(done.outcome().status, Status::Skipped);
        QCOMPARE(done.outcome().result, at("result.png"));
        QVERIFY(inWords(done.outcome().sentence()).starts_with("“album/grey.png” was done before"));
        PhotoWork taken(at("grey.png"));
        QVERIFY(!taken.skipFound(at("other.png")));
        QVERIFY(inWords(taken.outcome().sentence()).find("exists already") != std::string::npos);
    }

    void itsSentenceNamesThePhoto_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("done") << ""
                              << ""
                              << "";
        QTest::newRow("names it") << "“harbour.jpg” is damaged."
                                  << ""
                                  << "“harbour.jpg” is damaged.";
        QTest::newRow("does not") << "There is no model."
                                  << ""
                                  << "“in/harbour.jpg”: There is no model.";
        QTest::newRow("passed over") << ""
                                     << "“harbour.jpg” has colours already."
                                     << "“harbour.jpg” has colours already.";
    }

    void itsSentenceNamesThePhoto()
    {
        QFETCH(QString, error);
        QFETCH(QString, reason);
        QFETCH(QString, sentence);
        PhotoOutcome outcome;
        outcome.source = "in/harbour.jpg";
        outcome.reason = reason.toStdString();
        if (!error.isEmpty())
            outcome.error = Error{ErrorCode::Corrupt, error.toStdString(), {}};
        QCOMPARE(QString::fromStdString(inWords(outcome.sentence())), sentence);
    }
};

QTEST_GUILESS_MAIN(TestPhotoWork)
#include "test_photo_work.moc"
