#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"

#include <QDir>
#include <QtTest>

using namespace autochrome;

class TestPhotoSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAFolderByName();
    void knowsItsSources();
    void goesOnAfterABrokenFile();
    void keepsACancelledPhotoInTheStrip();
    void goesAroundTheEnds();
    void closesAPhotoOnce();
    void opensAResultWithItsSource();
    void bringsTheResultOfAnOpenSource();
};

void TestPhotoSession::opensAFolderByName()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    fixture.makePhoto("b.png");
    fixture.makePhoto("A.jpg");
    fixture.makePhoto("c.tif");
    QFile notes(fixture.folder() + "/photos/notes.txt");
    QVERIFY(notes.open(QIODevice::WriteOnly));
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    QCOMPARE(openPhotos(session, {fixture.folder() + "/photos"}), 3);
    QStringList names;
    for (const PhotoDocument* document : session.documents())
        names << document->name();
    QCOMPARE(names, QStringList({"A.jpg", "b.png", "c.tif"}));
    QCOMPARE(openPhotos(session, {fixture.folder() + "/models"}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(session.shown(), 30000);
    QTRY_VERIFY(!session.documents()[2]->isRead()); // only looked at ones are read
}

void TestPhotoSession::knowsItsSources()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    const QString photo = fixture.makePhoto("a.png");
    const QString link = fixture.folder() + "/link.png";
    QVERIFY(QFile::link(photo, link));
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    openPhotos(session, {photo});
    QVERIFY(session.isOpenSource(photo));
    QVERIFY(session.isOpenSource(link));
    QVERIFY(session.isOpenSource(fixture.folder() + "/photos/../photos/a.png"));
    QVERIFY(!session.isOpenSource(fixture.folder() + "/photos/a_colour.png"));
}

void TestPhotoSession::goesOnAfterABrokenFile()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    QSignalSpy failed(&session, &PhotoSession::openFailed);
    openPhotos(session, {fixture.makeBrokenPhoto("a.jpg"), fixture.makePhoto("b.png")});
    QTRY_VERIFY_WITH_TIMEOUT(session.shown(), 30000);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().endsWith("a.jpg"));
    QCOMPARE(session.shown()->name(), QString("b.png"));
    QCOMPARE(session.wanted(), session.shown());
    QCOMPARE(session.documents().size(), 1);
}

void TestPhotoSession::keepsACancelledPhotoInTheStrip()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    QSignalSpy failed(&session, &PhotoSession::openFailed);
    openPhotos(session, {fixture.makePhoto("a.png"), fixture.makePhoto("b.png", 3000, 2000)});
    QTRY_VERIFY_WITH_TIMEOUT(session.shown(), 30000);
    session.selectNext(1);
    PhotoDocument* second = session.wanted();
    QVERIFY(second != session.shown());
    second->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!second->work(), 30000);
    QVERIFY(failed.isEmpty());
    QCOMPARE(session.documents().size(), 2);
    QCOMPARE(session.wanted(), session.shown());
    session.selectNext(1);
    QTRY_COMPARE_WITH_TIMEOUT(session.shown(), second, 30000);
}

void TestPhotoSession::goesAroundTheEnds()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    session.selectNext(1); // nothing there, nothing happens
    openPhotos(session, {fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    session.selectNext(-1);
    QCOMPARE(session.wanted(), session.documents()[1]);
    session.selectNext(1);
    QCOMPARE(session.wanted(), session.documents()[0]);
    QTRY_COMPARE_WITH_TIMEOUT(session.shown(), session.documents()[0], 30000);
}

/// A menu may still offer a photo that is gone.
void TestPhotoSession::closesAPhotoOnce()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QThreadPool pool;
    ColorizerService service(&pool);
    PhotoSession session(&service, &pool);
    openPhotos(session, {fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    QTRY_VERIFY_WITH_TIMEOUT(session.shown(), 30000);
    PhotoDocument* first = session.documents().front();
    const QSignalSpy removed(&session, &PhotoSession::removed);
    session.close(first);
    QCOMPARE(session.documents().size(), 1);
    session.close(first);
    QCOMPARE(session.documents().size(), 1);
    QCOMPARE(removed.size(), 1);
}

void TestPhotoSession::opensAResultWithItsSource()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("a.png");
    QThreadPool pool;
    ColorizerService service(&pool);
    service.open({}, "cpu");
    QTRY_VERIFY_WITH_TIMEOUT(service.colorizer(), 30000); // and yet it is not asked
    PhotoSession session(&service, &pool);
    openPhotos(session, {fixture.makePhoto("b.png")});
    PhotoDocument* document = session.openResult(source, fixture.makeResult("a_colour.png"));
    QCOMPARE(session.documents().size(), 2);
    QCOMPARE(session.wanted(), document);
    QCOMPARE(document->path(), source);
    QTRY_COMPARE_WITH_TIMEOUT(session.shown(), document, 30000);
    QVERIFY(document->result()); // from the moment that the photo is seen
    QVERIFY(!document->work());
    QVERIFY(!document->rendering());
}

void TestPhotoSession::bringsTheResultOfAnOpenSource()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("a.png");
    const QString result = fixture.makeResult("a_colour.png");
    const QString link = fixture.folder() + "/link.png";
    QVERIFY(QFile::link(source, link));
    QThreadPool pool;
    ColorizerService service(&pool);
    service.open({}, "cpu");
    QTRY_VERIFY_WITH_TIMEOUT(service.colorizer(), 30000);
    PhotoSession session(&service, &pool);
    openPhotos(session, {source, fixture.makePhoto("b.png")});
    PhotoDocument* document = session.openResult(link, result); // while it is still being read
    QCOMPARE(session.documents().size(), 2);
    QCOMPARE(document, session.documents().first());
    QTRY_VERIFY_WITH_TIMEOUT(document->result() && !document->work(), 30000);
    QVERIFY(!document->rendering());

    session.selectNext(1);
    QTRY_COMPARE_WITH_TIMEOUT(session.shown(), session.documents()[1], 30000);
    QCOMPARE(session.openResult(source, result), document);
    QCOMPARE(session.shown(), document);
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), 30000);
    QVERIFY(document->result() && !document->rendering());
}

QTEST_MAIN(TestPhotoSession)
#include "test_photo_session.moc"
