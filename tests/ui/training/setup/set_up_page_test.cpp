#include "set_up_page_test.h"

#include "tests/support/make_model.h"
#include "tests/support/synthetic_photos.h"
#include "ui/tools/slider_row.h"
#include "ui/training/setup/estimate_view.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QtTest>

namespace autochrome {

namespace fs = std::filesystem;

QJsonObject toObject(const TrainingSettings& settings)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(settings.toJson())).object();
}

void turn(SettingRow* row)
{
    QWidget* editor = row->editor();
    if (auto* box = qobject_cast<QCheckBox*>(editor)) {
        box->click();
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        choice->setFocus();
        QTest::keyClick(choice, choice->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
    } else if (auto* slider = qobject_cast<SliderRow*>(editor)) {
        QTest::keyClick(slider->slider(), Qt::Key_Left);
    } else if (auto* spin = qobject_cast<QAbstractSpinBox*>(editor)) {
        QTest::keyClick(spin, Qt::Key_Up);
        if (!row->isChanged()) // at its most
            QTest::keyClick(spin, Qt::Key_Down);
    } else if (auto* field = qobject_cast<QLineEdit*>(editor)) {
        field->setText("4711");
        QTest::keyClick(field, Qt::Key_Return);
    }
}

void chooseData(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

std::unique_ptr<SetUpPage> SetUpPageTest::readyPage()
{
    auto page = std::make_unique<SetUpPage>(&draft_);
    page->setModelName("mine");
    page->setFolder(run());
    page->setLists(lists());
    page->resize(400, 900);
    page->show();
    return page;
}

ProblemLine* SetUpPageTest::lineWith(const SetUpPage& page, Remedy remedy)
{
    for (ProblemLine* line : page.estimateView()->problemLines())
        if (line->problem().remedy == remedy)
            return line;
    return nullptr;
}

void SetUpPageTest::initTestCase()
{
    QVERIFY(home_.isValid());
    for (const char* name : {"config", "data", "models", "photos", "others"})
        QVERIFY(QDir(home_.path()).mkpath(QLatin1String(name)));
    qputenv("HOME", home_.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
    qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
    qputenv("XDG_DATA_DIRS", path("data").toLocal8Bit());
    qputenv("AUTOCHROME_MODELS", path("models").toLocal8Bit());
    qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
    QCoreApplication::setOrganizationName("autochrome");
    QCoreApplication::setApplicationName("autochrome");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("config"));
    QLocale::setDefault(QLocale(QLocale::English));
    model_ = makeTestModel(path("models").toStdString());
    testing::writeSyntheticPhotos(path("photos"), 6);
    testing::writeSyntheticPhotos(path("others"), 3);
}

void SetUpPageTest::init()
{
    QSettings().clear();
    fs::remove_all(path("training").toStdString());
}

} // namespace autochrome
