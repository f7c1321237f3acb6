#pragma once

#include "ui/training/models/library_contents.h"
#include "ui/training/models/model_details.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>
#include <functional>

class QDialog;
class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;

namespace autochrome::inline base {
struct Error;
} // namespace autochrome::inline base

namespace autochrome {

/// The library of models: which there are, which one is used where, and their coming and going.
/// Files are read and written in the background; what is refused comes as problem().
class ModelsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ModelsPage(QWidget* parent = nullptr);
    ~ModelsPage() override;

    /// Takes files into the library: models and encoders.
    void importFiles(const QStringList& files);
    /// Of the chosen one: saves a copy; never over another file.
    void exportTo(const QString& file);
    /// Uses the chosen model for the photos in and below a folder.
    void useForFolder(const QString& folder);

    /// The chosen model or encoder; null if none is.
    const LibraryItem* current() const;
    /// Chooses a model by its name. @returns whether there is one
    bool choose(const QString& name);
    bool isBusy() const { return busy_ > 0; }

    QListWidget* list() const { return list_; }
    ModelDetails* details() const { return details_; }
    QPushButton* importButton() const { return import_; }
    QPushButton* rollBackButton() const { return rollBack_; }
    FolderRows* orphans() const { return orphans_; }
    /// What asks for a file, a folder or a confirmation now; null if nothing is asked.
    QDialog* question() const;

public Q_SLOTS:
    /// Reads the library anew; also done whenever the page is shown.
    void refresh();

Q_SIGNALS:
    void refreshed(); ///< the list shows what refresh() found
    void defaultChanged();
    void collectionsChanged();
    void trainFrom(const QString& modelName); ///< "Teach this model…"
    void problem(const QString& sentence, const QString& detail);
    void done(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void take(LibraryContents contents);
    void showCurrent();
    void setBusy(int change);
    void perform(ModelDetails::Action action);
    void report(const Error& error);
    /// Runs `work` in the background; nothing else is begun until `then` is called.
    template <class Work, class Then>
    void work(Work work, Then then);
    /// Work that succeeds or not; `then` is called if it has, and the list read anew in any case.
    void change(std::function<Result<void>()> work, std::function<void()> then);

    void askForImport();
    void askForExport();
    void askForFolder();
    void askForDeletion();
    void useByDefault();
    void rollBack();
    void verify();
    void remove(const LibraryItem& item);
    void removeFolder(const std::filesystem::path& folder);

    QThreadPool pool_; ///< of one thread: one thing after the other
    LibraryContents contents_;
    int busy_ = 0;
    bool placed_ = false; ///< list and details have their first places
    int request_ = 0;     ///< only the latest reading of the library counts
    QString wanted_;      ///< SHA-256 of what is to be chosen after the next reading
    QPointer<QDialog> question_;
    QPushButton* import_;
    QPushButton* rollBack_;
    QLabel* working_;
    QLabel* empty_;
    QListWidget* list_;
    FolderRows* orphans_;
    ModelDetails* details_;
    QSplitter* splitter_;
};

} // namespace autochrome
