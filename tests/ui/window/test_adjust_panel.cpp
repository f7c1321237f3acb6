#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/metadata_section.h"
#include "ui/tools/metadata_table.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/source_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/quiet_style.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>
#include <exiv2/exiv2.hpp>

using namespace autochrome;

namespace {

void writeMetadata(const QString& path, int fields)
{
    auto image = Exiv2::ImageFactory::open(path.toStdString());
    for (int i = 0; i < fields; ++i)
        image->iptcData().add(Exiv2::IptcKey("Iptc.Application2.Keywords"),
                              new Exiv2::StringValue("keyword " + std::to_string(i)));
    image->writeMetadata();
}

QToolButton* panelReset(const MainWindow& window)
{
    for (auto* button : window.panel()->findChildren<QToolButton*>())
        if (button->defaultAction() == window.actions()[Command::Reset])
            return button;
    return nullptr;
}

} // namespace

class TestAdjustPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(); } // sizes are the style's
    void callsItsSlidersByOneName();
    void resetsOneSliderAsOneStep();
    void resetsThePanel();
    void foldsTheNetworkAway();
    void tellsOfAFoldedChoice();
    void keepsTheFactsTogetherWithoutMetadata();
    void cutsNoFactAtAnySize();
    void scrollsMetadataWithThePanel();
    void followsTheCurrentRow();
    void factsStandOnTheirLabelsLine();
};

// Panel, undo and the reset button speak of the same thing.
void TestAdjustPanel::callsItsSlidersByOneName()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const ColourSection* colour = window->panel()->colour();
    const QAction* undo = window->actions()[Command::Undo];
    QCOMPARE(colour->strength()->slider()->accessibleName(), QString("Amount"));
    QCOMPARE(colour->vividness()->slider()->accessibleName(), QString("Boldness"));
    for (const SliderRow* row : {colour->strength(), colour->vividness()}) {
        QVERIFY(row->toolTip().size() > 60);
        QCOMPARE(row->slider()->minimum(), 0);
        QCOMPARE(row->slider()->maximum(), 100);
    }
    colour->strength()->slider()->setValue(30);
    QVERIFY2(undo->text().contains("amount"), qPrintable(undo->text()));
    colour->vividness()->slider()->setValue(30);
    QVERIFY2(undo->text().contains("boldness"), qPrintable(undo->text()));
}

void TestAdjustPanel::resetsOneSliderAsOneStep()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* document = window->session()->shown();
    const ColourSection* colour = window->panel()->colour();
    const Recipe usual;
    colour->vividness()->slider()->setValue(20);
    colour->strength()->slider()->setValue(80);
    QVERIFY(document->recipe().vividness.temperature > 0.8);
    QTest::mouseClick(colour->vividness()->resetButton(), Qt::LeftButton);
    QCOMPARE(document->recipe().vividness.temperature, usual.vividness.temperature); // exactly
    QCOMPARE(document->recipe().finish.strength, 1.6);
    window->actions()[Command::Undo]->trigger();
    QVERIFY(document->recipe().vividness.temperature > 0.8);
    QVERIFY(colour->vividness()->resetButton()->isVisible());
}

void TestAdjustPanel::resetsThePanel()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* document = window->session()->shown();
    QToolButton* reset = panelReset(*window);
    QVERIFY(reset && reset->isVisible());
    QVERIFY(!reset->isEnabled());
    window->panel()->colour()->strength()->slider()->setValue(80);
    window->panel()->colour()->size()->setCurrentIndex(1);
    QVERIFY(reset->isEnabled());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(document->recipe() == Recipe());
    QVERIFY(!reset->isEnabled());
}

void TestAdjustPanel::foldsTheNetworkAway()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.png");
    {
        const auto window = openWindow({photo});
        const ColourSection* colour = window->panel()->colour();
        QVERIFY(colour->strength()->isVisible());
        QVERIFY(!colour->size()->isVisible());
        QVERIFY(!colour->effort()->isVisible());
        QTest::mouseClick(colour->advanced()->header(), Qt::LeftButton);
        QVERIFY(colour->size()->isVisible());
        QVERIFY(colour->effort()->isVisible());
    }
    QVERIFY(!MainWindow().panel()->colour()->advanced()->isFolded()); // remembered
}

void TestAdjustPanel::tellsOfAFoldedChoice()
{
    const WindowFixture fixture;
    ColourSection colour;
    QCOMPARE(colour.advanced()->header()->text(), QString("Advanced"));
    Recipe recipe;
    recipe.colour.effort = Effort::Best;
    colour.setRecipe(recipe);
    QCOMPARE(colour.advanced()->header()->text(), QString("Advanced (changed)"));
    colour.setRecipe(Recipe());
    QCOMPARE(colour.advanced()->header()->text(), QString("Advanced"));
}

