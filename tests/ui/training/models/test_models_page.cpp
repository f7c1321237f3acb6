#include "core/models/collection_models.h"
#include "core/models/default_model.h"
#include "core/models/encoder_store.h"
#include "core/models/model_library.h"
#include "core/models/model_store.h"
#include "tests/support/make_model.h"
#include "ui/tools/metadata_table.h"
#include "ui/training/models/folder_rows.h"
#include "ui/training/models/library_delegate.h"
#include "ui/training/models/models_page.h"
#include "ui/widgets/quiet_style.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <fstream>

using namespace autochrome;
namespace fs = std::filesystem;
using Action = ModelDetails::Action;
using Verdict = ModelDetails::Verdict;

namespace {

constexpr int patience = 60000; // ms; sanitizers and busy machines are slow

/// The page as it is shown, and what it has said.
struct Shown
{
    ModelsPage page;
    QSignalSpy refreshed{&page, &ModelsPage::refreshed};
    QSignalSpy done{&page, &ModelsPage::done};
    QSignalSpy problem{&page, &ModelsPage::problem};
    QSignalSpy defaultChanged{&page, &ModelsPage::defaultChanged};
    QSignalSpy collectionsChanged{&page, &ModelsPage::collectionsChanged};
    QSignalSpy trainFrom{&page, &ModelsPage::trainFrom};

    explicit Shown(QSize size = {900, 700})
    {
        page.resize(size);
        page.show();
        waitForRefresh();
    }

    bool waitForRefresh()
    {
        const bool came = refreshed.count() > 0 || refreshed.wait(patience);
        refreshed.clear();
        settle();
        return came;
    }

    /// Lets what is shown find its place, so that clicks meet it.
    static void settle() { QTest::qWait(20); }

    void choose(const char* name)
    {
        QVERIFY(page.choose(QString::fromLatin1(name)));
        settle();
    }

    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < page.list()->count(); ++row)
            names << page.list()->item(row)->text();
        return names;
    }

    void press(Action action)
    {
        QPushButton* button = page.details()->button(action);
        QVERIFY2(button->isEnabled(), qPrintable(button->text()));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QString rowText(const QString& name)
    {
        page.choose(name);
        return page.list()->currentItem()->data(Qt::AccessibleTextRole).toString();
    }

    /// Value of a row of the card by its name; null if it is not there.
    QString fact(const QString& name) const
    {
        const auto found =
            page.details()->card()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive, 0);
        return found.isEmpty() ? QString() : found.front()->toolTip(1);
    }
};

} // namespace

class TestModelsPage : public QObject
{
    Q_OBJECT

    QTemporaryDir sources_; ///< models that are made once
    fs::path shipped_;
    fs::path neutral_;
    fs::path encoder_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path root_;

    QString at(const char* name) const { return QString::fromStdString((root_ / name).string()); }

private Q_SLOTS:
    void initTestCase()
    {
        installStyle();
        const fs::path sources = sources_.path().toStdString();
        shipped_ = makeTestModel(sources);
        neutral_ = makeTestModel(sources, TestModel::Neutral);
        encoder_ = makeTestEncoder(sources, "imagenet");
    }

