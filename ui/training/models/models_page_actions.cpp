// What a person does to the models of the library.

#include "core/models/default_model.h"
#include "core/models/encoder_store.h"
#include "core/models/library_files.h"
#include "core/models/model_store.h"
#include "core/network/model_check.h"
#include "core/network/model_file.h"
#include "ui/settings/places.h"
#include "ui/training/models/models_page.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/row_text.h"
#include "ui/widgets/words.h"

#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace autochrome {

namespace {

namespace fs = std::filesystem;

/// What became of one file that was imported.
struct Imported
{
    fs::path file; ///< in the library
    QString sha256;
    QString name;
    bool isEncoder = false;
};

Result<Imported> import(const fs::path& file)
{
    if (isEncoderFile(file))
        return addEncoder(file).map([](const EncoderEntry& encoder) {
            return Imported{encoder.path, QString::fromStdString(encoder.sha256),
                            QString::fromStdString(encoder.name), true};
        });
    const auto added = addToLibrary(file);
    if (!added)
        return tl::make_unexpected(added.error());
    return readModelCard(*added).map([&](const ModelCard& card) {
        return Imported{*added, QString::fromStdString(card.weightsSha256),
                        QString::fromStdString(card.name), false};
    });
}

} // namespace

template <class Work, class Then>
void ModelsPage::work(Work work, Then then)
{
    setBusy(1);
    runInBackground(&pool_, this, std::move(work),
                    [this, then = std::move(then)](auto result) mutable {
                        setBusy(-1);
                        then(std::move(result));
                    });
}

void ModelsPage::change(std::function<Result<void>()> work, std::function<void()> then)
{
    this->work(std::move(work), [this, then = std::move(then)](const Result<void>& result) {
        if (result)
            then();
        else
            report(result.error());
        refresh();
    });
}

void ModelsPage::report(const Error& error)
{
    Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
}

void ModelsPage::perform(ModelDetails::Action action)
{
    if (!current() || isBusy())
        return;
    switch (action) {
    case ModelDetails::Action::UseByDefault:
        useByDefault();
        break;
    case ModelDetails::Action::UseForFolder:
        askForFolder();
        break;
    case ModelDetails::Action::Teach:
        Q_EMIT trainFrom(current()->name);
        break;
    case ModelDetails::Action::Verify:
        verify();
        break;
    case ModelDetails::Action::Export:
        askForExport();
        break;
    case ModelDetails::Action::Delete:
        askForDeletion();
        break;
    }
}

void ModelsPage::askForImport()
{
    if (isBusy())
        return;
    auto* dialog = new QFileDialog(this, tr("Import models"));
    question_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Models and encoders (*.safetensors)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ModelsPage::importFiles);
    dialog->open();
}

void ModelsPage::importFiles(const QStringList& files)
{
    std::vector<fs::path> paths;
    for (const QString& file : files)
        paths.push_back(pathNamed(file));
    work(
        [paths] {
            std::vector<Result<Imported>> imported;
            imported.reserve(paths.size());
            for (const fs::path& path : paths)
                imported.push_back(import(path));
            return imported;
        },
        [this](const std::vector<Result<Imported>>& imported) {
            for (const Result<Imported>& one : imported) {
                if (!one) {
                    report(one.error());
                    continue;
                }
                const bool wasThere =
                    std::any_of(contents_.items.begin(), contents_.items.end(),
                                [&](const LibraryItem& item) { return item.path == one->file; });
                if (wasThere)
                    Q_EMIT done(tr("“%1” was in the library already.").arg(one->name));
                else if (one->isEncoder)
                    Q_EMIT done(tr("The encoder “%1” is in the library now; a training can start "
                                   "from it.")
                                    .arg(one->name));
                else
                    Q_EMIT done(tr("“%1” is in the library now.").arg(one->name));
                wanted_ = one->sha256;
            }
            refresh();
        });
}

void ModelsPage::askForExport()
{
    const QDir folder(documentsFolder());
    auto* dialog = new QFileDialog(this, tr("Export the model"));
    question_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // A file that is there is refused, whatever anybody says.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilter(tr("Models and encoders (*.safetensors)"));
    dialog->setDefaultSuffix(QStringLiteral("safetensors"));
    dialog->setDirectory(folder);
    dialog->selectFile(QString::fromStdString(libraryFileName(current()->name.toStdString())));
    connect(dialog, &QFileDialog::fileSelected, this, &ModelsPage::exportTo);
    dialog->open();
}

