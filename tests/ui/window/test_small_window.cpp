#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_panel.h"
#include "ui/settings/language.h"
#include "ui/tools/adjust_panel.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/form.h"
#include "ui/widgets/quiet_style.h"
#include "ui/window/about_dialog.h"
#include "ui/window/empty_state.h"
#include "ui/window/export_dialog.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/shortcut_sheet.h"
#include "ui/window/status_line.h"

#include "ui/queue/queue_dialog.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/window/training_dock.h"
#ifdef AUTOCHROME_TRAINING
#include "ui/training/data/data_page.h"
#include "ui/training/data/training_lists.h"
#include "ui/training/panel/training_panel.h"
#endif

#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

namespace {

/// The smallest screen: 1920 x 1080 at a scale of 2, less a bar of the desktop and a title.
constexpr QSize smallest(900, 500);

QByteArray saySize(const QWidget* widget, const QSize& size)
{
    return QStringLiteral("%1 %2x%3")
        .arg(QLatin1String(widget->metaObject()->className()))
        .arg(size.width())
        .arg(size.height())
        .toUtf8();
}

bool liesWithin(const QWidget* part, const QWidget* whole)
{
    const QRect place(part->mapTo(whole, QPoint()), part->size());
    return part->isVisible() && part->height() > 0 && whole->rect().contains(place);
}

/// The first visible widget whose text or face does not fit, or null.
const QWidget* cutWidget(const QWidget* window)
{
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool counts = widget->inherits("QAbstractButton") || widget->inherits("QComboBox") ||
                            widget->inherits("QAbstractSpinBox") || widget->inherits("QLabel");
        const QWidget* parent = widget->parentWidget();
        if (!counts || !widget->isVisible() || widget->window() != window->window())
            continue;
        const QSize least = widget->minimumSizeHint();
        const bool wraps = widget->hasHeightForWidth();
        const int height = wraps ? widget->heightForWidth(widget->width()) : least.height();
        if (widget->width() < least.width() || widget->height() < height - 1 ||
            !parent->rect().contains(widget->geometry()))
            return widget;
    }
    return nullptr;
}

/// The text of the first label that does not stand on the line of its field, or nothing.
QString misalignedRow(const QFormLayout* form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
        QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
        const auto* label = item ? qobject_cast<const QLabel*>(item->widget()) : nullptr;
        const QWidget* first = field ? field->widget() : nullptr;
        if (field && field->layout())
            first = field->layout()->itemAt(0)->widget();
        if (!label || !first || label->text().isEmpty() || !label->isVisible())
            continue;
        const int line = firstBaseline(first);
        const int top = first->mapTo(label->parentWidget(), QPoint()).y();
        if (line >= 0 && std::abs(label->y() + firstBaseline(label) - top - line) > 1)
            return label->text();
    }
    return {};
}

/// Each of the pages of the training has to fit; without training the rest has to, once.
#ifdef AUTOCHROME_TRAINING
constexpr int trainingPages = int(TrainingPanel::Page::Models) + 1;

/// Photos that differ in colours and shapes.
QString makeArchive(const QString& folder)
{
    QDir().mkpath(folder);
    QRandomGenerator random(11);
    for (int i = 0; i < 6; ++i) {
        QImage coarse(5, 4, QImage::Format_RGB32);
        for (int pixel = 0; pixel < coarse.width() * coarse.height(); ++pixel)
            coarse.setPixelColor(
                pixel % coarse.width(), pixel / coarse.width(),
                QColor(random.bounded(20, 235), random.bounded(20, 235), random.bounded(20, 235)));
        coarse.scaled(160, 128, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .save(QStringLiteral("%1/photo%2.png").arg(folder).arg(i));
    }
    return folder;
}

/// The page of photos is at its widest when it shows what it found.
void lookThroughArchive(MainWindow& window, const QString& folder)
{
    DataPage* data = window.training()->panel()->data();
    data->setSources(data_kind::archive, {makeArchive(folder)});
    data->lookButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(data->data(), 60000);
}

QWidget* showTraining(MainWindow& window, int page)
{
    window.training()->panel()->showPage(TrainingPanel::Page(page));
    return window.training()->panel();
}

/// The page that is scrolled, if its bar lies over it.
const QWidget* covered(const MainWindow& window)
{
    const QWidget* page = window.training()->panel()->data();
    const int room = page->parentWidget()->width();
    return page->isVisible() && (room < page->minimumSizeHint().width() || page->width() != room)
               ? page
               : nullptr;
}
#else
constexpr int trainingPages = 1;

void lookThroughArchive(MainWindow&, const QString&) {}

const QWidget* covered(const MainWindow&)
{
    return nullptr;
}

QWidget* showTraining(MainWindow& window, int)
{
    return &window;
}
#endif

} // namespace

class TestSmallWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(); } // sizes are the style's
    void fitsWithEverythingOpen_data();
    void fitsWithEverythingOpen();
    void fitsWithoutAPhoto_data();
    void fitsWithoutAPhoto();
    void dialogsFit_data();
    void dialogsFit();

