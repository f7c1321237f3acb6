#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

class QVBoxLayout;

namespace autochrome {

/// Folders below each other, each with a button that takes it away.
class FolderRows : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        std::filesystem::path folder;
        QString sentence; ///< what is shown
        QString icon;     ///< name of a themedIcon(); empty: none
    };

    explicit FolderRows(QWidget* parent = nullptr);

    /// Shows these instead; without any, it is hidden.
    void setRows(const std::vector<Row>& rows);

Q_SIGNALS:
    void
    removed(const std::filesystem::path& folder); ///< a button was pressed; nothing is done yet

private:
    void addRow(const Row& row);

    QVBoxLayout* rows_;
};

} // namespace autochrome
