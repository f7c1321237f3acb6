#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace autochrome {

/// Folders, tar archives and lists of photos that a training learns from, with buttons to add and
/// remove them. What has gone from the disk is marked.
class SourceList : public QWidget
{
    Q_OBJECT

public:
    explicit SourceList(QWidget* parent = nullptr);

    QStringList sources() const;                 ///< absolute paths
    void setSources(const QStringList& sources); ///< without changed()

    /// Adds what is not there yet; tells by refused() of anything that holds no photos to learn
    /// from.
    void add(const QStringList& paths);

    void setFoldersOnly(bool foldersOnly); ///< archives and lists can be removed, not added
    void refresh();                        ///< looks again which ones are still there

    QListWidget* list() const { return list_; }
    QPushButton* addFileButton() const { return addFile_; }
    QPushButton* removeButton() const { return remove_; }

Q_SIGNALS:
    void changed(); ///< by the person
    void refused(const QString& sentence);

private:
    void append(const QString& path);
    void askForFolder();
    void askForFiles();
    void removeSelected();
    QString lastFolder() const;

    QListWidget* list_;
    QPushButton* addFolder_;
    QPushButton* addFile_;
    QPushButton* remove_;
    bool foldersOnly_ = false;
};

} // namespace autochrome