void ModelsPage::exportTo(const QString& file)
{
    if (!current())
        return;
    const LibraryItem item = *current();
    change(
        [item, target = pathNamed(file)] {
            const auto written = item.isEncoder ? exportEncoder(item.name.toStdString(), target)
                                                : exportModel(item.sha256.toStdString(), target);
            return written.map([](const fs::path&) {});
        },
        [this, item, file] { Q_EMIT done(tr("“%1” was saved as “%2”.").arg(item.name, file)); });
}

void ModelsPage::askForFolder()
{
    auto* dialog =
        new QFileDialog(this, tr("Photos that are coloured with “%1”").arg(current()->name));
    question_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelsPage::useForFolder);
    dialog->open();
}

void ModelsPage::useForFolder(const QString& folder)
{
    if (!current())
        return;
    const LibraryItem item = *current();
    change([item, folder = pathNamed(
                      folder)] { return setCollectionModel(folder, item.sha256.toStdString()); },
           [this, item, folder] {
               Q_EMIT done(
                   tr("“%1” is used for the photos in “%2” from now on.").arg(item.name, folder));
               Q_EMIT collectionsChanged();
           });
}

void ModelsPage::removeFolder(const fs::path& folder)
{
    if (isBusy())
        return;
    change([folder] { return clearCollectionModel(folder); },
           [this, folder] {
               Q_EMIT done(tr("The photos in “%1” are coloured with the ordinary default again.")
                               .arg(shownPath(folder)));
               Q_EMIT collectionsChanged();
           });
}

void ModelsPage::useByDefault()
{
    const LibraryItem item = *current();
    change([sha256 = item.sha256.toStdString()] { return setDefaultModel(sha256); },
           [this, item] {
               Q_EMIT done(tr("“%1” is used from now on.").arg(item.name));
               Q_EMIT defaultChanged();
           });
}

void ModelsPage::rollBack()
{
    if (isBusy())
        return;
    work([] { return rollBackDefaultModel(); },
         [this](const Result<ModelEntry>& now) {
             if (now) {
                 wanted_ = QString::fromStdString(now->sha256);
                 Q_EMIT done(
                     tr("“%1” is the default again.").arg(QString::fromStdString(now->name)));
                 Q_EMIT defaultChanged();
             } else {
                 report(now.error());
             }
             refresh();
         });
}

void ModelsPage::verify()
{
    const LibraryItem item = *current();
    details_->setVerdict(ModelDetails::Verdict::Checking);
    work(
        [item]() -> Result<void> {
            if (item.isEncoder)
                return verifyEncoder(item.path);
            return verifyModel(item.path).map([](const ModelEntry&) {});
        },
        [this, item](const Result<void>& result) {
            // Another one may have been chosen meanwhile.
            if (!current() || current()->sha256 != item.sha256)
                return;
            if (result)
                details_->setVerdict(ModelDetails::Verdict::Whole);
            else
                details_->setVerdict(ModelDetails::Verdict::Damaged, words(result.error().message));
        });
}

void ModelsPage::askForDeletion()
{
    const LibraryItem item = *current();
    QString consequences = tr("Its file is removed for good.");
    if (item.isDefault)
        consequences += u' ' + tr("It is the default: the one before it takes its place.");
    if (!item.folders.empty())
        consequences += u' ' + tr("Folders that it was chosen for will use the default: %1")
                                   .arg(QLocale().toString(qlonglong(item.folders.size())));
    auto* box = new QMessageBox(this);
    question_ = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Delete"));
    box->setText(tr("Delete “%1”?").arg(shortenedName(item.name)));
    box->setInformativeText(consequences);
    QPushButton* yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, item] { remove(item); });
    box->open();
}

void ModelsPage::remove(const LibraryItem& item)
{
    change(
        [item] {
            return item.isEncoder ? removeEncoder(item.name.toStdString())
                                  : removeFromLibrary(item.sha256.toStdString());
        },
        [this, item] {
            Q_EMIT done(tr("“%1” was deleted.").arg(item.name));
            if (item.isDefault)
                Q_EMIT defaultChanged();
            if (!item.folders.empty())
                Q_EMIT collectionsChanged();
        });
}

} // namespace autochrome