void TestAdjustPanel::keepsTheFactsTogetherWithoutMetadata()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    window->resize(1000, 1000);
    QTest::qWait(50);
    const SourceSection* source = window->panel()->source();
    const int line = source->fontMetrics().height();
    QList<int> tops;
    for (const QLabel* label : source->findChildren<QLabel*>())
        if (label->isVisible())
            tops << label->geometry().top();
    QVERIFY(tops.size() >= 10);
    std::sort(tops.begin(), tops.end());
    // The temporary folder's name may take three lines.
    for (qsizetype i = 1; i < tops.size(); ++i)
        QVERIFY2(tops[i] - tops[i - 1] < 4 * line,
                 qPrintable(QString::number(tops[i] - tops[i - 1])));
    QVERIFY(!window->panel()->metadata()->table()->isVisible());
}

// The bar of the panel comes and goes with the height, and takes room from lines that just fitted.
void TestAdjustPanel::cutsNoFactAtAnySize()
{
    const WindowFixture fixture;
    const QString folder = QFileInfo(fixture.makePhoto("grey.jpg")).path();
    for (const QSize size : {QSize(1200, 900), QSize(960, 540), QSize(900, 560)}) {
        for (int length = 1; length < 40; length += 3) {
            const QString photo = folder + '/' + QString(length, 'x') + ".jpg";
            QFile::copy(folder + "/grey.jpg", photo);
            writeMetadata(photo, 3);
            const auto window = openWindow({photo}, size);
            QTest::qWait(20);
            for (const QLabel* label : window->panel()->source()->findChildren<QLabel*>())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(QString("%1 at %2x%3: %4 in place of %5")
                                        .arg(label->text())
                                        .arg(size.width())
                                        .arg(size.height())
                                        .arg(label->height())
                                        .arg(label->heightForWidth(label->width()))));
        }
    }
}

void TestAdjustPanel::scrollsMetadataWithThePanel()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.jpg");
    writeMetadata(photo, 60);
    const auto window = openWindow({photo});
    const MetadataTable* table = window->panel()->metadata()->table();
    QVERIFY(table->isVisible());
    QTRY_VERIFY(table->height() > 60 * table->fontMetrics().height());
    QCOMPARE(table->verticalScrollBar()->maximum(), 0);
    QVERIFY(!table->verticalScrollBar()->isVisible());
    QVERIFY(window->panel()->verticalScrollBar()->maximum() > 0);
    // The last row lies within it, and no room is left below.
    const QTreeWidgetItem* group = table->topLevelItem(table->topLevelItemCount() - 1);
    const QRect last = table->visualItemRect(group->child(group->childCount() - 1));
    QVERIFY(last.bottom() <= table->viewport()->rect().bottom());
    QVERIFY(last.bottom() >= table->viewport()->rect().bottom() - 2);
    // Folded, it gives the room back.
    const int before = table->height();
    const_cast<QTreeWidgetItem*>(group)->setExpanded(false);
    QTRY_VERIFY(table->height() < before / 2);
}

void TestAdjustPanel::followsTheCurrentRow()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto("grey.jpg");
    writeMetadata(photo, 60);
    const auto window = openWindow({photo});
    MetadataTable* table = window->panel()->metadata()->table();
    QTRY_VERIFY(table->height() > 60 * table->fontMetrics().height());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End);
    const QWidget* viewport = window->panel()->viewport();
    const QRect row = table->visualItemRect(table->currentItem());
    const QPoint place = table->viewport()->mapTo(viewport, row.center());
    QVERIFY2(viewport->rect().contains(place), qPrintable(QString::number(place.y())));
}

void TestAdjustPanel::factsStandOnTheirLabelsLine()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey_" + QString(120, 'x') + ".png")});
    const auto* facts = window->panel()->source()->findChild<QGridLayout*>();
    QVERIFY(facts);
    QVERIFY(facts->count() >= 12);
    QVERIFY(facts->itemAtPosition(0, 1)->geometry().height() > 3 * window->fontMetrics().height());
    for (int row = 0; row < facts->count() / 2; ++row) {
        const QWidget* label = facts->itemAtPosition(row, 0)->widget();
        const QWidget* field = facts->itemAtPosition(row, 1)->widget();
        QCOMPARE(label->y() + firstBaseline(label), field->y() + firstBaseline(field));
    }
}

QTEST_MAIN(TestAdjustPanel)
#include "test_adjust_panel.moc"
