#include "ui/tools/metadata_table.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

using namespace autochrome;

class TestMetadataTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksOnlyWhatIsPainted();
};

/// A long value without spaces takes several lines, but it is read aloud and copied as it is.
void TestMetadataTable::breaksOnlyWhatIsPainted()
{
    const QString address = "http://cv.iptc.org/newscodes/digitalsourcetype/"
                            "compositeWithTrainedAlgorithmicMedia";
    MetadataTable table;
    table.resize(260, 300);
    table.showFields(
        {{"Xmp.iptcExt.DigitalSourceType", address.toStdString()}, {"Xmp.dc.title", "Mill"}});
    table.show();
    QTreeWidgetItem* group = table.topLevelItem(0);
    QTRY_VERIFY(table.visualItemRect(group->child(0)).height() >
                2 * table.visualItemRect(group->child(1)).height());

    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&table);
    QVERIFY(face && face->tableInterface());
    QStringList spoken;
    for (int row = 0; row < face->tableInterface()->rowCount(); ++row)
        spoken << face->tableInterface()->cellAt(row, 1)->text(QAccessible::Name);
    QVERIFY2(spoken.contains(address), qPrintable(spoken.join(' ')));
    table.setCurrentItem(group->child(0));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), "Xmp.iptcExt.DigitalSourceType: " + address);
    QCOMPARE(group->child(0)->text(1), address);
}

QTEST_MAIN(TestMetadataTable)
#include "test_metadata_table.moc"
