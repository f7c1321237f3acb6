#include "tests/ui/window/window_fixture.h"
#include "ui/settings/language.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/settings/recent_files.h"
#include "ui/settings/settings.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QSettings>
#include <QtTest>

using namespace autochrome;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTypes();
    void ignoresRubbish();
    void keepsRecentFilesInOrder();
    void choosesModelAndDevice();
    void choosesThemeAtOnce();
};

void TestSettings::keepsTypes()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QCOMPARE(settingValue(setting::exportQuality), 92);
    setSetting(setting::exportQuality, 71);
    setSetting(setting::panelVisible, false);
    setSetting(setting::foldedSections, QStringList{"source"});
    setSetting(setting::geometry, QByteArray("\0\1\2", 3));
    QSettings().sync();
    QCOMPARE(settingValue(setting::exportQuality), 71);
    QCOMPARE(settingValue(setting::panelVisible), false);
    QCOMPARE(settingValue(setting::foldedSections), QStringList{"source"});
    QCOMPARE(settingValue(setting::geometry), QByteArray("\0\1\2", 3));
    QVERIFY(QSettings().fileName().startsWith(fixture.folder())); // not the person's own
}

void TestSettings::ignoresRubbish()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    QSettings().setValue(setting::exportQuality.name, "very good");
    QCOMPARE(settingValue(setting::exportQuality), 92);
}

void TestSettings::keepsRecentFilesInOrder()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    RecentFiles recent;
    QSignalSpy changed(&recent, &RecentFiles::changed);
    for (int i = 0; i < RecentFiles::maximum + 5; ++i)
        recent.add(QString("/photos/%1.jpg").arg(i));
    QCOMPARE(recent.paths().size(), RecentFiles::maximum);
    recent.add("/photos/10.jpg");
    QCOMPARE(recent.paths().front(), QString("/photos/10.jpg"));
    QCOMPARE(recent.paths().count("/photos/10.jpg"), 1);
    QCOMPARE(RecentFiles().paths(), recent.paths());
    recent.remove("/photos/10.jpg");
    QVERIFY(!RecentFiles().paths().contains("/photos/10.jpg"));
    recent.clear();
    QVERIFY(RecentFiles().paths().isEmpty());
    QVERIFY(changed.size() > 3);
}

void TestSettings::choosesModelAndDevice()
{
    const WindowFixture fixture;
    setSetting(setting::device, QString("cuda:7")); // unplugged since
    PreferencesDialog dialog;
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->isEnabled(), 30000);
    QVERIFY(dialog.model()->findData("test-model") > 0);
    QVERIFY(dialog.device()->findData("cpu") > 0);
    QCOMPARE(dialog.device()->currentData().toString(), QString("cuda:7"));
    QSignalSpy changed(&dialog, &PreferencesDialog::computeChanged);
    dialog.model()->setCurrentIndex(dialog.model()->findData("test-model"));
    Q_EMIT dialog.model()->activated(dialog.model()->currentIndex());
    QCOMPARE(settingValue(setting::model), QString("test-model"));
    dialog.device()->setFocus();
    dialog.device()->setCurrentIndex(dialog.device()->findData("cpu"));
    Q_EMIT dialog.device()->activated(dialog.device()->currentIndex());
    QCOMPARE(settingValue(setting::device), QString("cpu"));
    QCOMPARE(changed.size(), 2);
}

void TestSettings::choosesThemeAtOnce()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    PreferencesDialog dialog;
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.theme()->setCurrentIndex(dialog.theme()->findData("dark"));
    Q_EMIT dialog.theme()->activated(dialog.theme()->currentIndex());
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(settingValue(setting::theme), QString("dark"));
    QVERIFY(dialog.language()->findData("de") > 0);
}

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
