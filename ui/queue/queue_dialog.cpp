#include "ui/queue/queue_dialog.h"

#include "core/photo/formats/format_names.h"
#include "core/queue/naming/name_template.h"
#include "ui/queue/job_row.h"
#include "ui/queue/photo_intake.h"
#include "ui/queue/queue_choices.h"
#include "ui/settings/places.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/focus_in_sight.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/photo_filter.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

// As far as a name tells it: the result's format is decided by the photo's content.
std::string extensionFor(const std::filesystem::path& photo, std::optional<FileFormat> format)
{
    if (!format)
        format = losslessFormatFor(formatOfExtension(photo).value_or(FileFormat::Tiff));
    return formatExtension(*format);
}

// A small screen, or one at 200 %, is lower than all the choices.
QScrollArea* scrolled(QWidget* choices)
{
    auto* area = new QScrollArea;
    area->setWidget(choices);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    choices->setAutoFillBackground(false);
    keepFocusInSight(area);
    area->setMinimumWidth(choices->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    return area;
}

} // namespace

QueueDialog::QueueDialog(const QStringList& paths, const std::optional<Recipe>& shown,
                         QWidget* parent)
    : QDialog(parent),
      paths_(paths),
      choices_(new QueueChoices(shown)),
      intake_(new PhotoIntake(this)),
      problem_(new BreakingLabel),
      add_(new QPushButton(tr("&Add"))),
      start_(new QPushButton(tr("Add and &start")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add to the queue"));
    setAcceptDrops(true);
    build();
    connect(choices_->photosButton(), &QPushButton::clicked, this, &QueueDialog::askForPhotos);
    connect(choices_->folderButton(), &QPushButton::clicked, this, &QueueDialog::askForFolder);
    connect(choices_, &QueueChoices::changed, this, &QueueDialog::check);
    connect(choices_, &QueueChoices::filterChanged, this, &QueueDialog::look);
    connect(intake_, &PhotoIntake::changed, this, &QueueDialog::check);
    connect(add_, &QPushButton::clicked, this, [this] { finish(false); });
    connect(start_, &QPushButton::clicked, this, [this] { finish(true); });
    addPaths({});
}

void QueueDialog::build()
{
    start_->setDefault(true);
    add_->setAutoDefault(false);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {cancel, add_, start_})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(scrolled(choices_), 1);
    layout->addWidget(problem_);
    layout->addLayout(buttons);
    const QSize room = screen()->availableSize() - QSize(32, 64);
    resize((choices_->sizeHint() + sizeHint() - layout->itemAt(0)->sizeHint()).boundedTo(room));
}

// Once more from the start, the same one only once.
void QueueDialog::addPaths(const QStringList& paths)
{
    for (const QString& path : paths)
        if (!paths_.contains(path))
            paths_ << path;
    choices_->watch()->setVisible(paths_.size() == 1 && QFileInfo(paths_.front()).isDir());
    choices_->found()->setToolTip(paths_.join(u'\n'));
    // Nothing of the person's goes among the program's own files.
    if (std::any_of(paths_.begin(), paths_.end(), isSamplePhoto))
        choices_->preferFolder(picturesFolder());
    look();
}

void QueueDialog::askForPhotos()
{
    const QStringList photos = QFileDialog::getOpenFileNames(
        this, tr("Photos for the queue"), folderOrPictures(settingValue(setting::openFolder)),
        photoFilter());
    if (photos.isEmpty())
        return;
    setSetting(setting::openFolder, QFileInfo(photos.front()).absolutePath());
    addPaths(photos);
}

void QueueDialog::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of photos for the queue"),
                                          folderOrPictures(settingValue(setting::openFolder)));
    if (folder.isEmpty())
        return;
    setSetting(setting::openFolder, folder);
    addPaths({folder});
}

void QueueDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void QueueDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    addPaths(droppedFiles(event->mimeData()));
}

void QueueDialog::look()
{
    std::vector<std::filesystem::path> inputs;
    for (const QString& path : paths_)
        inputs.push_back(cleanPathNamed(QFileInfo(path).absoluteFilePath()));
    intake_->look(inputs, choices_->filter());
}

QString QueueDialog::exampleName(const BatchSettings& settings) const
{
    const auto names = NameTemplate::parse(settings.nameTemplate);
    if (!names || intake_->photos().empty())
        return {};
    const std::filesystem::path& first = intake_->photos().front().path;
    NameFields fields;
    fields.name = first.stem().native();
    fields.ext = extensionFor(first, settings.format);
    fields.parent = first.parent_path().filename().native();
    fields.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    fields.model = "…";
    fields.batch = request().name;
    fields.counter = 1;
    return pathText(names->expand(fields).native());
}

void QueueDialog::check()
{
    const BatchSettings chosen = choices_->settings();
    const bool finished = intake_->hasFinished();
    const qint64 count = qint64(intake_->photos().size());
    QString found = paths_.isEmpty() ? tr("Choose photos or folders, or drop them here.")
                    : !finished      ? tr("Looking for photos…")
                    : count == 0     ? tr("There are no photos of this kind.")
                                     : tr("%Ln photo(s)", nullptr, int(count));
    if (!intake_->problems().empty() && !paths_.isEmpty())
        found += u'\n' + words(intake_->problems().front().message);
    choices_->found()->setText(found);

    QString problem;
    const auto names = NameTemplate::parse(chosen.nameTemplate);
    if (!names)
        problem = words(names.error().message);
    else if (chosen.destination != Destination::Beside &&
             choices_->folder()->text().trimmed().isEmpty())
        problem = tr("Choose a folder for the results.");
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    choices_->setExample(exampleName(chosen));
    const bool ready =
        problem.isEmpty() && finished && (count > 0 || choices_->watch()->isChecked());
    add_->setEnabled(ready);
    start_->setEnabled(ready);
}

QueueRequest QueueDialog::request() const
{
    QueueRequest request;
    const QFileInfo first(QDir::cleanPath(QFileInfo(paths_.value(0)).absoluteFilePath()));
    request.name = first.fileName().toStdString();
    if (paths_.size() > 1)
        request.name = tr("%1 and more").arg(first.fileName()).toStdString();
    request.settings = choices_->settings();
    for (const FoundPhoto& photo : intake_->photos())
        request.jobs.push_back({photo.path, photo.root, photo.size, photo.modified});
    if (choices_->watch()->isVisible() && choices_->watch()->isChecked())
        request.watched = cleanPathNamed(first.filePath());
    return request;
}

void QueueDialog::finish(bool start)
{
    QueueRequest chosen = request();
    chosen.start = start;
    const std::filesystem::path& folder = chosen.settings.folder;
    if (!folder.empty()) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) {
            problem_->setText(tr("The folder “%1” cannot be made.").arg(pathText(folder.native())));
            problem_->show();
            return;
        }
        // Results of an earlier run, in a folder inside that of the photos, are no photos.
        const std::string inside = folder.native() + "/";
        std::erase_if(chosen.jobs, [&](const NewJob& job) {
            return !job.root.empty() && job.source.path.native().starts_with(inside) &&
                   !(job.root.native() + "/").starts_with(inside);
        });
    }
    choices_->remember(chosen.settings);
    Q_EMIT requested(chosen);
    accept();
}

} // namespace autochrome
