// A folder whose own model is gone is coloured with the ordinary one, and the window says so in the
// words of the command line.
#include "core/models/collection_models.h"
#include "tests/support/make_model.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/widgets/words.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QSlider>
#include <QToolButton>
#include <QtTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// A folder of photos whose model is gone, and another model in its place.
struct Gone
{
    WindowFixture fixture{WindowFixture::Models::None};
    fs::path models = fs::path(fixture.folder().toStdString()) / "models";
    fs::path kept = fs::path(fixture.folder().toStdString()) / "kept.safetensors";
    QString photo = fixture.makePhoto("a.png");
    QString warning;

    Gone()
    {
        const fs::path own = makeTestModel(models, TestModel::Sepia);
        const fs::path photos = fs::path(photo.toStdString()).parent_path();
        if (!setCollectionModel(photos, "test-model"))
            throw std::runtime_error("the folder has no model of its own");
        fs::rename(own, kept);
        makeTestModel(models, TestModel::Coloured);
        warning = words(modelForPhoto(photo.toStdString()).warning);
    }
};

} // namespace

class TestGoneModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaid();
    void isSaidOnce();
    void isNotSaidOfANamedModel();
    void isNoLongerSaidWhenItIsBack();
};

void TestGoneModel::isSaid()
{
    const Gone gone;
    QVERIFY(!gone.warning.isEmpty());
    const auto window = openWindow({gone.photo});
    QCOMPARE(window->stage()->messages()->sentence(), gone.warning);
    QVERIFY(window->session()->shown()->rendering()); // and yet it has its colours
    // Of this photo only.
    const QString other = gone.fixture.folder() + "/other.png";
    QVERIFY(QFile::copy(gone.photo, other));
    window->openFiles({other});
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown()->path() == other,
                             60000);
    QVERIFY(!window->stage()->messages()->isVisible());
}

void TestGoneModel::isSaidOnce()
{
    const Gone gone;
    const auto window = openWindow({gone.photo});
    MessageStrip* strip = window->stage()->messages();
    QTest::mouseClick(strip->dismissButton(), Qt::LeftButton);
    QVERIFY(!strip->isVisible());
    QSignalSpy rendered(window->session()->shown(), &PhotoDocument::renderingChanged);
    QTest::keyClick(window->panel()->colour()->strength()->slider(), Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(!rendered.isEmpty() && isColoured(*window), 30000);
    QVERIFY(!strip->isVisible());
}

void TestGoneModel::isNotSaidOfANamedModel()
{
    const Gone gone;
    setSetting(setting::model, QString("test-model"));
    const auto window = openWindow({gone.photo});
    QVERIFY(!window->stage()->messages()->isVisible());
}

void TestGoneModel::isNoLongerSaidWhenItIsBack()
{
    const Gone gone;
    const auto window = openWindow({gone.photo});
    QVERIFY(window->stage()->messages()->isVisible());
    const std::string before = window->session()->shown()->rendering()->model().sha256;
    fs::rename(gone.kept, gone.models / "back.safetensors");
    window->actions()[Command::Colourise]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    QVERIFY(window->session()->shown()->rendering()->model().sha256 != before);
    QVERIFY(!window->stage()->messages()->isVisible());
}

QTEST_MAIN(TestGoneModel)
#include "test_gone_model.moc"