private:
    void languages();
};

void TestSmallWindow::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de"; // stays installed, so it comes last
}

void TestSmallWindow::fitsWithEverythingOpen_data()
{
    languages();
}

void TestSmallWindow::fitsWithEverythingOpen()
{
    QFETCH(QString, language);
    installLanguage(language);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png"), fixture.makePhoto("b.png")});
    window->actions()[Command::Batch]->setChecked(true);
    window->showTraining();
    MessageStrip* messages = window->stage()->messages();
    messages->post({.sentence = "Something happened that takes a sentence.",
                    .detail = "One line\nand another",
                    .actionText = "Show in folder"});
    lookThroughArchive(*window, fixture.folder() + "/archive");
    for (int page = 0; page < trainingPages; ++page) {
        QWidget* training = showTraining(*window, page);
        QTest::qWait(30);
        const QSize least = window->minimumSizeHint();
        QVERIFY2(least.width() <= smallest.width() && least.height() <= smallest.height(),
                 saySize(window.get(), least));
        window->resize(smallest);
        QTest::qWait(30);
        QCOMPARE(window->size(), smallest);
        for (const QWidget* part :
             {static_cast<QWidget*>(window->statusLine()),
              static_cast<QWidget*>(window->filmStrip()),
              static_cast<QWidget*>(window->batchPanel()), static_cast<QWidget*>(window->panel()),
              training, static_cast<QWidget*>(window->stage()->view())})
            QVERIFY2(liesWithin(part, window.get()), saySize(part, part->size()));
        const QWidget* underScrollBar = covered(*window);
        QVERIFY2(!underScrollBar, "a scroll bar lies over the page");
        QVERIFY(window->statusLine()->height() >=
                window->statusLine()->heightForWidth(window->statusLine()->width()));
        for (const QWidget* part : {static_cast<QWidget*>(messages->actionButton()),
                                    static_cast<QWidget*>(messages->detailsButton()),
                                    static_cast<QWidget*>(messages->dismissButton())}) {
            QVERIFY2(liesWithin(part, messages), saySize(part, messages->size()));
            QVERIFY2(part->width() >= part->sizeHint().width(), saySize(part, messages->size()));
        }
        QVERIFY2(window->stage()->view()->width() >= 120 && window->stage()->view()->height() >= 60,
                 saySize(window->stage()->view(), window->stage()->view()->size()));
    }
}

void TestSmallWindow::fitsWithoutAPhoto_data()
{
    languages();
}

void TestSmallWindow::fitsWithoutAPhoto()
{
    QFETCH(QString, language);
    installLanguage(language);
    const WindowFixture fixture(WindowFixture::Models::None);
    MainWindow window;
    window.show();
    window.showTraining();
    for (const bool queue : {true, false}) { // in place of the empty state, or not
        window.actions()[Command::Batch]->setChecked(queue);
        window.resize(smallest);
        QTest::qWait(50);
        QCOMPARE(window.size(), smallest);
        QVERIFY(liesWithin(window.statusLine(), &window));
        QVERIFY(liesWithin(queue ? static_cast<QWidget*>(window.batchPanel())
                                 : window.stage()->emptyState()->openButton(),
                           &window));
    }
}

void TestSmallWindow::dialogsFit_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("dialog");
    for (const char* language : {"en", "de"})
        for (const char* dialog :
             {"preferences", "presets", "about", "export", "queue", "keys", "help"})
            QTest::addRow("%s, %s", dialog, language) << QString(language) << QString(dialog);
}

void TestSmallWindow::dialogsFit()
{
    QFETCH(QString, language);
    QFETCH(QString, dialog);
    installLanguage(language);
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("a.png");
    const auto window = openWindow({photo});
    const QHash<QString, Command> commands = {{"preferences", Command::Preferences},
                                              {"presets", Command::Presets},
                                              {"about", Command::About},
                                              {"export", Command::Export},
                                              {"keys", Command::Shortcuts},
                                              {"help", Command::Help}};
    if (commands.contains(dialog))
        window->actions()[commands[dialog]]->trigger();
    else
        window->addToQueue({photo});
    QDialog* shown = nullptr;
    for (QDialog* one : window->findChildren<QDialog*>())
        if (one->isVisible())
            shown = one;
    QVERIFY(shown);
    QTest::qWait(300); // for what is looked for in the background
    const QSize least = shown->minimumSizeHint().expandedTo(shown->minimumSize());
    QVERIFY2(least.width() <= smallest.width() && least.height() <= smallest.height(),
             saySize(shown, least));
    shown->resize(shown->size().boundedTo(smallest));
    QTest::qWait(50);
    const QWidget* cut = cutWidget(shown);
    QVERIFY2(!cut, cut ? saySize(cut, cut->size()) : QByteArray());
    for (const auto* form : shown->findChildren<QFormLayout*>())
        QCOMPARE(misalignedRow(form), QString());
}

QTEST_MAIN(TestSmallWindow)
#include "test_small_window.moc"
