// Hundreds of photos at once, from a disk that may be slow: the window goes on meanwhile.
#include "core/photo/originals.h"
#include "tests/support/heartbeat.h"
#include "tests/ui/window/counted_looks.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QtTest>
#include <filesystem>

using namespace autochrome;

namespace {

constexpr int many = 200;
constexpr int patience = 60000;

/// Copies of one photo, in a folder of their own.
QStringList makePhotos(const WindowFixture& fixture)
{
    const QString first = fixture.makePhoto("0000.png");
    QStringList photos{first};
    for (int i = 1; i < many; ++i) {
        photos << fixture.folder() + QStringLiteral("/photos/%1.png").arg(i, 4, 10, QChar('0'));
        if (!QFile::copy(first, photos.last()))
            return {};
    }
    return photos;
}

struct Session
{
    QThreadPool pool;
    ColorizerService service{&pool};
    PhotoSession session{&service, &pool};
};

} // namespace

class TestOpeningMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtFilesElsewhere();
    void addsAFewAtATime();
    void knowsThemAgain_data();
    void knowsThemAgain();
    void whatIsChosenMeanwhileStays();
    void canBeStopped();
};

void TestOpeningMany::looksAtFilesElsewhere()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    setSetting(setting::model, QString("no such model")); // the source tree may have one
    const QStringList photos = makePhotos(fixture);
    QCOMPARE(photos.size(), many);
    MainWindow window;
    window.resize(1000, 700);
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(!window.colorizerService()->isOpening(), patience);
    QSignalSpy opened(window.session(), &PhotoSession::opened);
    const int before = looksAtFiles();
    QVERIFY(before > 0); // they are counted
    {
        const Heartbeat heart;
        window.openFiles(photos);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        qInfo() << "longest pause of the event loop:" << heart.longest << "ms";
    }
    window.openFiles(photos); // none of them twice
    window.openFiles({fixture.folder() + "/photos"});
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 3, patience);
    QCOMPARE(window.session()->documents().size(), many);
    QCOMPARE(window.filmStrip()->count(), many);
    // The few are of the photo that is shown, and of its place among the recent ones.
    const int looks = looksAtFiles() - before;
    QVERIFY2(looks < many, qPrintable(QString::number(looks)));

    // Closing and asking look at the one photo, not at all.
    const int then = looksAtFiles();
    QVERIFY(window.session()->find(photos.last()));
    window.session()->close(window.session()->documents().last());
    QTest::qWait(0);
    QVERIFY2(looksAtFiles() - then < 40, qPrintable(QString::number(looksAtFiles() - then)));
    QVERIFY(!window.session()->find(photos.last()));
}

void TestOpeningMany::addsAFewAtATime()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    const QStringList photos = makePhotos(fixture);
    Session open;
    int added = 0;
    int most = 0;
    connect(&open.session, &PhotoSession::added, &open.session, [&] { ++added; });
    QTimer turn;
    connect(&turn, &QTimer::timeout, &turn,
            [&] { most = std::max(most, std::exchange(added, 0)); });
    turn.start(0);
    open.session.open(photos);
    QVERIFY(open.session.documents().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(open.session.documents().size(), many, patience);
    QVERIFY2(most > 0 && most <= 32, qPrintable(QString::number(most)));
    for (int i = 0; i < many; ++i)
        QCOMPARE(open.session.documents()[i]->path(), photos[i]);
    QCOMPARE(open.session.wanted(), open.session.documents()[0]);
}

void TestOpeningMany::knowsThemAgain_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"its name", "another spelling", "a link", "a hard link",
                            "a linked folder", "what a link leads to", "a new file in its place"})
        QTest::addRow("%s", how) << how;
}

void TestOpeningMany::knowsThemAgain()
{
    namespace fs = std::filesystem;
    QFETCH(QString, how);
    const WindowFixture fixture(WindowFixture::Models::None);
    const fs::path folder = fixture.folder().toStdString();
    QString photo = fixture.makePhoto("a.png");
    fs::create_symlink(photo.toStdString(), folder / "link.png");
    fs::create_hard_link(photo.toStdString(), folder / "hard.png");
    fs::create_directory_symlink(folder / "photos", folder / "linked");
    QString again = photo;
    if (how == "what a link leads to")
        photo = fixture.folder() + "/link.png";
    else if (how == "another spelling")
        again = fixture.folder() + "/models/../photos/./a.png";
    else if (how == "a link")
        again = fixture.folder() + "/link.png";
    else if (how == "a hard link")
        again = fixture.folder() + "/hard.png";
    else if (how == "a linked folder")
        again = fixture.folder() + "/linked/a.png";
    Session open;
    openPhotos(open.session, {photo, fixture.makePhoto("b.png")});
    if (how == "a new file in its place") {
        fs::copy_file(photo.toStdString(), folder / "new.png");
        fs::rename(folder / "new.png", photo.toStdString());
    }
    open.session.select(open.session.documents()[1]);
    QCOMPARE(openPhotos(open.session, {again}), 1);
    QCOMPARE(open.session.documents().size(), 2);
    QCOMPARE(open.session.wanted(), open.session.documents()[0]); // it is gone to
    QVERIFY(open.session.isOpenSource(again));
    QVERIFY(open.session.originals()->contains(again.toStdString()));

    open.session.close(open.session.documents()[0]);
    QVERIFY(!open.session.isOpenSource(again));
    QTRY_VERIFY(!open.session.originals()->contains(again.toStdString()));
    QCOMPARE(openPhotos(open.session, {again}), 1); // as a new one
    QCOMPARE(open.session.documents().size(), 2);
}

void TestOpeningMany::whatIsChosenMeanwhileStays()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    const QString source = fixture.makePhoto("a.png");
    Session open;
    QSignalSpy opened(&open.session, &PhotoSession::opened);
    open.session.open({fixture.makePhoto("b.png")});
    const PhotoDocument* document =
        open.session.openResult(source, fixture.makeResult("a_colour.png"));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    QCOMPARE(open.session.documents().size(), 2);
    QCOMPARE(open.session.wanted(), document);
    openPhotos(open.session, {fixture.makePhoto("c.png")});
    QCOMPARE(open.session.wanted(), open.session.documents()[2]); // chosen after it
}

void TestOpeningMany::canBeStopped()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    const QStringList photos = makePhotos(fixture);
    Session open;
    QSignalSpy opened(&open.session, &PhotoSession::opened);
    QVERIFY(!open.session.looking());
    open.session.open(photos);
    std::optional<Work> looking = open.session.looking();
    QVERIFY(looking);
    looking->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!open.session.looking(), patience);
    QVERIFY(open.session.documents().isEmpty());
    QCOMPARE(openPhotos(open.session, {photos[5]}), 1); // the next order is not
    QCOMPARE(opened.size(), 1);
    QCOMPARE(open.session.documents().size(), 1);
}

QTEST_MAIN(TestOpeningMany)
#include "test_opening_many.moc"
