#include "ui/queue/queue_dialog.h"

#include "core/photo/formats/format_names.h"
#include "core/queue/intake/photo_walk.h"
#include "core/queue/naming/name_template.h"
#include "ui/queue/job_row.h"
#include "ui/settings/places.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/widgets/background.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/form.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/photo_filter.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

std::filesystem::path toPath(const QString& text)
{
    return pathNamed(QDir::cleanPath(text));
}

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
    area->setMinimumWidth(choices->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    return area;
}

void select(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

// What one walk through the folders found; shared with its thread.
struct QueueDialog::Walk
{
    Progress progress;
    WalkFilter filter;
    std::vector<FoundPhoto> photos;
    std::vector<Error> problems;
    bool finished = false;
};

QueueDialog::QueueDialog(const QStringList& paths, const std::optional<Recipe>& shown,
                         QWidget* parent)
    : QDialog(parent),
      paths_(paths),
      shown_(shown),
      photos_(new QPushButton(tr("Add p&hotos…"))),
      folders_(new QPushButton(tr("Add fold&er…"))),
      destination_(new QComboBox),
      folder_(new QLineEdit),
      browse_(new QPushButton(tr("Browse…"))),
      template_(new QLineEdit),
      example_(new BreakingLabel),
      collision_(new QComboBox),
      format_(new QComboBox),
      qualityLabel_(new QLabel(tr("&Quality"))),
      quality_(new QSpinBox),
      recipe_(new QComboBox),
      type_(new QComboBox),
      smallest_(new QSpinBox),
      subfolders_(new QCheckBox(tr("Folders &inside folders too"))),
      skipColoured_(new QCheckBox(tr("Leave out photos that have &colours already"))),
      skipOwn_(new QCheckBox(tr("Leave out what was &done before"))),
      ownRecipes_(new QCheckBox(tr("Photos that have settings of their own keep &them"))),
      keepTimes_(new QCheckBox(tr("Results get the &file times of their photos"))),
      watch_(new QCheckBox(tr("&Watch the folder: add photos that come later"))),
      found_(new BreakingLabel),
      problem_(new BreakingLabel),
      add_(new QPushButton(tr("&Add"))),
      start_(new QPushButton(tr("Add and &start")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add to the queue"));
    setAcceptDrops(true);
    pool_.setMaxThreadCount(1);
    build();
    restore();
    connect(photos_, &QPushButton::clicked, this, &QueueDialog::askForPhotos);
    connect(folders_, &QPushButton::clicked, this, &QueueDialog::askForFolder);
    connect(destination_, &QComboBox::currentIndexChanged, this, &QueueDialog::check);
    connect(folder_, &QLineEdit::textChanged, this, &QueueDialog::check);
    connect(template_, &QLineEdit::textChanged, this, &QueueDialog::check);
    connect(format_, &QComboBox::currentIndexChanged, this, &QueueDialog::check);
    connect(browse_, &QPushButton::clicked, this, &QueueDialog::browse);
    connect(type_, &QComboBox::currentIndexChanged, this, &QueueDialog::walk);
    connect(smallest_, &QSpinBox::valueChanged, this, &QueueDialog::walk);
    connect(subfolders_, &QCheckBox::toggled, this, &QueueDialog::walk);
    connect(watch_, &QCheckBox::toggled, this, &QueueDialog::check);
    connect(add_, &QPushButton::clicked, this, [this] { finish(false); });
    connect(start_, &QPushButton::clicked, this, [this] { finish(true); });
}

QueueDialog::~QueueDialog()
{
    if (walk_)
        walk_->progress.cancel();
}

void QueueDialog::build()
{
    destination_->addItem(tr("Beside each photo"), int(Destination::Beside));
    destination_->addItem(tr("All into one folder"), int(Destination::Folder));
    destination_->addItem(tr("Into a folder, with the folders they are in"),
                          int(Destination::Mirror));
    collision_->addItem(tr("Keep both, under a new name"), int(Overwrite::Rename));
    collision_->addItem(tr("Leave the photo out"), int(Overwrite::Skip));
    collision_->addItem(tr("Replace it"), int(Overwrite::Replace));
    format_->addItem(tr("As the photo, but lossless"), -1);
    for (const PhotoFormat& format : photoFormats)
        if (format.writer)
            format_->addItem(QString::fromLatin1(format.name), int(format.format));
    type_->addItem(tr("All"), -1);
    for (const PhotoFormat& format : photoFormats)
        type_->addItem(tr("Only %1").arg(QLatin1String(format.name)), int(format.format));
    if (shown_)
        recipe_->addItem(tr("As for the photo that is open"), true);
    recipe_->addItem(tr("Standard"), false);
    quality_->setRange(1, 100);
    smallest_->setRange(0, 1000000);
    smallest_->setSuffix(tr(" kB"));
    smallest_->setSpecialValueText(tr("of any size"));
    smallest_->setAccessibleName(tr("Size of a photo, at least"));
    for (QPushButton* button : {photos_, folders_, browse_})
        button->setAutoDefault(false);
    template_->setToolTip(tr("{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; "
                             "a / makes folders"));
    qualityLabel_->setBuddy(quality_);
    quality_->setAccessibleName(tr("Quality"));
    start_->setDefault(true);
    add_->setAutoDefault(false);
    folder_->setAccessibleName(tr("Folder for the results"));
    template_->setMinimumWidth(fontMetrics().averageCharWidth() * 40);

    auto row = [](std::initializer_list<QWidget*> widgets) {
        auto* layout = new QHBoxLayout;
        layout->setSpacing(8);
        for (QWidget* widget : widgets)
            layout->addWidget(widget, qobject_cast<QLineEdit*>(widget) ? 1 : 0);
        return layout;
    };
    auto* choices = new QWidget;
    auto* form = new Form(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    QHBoxLayout* from = row({found_, photos_, folders_});
    from->setStretch(0, 1);
    form->addRow(from);
    QHBoxLayout* which = row({type_, smallest_});
    which->addStretch();
    form->addRow(tr("&Photos"), which);
    static_cast<QLabel*>(form->labelForField(which))->setBuddy(type_);
    form->addRow(QString(), subfolders_);
    form->addRow(QString(), skipColoured_);
    form->addRow(QString(), skipOwn_);
    form->addRow(QString(), watch_);
    form->addRow(tr("&Results"), destination_);
    form->addRow(QString(), row({folder_, browse_}));
    form->addRow(tr("&Names"), template_);
    form->addRow(QString(), example_);
    form->addRow(tr("If there is one alread&y"), collision_);
    QHBoxLayout* kind = row({format_, qualityLabel_, quality_});
    kind->addStretch();
    form->addRow(tr("F&ormat"), kind);
    static_cast<QLabel*>(form->labelForField(kind))->setBuddy(format_);
    form->addRow(QString(), keepTimes_);
    form->addRow(tr("Co&lours"), recipe_);
    form->addRow(QString(), ownRecipes_);

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
    layout->addWidget(scrolled(choices), 1);
    layout->addWidget(problem_);
    layout->addLayout(buttons);
    const QSize room = screen()->availableSize() - QSize(32, 64);
    resize((choices->sizeHint() + sizeHint() - layout->itemAt(0)->sizeHint()).boundedTo(room));
}

// The choices of last time, but for the folder to be watched: that is said anew each time.
void QueueDialog::restore()
{
    BatchSettings last;
    if (const QString json = settingValue(setting::batchSettings); !json.isEmpty())
        if (auto read = BatchSettings::fromJson(json.toStdString())) {
            last = std::move(*read);
            // Before it went without saying, it had to be asked for: nobody chose against it.
            if (!QJsonDocument::fromJson(json.toUtf8()).object().contains(QLatin1String("named")))
                last.ownRecipes = true;
        }
    select(destination_, int(last.destination));
    folder_->setText(settingValue(setting::batchFolder));
    template_->setText(QString::fromStdString(last.nameTemplate));
    select(collision_, int(last.collision));
    select(format_, last.format ? int(*last.format) : -1);
    quality_->setValue(last.quality);
    skipColoured_->setChecked(last.skipColoured);
    skipOwn_->setChecked(last.skipOwn);
    ownRecipes_->setChecked(last.ownRecipes);
    keepTimes_->setChecked(last.keepTimes);
    subfolders_->setChecked(true);
    addPaths({});
}

// Once more from the start, the same one only once.
void QueueDialog::addPaths(const QStringList& paths)
{
    for (const QString& path : paths)
        if (!paths_.contains(path))
            paths_ << path;
    watch_->setVisible(paths_.size() == 1 && QFileInfo(paths_.front()).isDir());
    found_->setToolTip(paths_.join(u'\n'));
    // Nothing of the person's goes among the program's own files.
    if (std::any_of(paths_.begin(), paths_.end(), isSamplePhoto)) {
        select(destination_, int(Destination::Folder));
        if (folder_->text().isEmpty())
            folder_->setText(picturesFolder());
    }
    walk();
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

void QueueDialog::remember(const BatchSettings& settings) const
{
    setSetting(setting::batchSettings, QString::fromStdString(settings.toJson()));
    setSetting(setting::batchFolder, folder_->text());
}

// Once more from the start whenever what is looked for changes; the walk before is given up.
void QueueDialog::walk()
{
    if (walk_)
        walk_->progress.cancel();
    walk_ = std::make_shared<Walk>();
    walk_->filter.recursive = subfolders_->isChecked();
    if (const int type = type_->currentData().toInt(); type >= 0)
        walk_->filter.formats.insert(FileFormat(type));
    walk_->filter.smallest = std::int64_t(smallest_->value()) * 1000;
    std::vector<std::filesystem::path> inputs;
    for (const QString& path : paths_)
        inputs.push_back(toPath(QFileInfo(path).absoluteFilePath()));
    check();
    runInBackground(
        &pool_, this,
        [walk = walk_, inputs] {
            const auto done = walkPhotos(
                inputs, walk->filter,
                [&](FoundPhoto photo) { walk->photos.push_back(std::move(photo)); },
                [&](const Error& problem) { walk->problems.push_back(problem); }, walk->progress);
            return done.has_value();
        },
        [this, walk = walk_](bool done) {
            if (done)
                onWalked(walk);
        });
}

void QueueDialog::onWalked(const std::shared_ptr<Walk>& walk)
{
    if (walk != walk_)
        return;
    walk_->finished = true;
    check();
}

void QueueDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the results"), folder_->text());
    if (!folder.isEmpty())
        folder_->setText(folder);
}

BatchSettings QueueDialog::settings() const
{
    BatchSettings settings;
    settings.destination = Destination(destination_->currentData().toInt());
    if (settings.destination != Destination::Beside)
        settings.folder = toPath(QFileInfo(folder_->text().trimmed()).absoluteFilePath());
    settings.nameTemplate = template_->text().trimmed().toStdString();
    settings.collision = Overwrite(collision_->currentData().toInt());
    if (const int format = format_->currentData().toInt(); format >= 0)
        settings.format = FileFormat(format);
    settings.quality = quality_->value();
    if (shown_ && recipe_->currentData().toBool())
        settings.recipe = *shown_;
    settings.ownRecipes = ownRecipes_->isChecked();
    settings.keepTimes = keepTimes_->isChecked();
    settings.model = settingValue(setting::model).toStdString();
    settings.skipColoured = skipColoured_->isChecked();
    settings.skipOwn = skipOwn_->isChecked();
    return settings;
}

QString QueueDialog::exampleName(const BatchSettings& settings) const
{
    const auto names = NameTemplate::parse(settings.nameTemplate);
    if (!names || !walk_->finished || walk_->photos.empty())
        return {};
    const std::filesystem::path& first = walk_->photos.front().path;
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
    const BatchSettings chosen = settings();
    const bool elsewhere = chosen.destination != Destination::Beside;
    folder_->setEnabled(elsewhere);
    browse_->setEnabled(elsewhere);
    const bool quality = chosen.format && !factsOf(*chosen.format).lossless;
    qualityLabel_->setVisible(quality);
    quality_->setVisible(quality);

    const qint64 count = qint64(walk_->photos.size());
    QString found = paths_.isEmpty()   ? tr("Choose photos or folders, or drop them here.")
                    : !walk_->finished ? tr("Looking for photos…")
                    : count == 0       ? tr("There are no photos of this kind.")
                                       : tr("%Ln photo(s)", nullptr, int(count));
    if (walk_->finished && !walk_->problems.empty() && !paths_.isEmpty())
        found += u'\n' + words(walk_->problems.front().message);
    found_->setText(found);

    QString problem;
    const auto names = NameTemplate::parse(chosen.nameTemplate);
    if (!names)
        problem = words(names.error().message);
    else if (elsewhere && folder_->text().trimmed().isEmpty())
        problem = tr("Choose a folder for the results.");
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    const QString example = exampleName(chosen);
    example_->setText(example.isEmpty() ? QString() : tr("for example “%1”").arg(example));
    const bool ready = problem.isEmpty() && walk_->finished && (count > 0 || watch_->isChecked());
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
    request.settings = settings();
    if (walk_->finished)
        for (const FoundPhoto& photo : walk_->photos)
            request.jobs.push_back({photo.path, photo.root, photo.size, photo.modified});
    if (watch_->isVisible() && watch_->isChecked())
        request.watched = toPath(first.filePath());
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
    remember(chosen.settings);
    Q_EMIT requested(chosen);
    accept();
}

} // namespace autochrome
