#pragma once

#include <QTreeWidget>
#include <string>
#include <utility>
#include <vector>

namespace autochrome {

/// Metadata as a table of field and value, in groups. Long values wrap; Ctrl+C copies a row.
class MetadataTable : public QTreeWidget
{
    Q_OBJECT

public:
    using Field = std::pair<std::string, std::string>; ///< Exiv2 key, text for people

    /// A title with rows of name and value, in words for people.
    struct Group
    {
        QString title;
        std::vector<std::pair<QString, QString>> rows;
    };

    explicit MetadataTable(QWidget* parent = nullptr);

    /// Shows every row that is not folded, and leaves scrolling to what it lies in.
    void setAsHighAsItsRows();

    /// Facts of another kind than metadata, all open; groups without rows are left out.
    void showGroups(const std::vector<Group>& groups);

    /// All fields under "Exif", "IPTC" and "XMP".
    void showFields(const std::vector<Field>& fields);

    /// What a result will carry: first what differs from the source, each marked "new" or
    /// "changed", then what is carried over.
    void showChanges(const std::vector<Field>& result, const std::vector<Field>& source);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void updateGeometries() override;

private:
    void fitColumns();
    int heightOfRows() const;
    QTreeWidgetItem* addGroup(const QString& title);
    void addField(QTreeWidgetItem* group, const Field& field, const QString& mark = {});
    QTreeWidgetItem* addRow(QTreeWidgetItem* group, const QString& name, const QString& value);

    bool asHighAsItsRows_ = false;
};

} // namespace autochrome
