#include "ui/training/data/source_list.h"

#include "ui/training/data/data_paths.h"
#include "ui/widgets/icon_theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

namespace autochrome {

namespace {

constexpr int pathRole = Qt::UserRole;
constexpr int rowsShown = 3;

QIcon iconOf(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return themedIcon("warning");
    if (file.isDir())
        return themedIcon("open");
    return themedIcon(file.suffix().toLower() == QLatin1String("txt") ? "report" : "batch");
}

} // namespace

SourceList::SourceList(QWidget* parent)
    : QWidget(parent),
      list_(new QListWidget),
      addFolder_(new QPushButton(tr("Add &folder…"))),
      addFile_(new QPushButton(tr("Add archi&ve or list…"))),
      remove_(new QPushButton(tr("&Remove")))
{
    list_->setAccessibleName(tr("Where the photos are"));
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setUniformItemSizes(true);
    list_->setTabKeyNavigation(false);
    const int row = std::max(fontMetrics().height() + 6, 22);
    list_->setFixedHeight(rowsShown * row + 2 * list_->frameWidth() + 4);
    addFile_->setToolTip(tr("A tar archive of photos, or a text file with one photo a line"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton* button : {addFolder_, addFile_})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(remove_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(list_);
    layout->addLayout(buttons);

    const auto showRemovable = [this] { remove_->setEnabled(!list_->selectedItems().isEmpty()); };
    connect(list_, &QListWidget::itemSelectionChanged, this, showRemovable);
    showRemovable();
    connect(addFolder_, &QPushButton::clicked, this, &SourceList::askForFolder);
    connect(addFile_, &QPushButton::clicked, this, &SourceList::askForFiles);
    connect(remove_, &QPushButton::clicked, this, &SourceList::removeSelected);
    auto* erase = new QShortcut(QKeySequence::Delete, list_);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &SourceList::removeSelected);
}

QStringList SourceList::sources() const
{
    QStringList sources;
    for (int row = 0; row < list_->count(); ++row)
        sources << list_->item(row)->data(pathRole).toString();
    return sources;
}

void SourceList::setSources(const QStringList& sources)
{
    list_->clear();
    for (const QString& source : sources)
        append(QDir::cleanPath(QFileInfo(source).absoluteFilePath()));
}

void SourceList::add(const QStringList& paths)
{
    const QStringList known = sources();
    int added = 0;
    QString unfit;
    for (const QString& path : paths) {
        const QString source = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        if (!isSource(source) || (foldersOnly_ && !QFileInfo(source).isDir()))
            unfit = source;
        else if (!known.contains(source) && ++added > 0)
            append(source);
    }
    if (!unfit.isEmpty())
        Q_EMIT refused((foldersOnly_
                            ? tr("“%1” is not a folder, and Places365 is one.")
                            : tr("“%1” is neither a folder nor a tar archive nor a list of "
                                 "photos (.txt)."))
                           .arg(QDir::toNativeSeparators(unfit)));
    if (added > 0)
        Q_EMIT changed();
}

void SourceList::setFoldersOnly(bool foldersOnly)
{
    foldersOnly_ = foldersOnly;
    addFile_->setVisible(!foldersOnly);
}

void SourceList::refresh()
{
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        const QString path = item->data(pathRole).toString();
        const QString name = QDir::toNativeSeparators(path);
        const bool exists = QFileInfo::exists(path);
        item->setIcon(iconOf(path));
        item->setText(name);
        item->setToolTip(exists ? name : goneSentence(path));
        item->setData(Qt::AccessibleDescriptionRole, exists ? QString() : goneSentence(path));
    }
}

void SourceList::append(const QString& path)
{
    auto* item = new QListWidgetItem(list_);
    item->setData(pathRole, path);
    refresh();
}

void SourceList::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of photos"), lastFolder());
    if (!folder.isEmpty())
        add({folder});
}

void SourceList::askForFiles()
{
    add(QFileDialog::getOpenFileNames(this, tr("Archives and lists of photos"), lastFolder(),
                                      tr("Archives and lists (*.tar *.txt)")));
}

void SourceList::removeSelected()
{
    const QList<QListWidgetItem*> selected = list_->selectedItems();
    if (selected.isEmpty())
        return;
    qDeleteAll(selected);
    Q_EMIT changed();
}

QString SourceList::lastFolder() const
{
    const QStringList all = sources();
    return all.isEmpty() ? QDir::homePath() : QFileInfo(all.back()).path();
}

} // namespace autochrome