    // The library: a model "test-model" that came along, the tree's own, and the person's "album".
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        root_ = fs::canonical(folder_->path().toStdString());
        qputenv("AUTOCHROME_MODELS", (root_ / "models").c_str());
        qputenv("XDG_DATA_HOME", (root_ / "home").c_str());
        qputenv("XDG_DATA_DIRS", (root_ / "empty").c_str());
        fs::create_directories(root_ / "models");
        fs::create_directories(root_ / "photos/holidays");
        fs::copy_file(shipped_, root_ / "models/test-model.safetensors");
        QVERIFY(addToLibrary(neutral_, "album"));
    }

    void listsWhatThereIs()
    {
        QVERIFY(addEncoder(encoder_));
        QVERIFY(setCollectionModel(root_ / "photos/holidays", "album"));
        Shown shown;
        QCOMPARE(shown.names().first(), "test-model"); // the default
        QVERIFY(shown.names().contains("autochrome-1"));
        QCOMPARE(shown.names().last(), "imagenet"); // encoders come last
        const QString first = shown.rowText("test-model");
        QVERIFY2(first.contains("Default") && first.contains("Built in"), qPrintable(first));
        const QString own = shown.rowText("album");
        QVERIFY2(own.contains("Yours") && own.contains("For holidays") && own.contains("MB") &&
                     !own.contains("Default"),
                 qPrintable(own));
        QVERIFY2(own.contains(QLocale().toString(QDate::currentDate(), QLocale::ShortFormat)),
                 qPrintable(own));
        QVERIFY(shown.rowText("imagenet").contains("Encoder"));
        QVERIFY(shown.rowText("autochrome-1").contains("Autochrome 0."));
        QVERIFY(shown.problem.isEmpty());
    }

    void tellsTheCard()
    {
        Shown shown;
        shown.choose("autochrome-1");
        QVERIFY(shown.fact("Photos").remove(QRegularExpression("\\D")).toLongLong() > 1000);
        QVERIFY(shown.fact("Gain over grey").endsWith(" dB"));
        QCOMPARE(shown.fact("Preset"), "house");
        QCOMPARE(shown.fact("Mixed precision"), "Yes");
        QCOMPARE(shown.fact("Network"), "autochrome-efficientnet_b0-unet");
        QVERIFY(shown.fact("Model").contains("3474dd437718"));
        QVERIFY(shown.fact("Source").contains("photos"));
        QVERIFY(shown.fact("command_line").contains("train")); // what a person noted
    }

    void copiesTheChecksum()
    {
        Shown shown;
        shown.choose("album");
        QTest::mouseClick(shown.page.details()->copyButton(), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.size(), 64);
        QCOMPARE(copied.toStdString(), verifyModel(neutral_)->sha256);
    }

    void changesTheDefaultAndRollsBack()
    {
        Shown shown;
        QVERIFY(!shown.page.rollBackButton()->isEnabled());
        shown.choose("test-model");
        QVERIFY(!shown.page.details()->button(Action::UseByDefault)->isEnabled()); // it is
        shown.choose("album");
        shown.page.details()->button(Action::UseByDefault)->setFocus();
        shown.press(Action::UseByDefault);
        QVERIFY(shown.page.isBusy());
        shown.page.details()->action(Action::Verify)->trigger(); // one at a time
        QCOMPARE(shown.page.details()->verdict(), Verdict::None);
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(defaultModel()->name, std::string("album"));
        QCOMPARE(shown.defaultChanged.count(), 1);
        QVERIFY(shown.done.at(0).at(0).toString().contains("album"));
        QCOMPARE(shown.names().first(), "album");
        QCOMPARE(shown.page.current()->name, "album"); // is still chosen
        // Its button is dead now: who uses the keyboard is back in the list.
        QCOMPARE(shown.page.focusWidget(), shown.page.list());

        QTest::mouseClick(shown.page.rollBackButton(), Qt::LeftButton);
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(defaultModel()->name, std::string("test-model"));
        QCOMPARE(shown.defaultChanged.count(), 2);
        QVERIFY(!shown.page.rollBackButton()->isEnabled());
        QVERIFY(shown.problem.isEmpty());
    }

    void isUsedForAFolder()
    {
        Shown shown;
        shown.choose("album");
        shown.press(Action::UseForFolder);
        auto* dialog = qobject_cast<QFileDialog*>(shown.page.question());
        QVERIFY(dialog);
        dialog->setDirectory(at("photos"));
        dialog->selectFile(at("photos/holidays"));
        dialog->findChild<QLineEdit*>()->setText(at("photos/holidays"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(collectionModels().at(0).folder, root_ / "photos/holidays");
        QCOMPARE(shown.collectionsChanged.count(), 1);
        FolderRows* folders = shown.page.details()->folders();
        QVERIFY(folders->isVisible());
        QVERIFY(shown.rowText("album").contains("For holidays"));

        QTest::mouseClick(folders->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(shown.waitForRefresh());
        QVERIFY(collectionModels().empty());
        QCOMPARE(shown.collectionsChanged.count(), 2);
        QVERIFY(!folders->isVisible());

        // A folder that has gone meanwhile.
        shown.page.useForFolder(at("nowhere"));
        QVERIFY(shown.waitForRefresh());
        QVERIFY(shown.problem.at(0).at(0).toString().contains("nowhere"));
    }

    void tellsOfACollectionWithoutItsModel()
    {
        QVERIFY(setCollectionModel(root_ / "photos", "album"));
        fs::remove(root_ / "home/autochrome/models/album.safetensors");
        Shown shown;
        QVERIFY(shown.page.orphans()->isVisible());
        const auto* label = shown.page.orphans()->findChild<QLabel*>();
        QVERIFY2(label->text().contains("“album”"), qPrintable(label->text()));
        QTest::mouseClick(shown.page.orphans()->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(shown.waitForRefresh());
        QVERIFY(collectionModels().empty());
        QVERIFY(!shown.page.orphans()->isVisible());
    }

    void verifies()
    {
        QVERIFY(addEncoder(encoder_));
        Shown shown;
        ModelDetails* details = shown.page.details();
        for (const char* name : {"album", "imagenet"}) {
            shown.choose(name);
            QCOMPARE(details->verdict(), Verdict::None);
            shown.press(Action::Verify);
            QCOMPARE(details->verdict(), Verdict::Checking);
            QTRY_COMPARE_WITH_TIMEOUT(details->verdict(), Verdict::Whole, patience);
            QVERIFY(details->verdictText()->isVisible());
        }
        // One bit of one weight.
        std::fstream file(root_ / "home/autochrome/models/album.safetensors",
                          std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(-100, std::ios::end);
        const char before = char(file.get());
        file.seekp(-100, std::ios::end);
        file.put(char(before ^ 4));
        file.close();
        shown.choose("album");
        shown.press(Action::Verify);
        QTRY_COMPARE_WITH_TIMEOUT(details->verdict(), Verdict::Damaged, patience);
        QVERIFY2(details->verdictText()->text().contains("checksum is wrong"),
                 qPrintable(details->verdictText()->text()));
        QVERIFY(shown.problem.isEmpty()); // it is said in place
    }

    void imports()
    {
        Shown shown;
        QTest::mouseClick(shown.page.importButton(), Qt::LeftButton);
        auto* dialog = qobject_cast<QFileDialog*>(shown.page.question());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(QString::fromStdString(encoder_.string()));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(shown.names().last(), "imagenet");
        QCOMPARE(shown.page.current()->name, "imagenet"); // the new one is looked at
        QVERIFY(shown.done.at(0).at(0).toString().contains("encoder"));
        for (const Action none : {Action::UseByDefault, Action::UseForFolder, Action::Teach})
            QVERIFY(!shown.page.details()->button(none)->isEnabled());

        shown.page.importFiles({QString::fromStdString(neutral_.string())}); // there already
        QVERIFY(shown.waitForRefresh());
        QVERIFY(shown.done.at(1).at(0).toString().contains("already"));
        QVERIFY(shown.problem.isEmpty());
    }

    void takesWhatIsDropped()
    {
        QVERIFY(removeFromLibrary("album"));
        std::ofstream(root_ / "broken.safetensors") << "nothing of the kind";
        Shown shown;
        QVERIFY(!shown.names().contains("test-model-2"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(neutral_.string())),
                      QUrl::fromLocalFile(at("broken.safetensors"))});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&shown.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&shown.page, &drop);
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(shown.done.count(), 1);
        QVERIFY(shown.names().contains("test-model-2")); // the name was taken
        QCOMPARE(shown.problem.count(), 1);
        QVERIFY(shown.problem.at(0).at(0).toString().contains("broken.safetensors"));

        QMimeData text;
        text.setText("no files");
        QDragEnterEvent other({20, 20}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&shown.page, &other);
        QVERIFY(!other.isAccepted());
    }

    void exports()
    {
        Shown shown;
        shown.choose("album");
        shown.press(Action::Export);
        auto* dialog = qobject_cast<QFileDialog*>(shown.page.question());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(at("copy.safetensors"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(shown.waitForRefresh());
        QVERIFY(verifyModel(root_ / "copy.safetensors"));
        QVERIFY(shown.done.at(0).at(0).toString().contains("copy.safetensors"));

        shown.page.exportTo(at("copy.safetensors")); // never over another file
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(shown.problem.count(), 1);
        QVERIFY(shown.problem.at(0).at(0).toString().contains("exists already"));
    }

    void asksBeforeItDeletes()
    {
        QVERIFY(setDefaultModel("album"));
        QVERIFY(setCollectionModel(root_ / "photos", "album"));
        Shown shown;
        shown.choose("test-model");
        QVERIFY(!shown.page.details()->button(Action::Delete)->isEnabled()); // not the person's

        shown.choose("album");
        shown.press(Action::Delete);
        auto* box = qobject_cast<QMessageBox*>(shown.page.question());
        QVERIFY(box && box->text().contains("“album”"));
        QVERIFY(box->informativeText().contains("default"));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!shown.page.question());
        QVERIFY(findModel("album"));

        shown.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        shown.page.list()->setFocus();
        QTest::keyClick(shown.page.list(), Qt::Key_Delete);
        box = qobject_cast<QMessageBox*>(shown.page.question());
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.waitForRefresh());
        QVERIFY(!findModel("album"));
        QVERIFY(!shown.names().contains("album"));
        QCOMPARE(defaultModel()->name, std::string("test-model"));
        QVERIFY(collectionModels().empty());
        QCOMPARE(shown.defaultChanged.count(), 1);
        QCOMPARE(shown.collectionsChanged.count(), 1);
    }

    void deletesAnEncoder()
    {
        QVERIFY(addEncoder(encoder_));
        Shown shown;
        shown.choose("imagenet");
        shown.press(Action::Delete);
        auto* box = qobject_cast<QMessageBox*>(shown.page.question());
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.waitForRefresh());
        QVERIFY(availableEncoders().empty());
        QCOMPARE(shown.defaultChanged.count(), 0);
    }

    void teaches()
    {
        Shown shown;
        shown.choose("album");
        shown.press(Action::Teach);
        QCOMPARE(shown.trainFrom.count(), 1);
        QCOMPARE(shown.trainFrom.at(0).at(0).toString(), "album");
    }

    void followsWhatOthersDo()
    {
        Shown shown;
        shown.choose("album");
        QVERIFY(addEncoder(encoder_));
        QVERIFY(setDefaultModel("autochrome-1"));
        shown.page.refresh();
        QVERIFY(shown.waitForRefresh());
        QCOMPARE(shown.names().first(), "autochrome-1");
        QCOMPARE(shown.names().last(), "imagenet");
        QCOMPARE(shown.page.current()->name, "album");
    }

    void isReachedByKeyboard()
    {
        Shown shown;
        shown.choose("album");
        shown.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        shown.page.importButton()->setFocus();
        QSet<QWidget*> reached;
        for (int i = 0; i < 40; ++i) {
            reached << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(reached.contains(shown.page.list()));
        QVERIFY(reached.contains(shown.page.details()->checksum()));
        QVERIFY(reached.contains(shown.page.details()->copyButton()));
        for (const Action action : {Action::UseByDefault, Action::UseForFolder, Action::Teach,
                                    Action::Verify, Action::Export, Action::Delete})
            QVERIFY(reached.contains(shown.page.details()->button(action)));
        for (QWidget* widget : std::as_const(reached))
            QVERIFY(widget->inherits("QAbstractButton") || !widget->accessibleName().isEmpty());
    }

    // In a narrow dock nothing is wider than it.
    void fitsANarrowDock()
    {
        QVERIFY(addEncoder(encoder_));
        QVERIFY(setCollectionModel(root_ / "photos/holidays", "album"));
        Shown shown({380, 800});
        shown.choose("album");
        QVERIFY2(shown.page.minimumSizeHint().width() <= 380,
                 qPrintable(QString::number(shown.page.minimumSizeHint().width())));
        QVERIFY(shown.page.list()->geometry().bottom() <
                shown.page.details()->mapTo(&shown.page, QPoint(0, 0)).y());
        shown.page.resize(900, 700);
        QTRY_VERIFY(shown.page.details()->mapTo(&shown.page, QPoint(0, 0)).x() >
                    shown.page.list()->width());
    }
};

QTEST_MAIN(TestModelsPage)
#include "test_models_page.moc"
