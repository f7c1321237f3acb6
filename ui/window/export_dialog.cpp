#include "ui/window/export_dialog.h"

#include "core/photo/formats/format_names.h"
#include "ui/document/export_target.h"
#include "ui/settings/settings.h"
#include "ui/tools/metadata_table.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

bool hasQuality(FileFormat format)
{
    return !factsOf(format).lossless;
}

bool isWritten(std::optional<FileFormat> format)
{
    return format && factsOf(*format).writer;
}

FileFormat preferredFormat(const Photo& photo)
{
    const QString remembered = settingValue(setting::exportFormat);
    for (const PhotoFormat& format : photoFormats) {
        if (format.writer && remembered == QLatin1String(format.name))
            return format.format;
    }
    return losslessFormatFor(photo.format);
}

} // namespace

ExportDialog::ExportDialog(Rendering rendering, IsSource isSource, QWidget* parent)
    : QDialog(parent),
      rendering_(std::move(rendering)),
      isSource_(std::move(isSource)),
      target_(new QLineEdit),
      browse_(new QPushButton),
      whole_(new QLabel),
      format_(new QComboBox),
      qualityLabel_(new QLabel(tr("&Quality"))),
      quality_(new QSpinBox),
      depth_(new QLabel),
      lightness_(new QLabel),
      existingRow_(new QWidget),
      existing_(new QButtonGroup(this)),
      problemRow_(new QWidget),
      problem_(new BreakingLabel),
      metadata_(new MetadataTable),
      export_(new QPushButton(tr("Export")))
{
    const std::shared_ptr<const Photo> before = rendering_.before();
    const Photo& photo = *before;
    setWindowTitle(tr("Export “%1”").arg(QString::fromStdString(photo.source.name())));
    setAttribute(Qt::WA_DeleteOnClose);
    showMetadata();
    metadata_->setAccessibleName(tr("Metadata that will be written"));
    metadata_->setMinimumHeight(fontMetrics().height() * 4);
    export_->setDefault(true);
    export_->setIcon(themedIcon("export"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);

    auto* problemLayout = new QHBoxLayout(problemRow_);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    problemLayout->addWidget(new IconLabel(themedIcon("error")), 0, Qt::AlignTop);
    problemLayout->addWidget(problem_, 1);

    auto* metadataLabel = new QLabel(tr("&Metadata that will be written"));
    metadataLabel->setBuddy(metadata_);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(export_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(makeFileGroup());
    layout->addWidget(problemRow_);
    layout->addWidget(metadataLabel);
    layout->addWidget(metadata_, 1);
    layout->addLayout(buttons);
    // A small screen, or one at 200 %, has less room: then the metadata scroll in a few lines.
    const QSize room = screen()->availableSize() - QSize(32, 64);
    resize(
        QSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 36).boundedTo(room));

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(export_, &QPushButton::clicked, this, [this] {
        const ExportRequest chosen = request();
        setSetting(setting::exportFormat, QString::fromLatin1(formatName(chosen.options.format)));
        setSetting(setting::exportQuality, chosen.options.quality);
        accept();
        Q_EMIT exportRequested(chosen);
    });
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::onFormatChanged);
    connect(target_, &QLineEdit::textChanged, this, &ExportDialog::onNameChanged);
    connect(target_, &QLineEdit::editingFinished, &listener_, [this] { completeName(); });
    connect(quality_, &QSpinBox::valueChanged, this, &ExportDialog::tellLightness);
    connect(browse_, &QPushButton::clicked, this, &ExportDialog::browse);

    if (!isWritten(photo.format))
        onlyRead_ = photo.format;
    const FileFormat format = preferredFormat(photo);
    const QString suggested = suggestedTarget(photo, format);
    folder_ = QFileInfo(suggested).path();
    target_->setText(suggested);
    format_->setCurrentIndex(format_->findData(int(format)));
    onFormatChanged();
}

void ExportDialog::showMetadata()
{
    metadata_->showChanges(exportMetadata(rendering_).fields(),
                           rendering_.before()->metadata.fields());
}

void ExportDialog::setRendering(Rendering rendering)
{
    rendering_ = std::move(rendering);
    showMetadata();
}

void ExportDialog::setWhyNot(const QString& whyNot)
{
    if (whyNot == whyNot_)
        return;
    whyNot_ = whyNot;
    check();
}

QWidget* ExportDialog::makeFileGroup()
{
    for (const PhotoFormat& format : photoFormats)
        if (format.writer)
            format_->addItem(QString::fromLatin1(format.name), int(format.format));
    quality_->setRange(1, 100);
    quality_->setValue(settingValue(setting::exportQuality));
    quality_->setAccessibleName(tr("Quality"));
    qualityLabel_->setBuddy(quality_);
    browse_->setText(tr("Browse…"));
    browse_->setAutoDefault(false);
    target_->setAccessibleName(tr("File"));
    target_->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    depth_->setWordWrap(true);
    whole_->setWordWrap(true);
    whole_->setTextFormat(Qt::PlainText);
    lightness_->setWordWrap(true);

    auto* keepBoth = new QRadioButton(tr("Keep both, under a new name"));
    auto* replace = new QRadioButton(tr("Replace it"));
    keepBoth->setChecked(true);
    existing_->addButton(keepBoth, int(Overwrite::Rename));
    existing_->addButton(replace, int(Overwrite::Replace));
    auto* existingLayout = new QHBoxLayout(existingRow_);
    existingLayout->setContentsMargins(0, 0, 0, 0);
    existingLayout->setSpacing(16);
    existingLayout->addWidget(keepBoth);
    existingLayout->addWidget(replace);
    existingLayout->addStretch();

    auto* targetRow = new QHBoxLayout;
    targetRow->setSpacing(8);
    targetRow->addWidget(target_, 1);
    targetRow->addWidget(browse_);
    auto* formatRow = new QHBoxLayout;
    formatRow->addWidget(format_);
    formatRow->addSpacing(16);
    formatRow->addWidget(qualityLabel_);
    formatRow->addWidget(quality_);
    formatRow->addStretch();

    auto* group = new QWidget;
    auto* form = new Form(group);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    form->addRow(tr("&File"), targetRow);
    form->addRow(QString(), whole_);
    form->addRow(tr("It exists already"), existingRow_);
    form->addRow(tr("F&ormat"), formatRow);
    form->addRow(tr("Bit depth"), depth_);
    form->addRow(tr("Lightness"), lightness_);
    static_cast<QLabel*>(form->labelForField(targetRow))->setBuddy(target_);
    static_cast<QLabel*>(form->labelForField(formatRow))->setBuddy(format_);
    return group;
}

FileFormat ExportDialog::chosenFormat() const
{
    return FileFormat(format_->currentData().toInt());
}

// As it will be called, whatever is typed: with a folder, and with an extension.
QString ExportDialog::targetPath() const
{
    const QString name = target_->text().trimmed();
    if (name.isEmpty() || name.endsWith(u'/'))
        return {};
    const QString path = QDir::isAbsolutePath(name) ? name : QDir(folder_).filePath(name);
    return QDir::cleanPath(withExtension(path, chosenFormat()));
}

ExportRequest ExportDialog::request() const
{
    WriteOptions options;
    options.format = chosenFormat();
    options.quality = quality_->value();
    options.overwrite = Overwrite(existing_->checkedId());
    return {rendering_, targetPath(), options};
}

// A name that says a format chooses it; one that says none gets the extension of the one chosen.
void ExportDialog::onNameChanged()
{
    const auto named = formatOfFileName(target_->text().trimmed());
    if (named && !isWritten(named))
        onlyRead_ = named;
    else if (named)
        format_->setCurrentIndex(format_->findData(int(*named)));
    check();
}

void ExportDialog::completeName()
{
    if (!targetPath().isEmpty() && !isFolder())
        target_->setText(withExtension(target_->text().trimmed(), chosenFormat()));
}

bool ExportDialog::isFolder() const
{
    return QFileInfo(QDir(folder_), target_->text().trimmed()).isDir() ||
           QFileInfo(targetPath()).isDir();
}

void ExportDialog::onFormatChanged()
{
    const FileFormat format = chosenFormat();
    qualityLabel_->setVisible(hasQuality(format));
    quality_->setVisible(hasQuality(format));
    const bool deep = rendering_.before()->bitDepth() == 16;
    if (!deep)
        depth_->setText(tr("8 bits per channel, as in the source"));
    else if (factsOf(format).depth == 16)
        depth_->setText(tr("16 bits per channel, as in the source"));
    else
        depth_->setText(tr("8 bits per channel: %1 holds no more; the finer steps of the 16-bit "
                           "source are lost")
                            .arg(QLatin1String(formatName(format))));
    tellLightness();
    completeName();
    check();
}

void ExportDialog::tellLightness()
{
    constexpr int fine = 90;   // at single pixels some L*
    constexpr int coarse = 75; // libjpeg's own default; below it blocks are seen
    const QLatin1String format(formatName(chosenFormat()));
    if (!hasQuality(chosenFormat()))
        lightness_->setText(tr("kept at every pixel"));
    else if (quality_->value() >= fine)
        lightness_->setText(
            tr("not kept exactly: %1 changes individual pixels a little; PNG and TIFF keep it")
                .arg(format));
    else if (quality_->value() >= coarse)
        lightness_->setText(
            tr("not kept: %1 changes fine detail at this quality; PNG and TIFF keep it")
                .arg(format));
    else
        lightness_->setText(
            tr("not kept: %1 changes it visibly at this quality; PNG and TIFF keep it")
                .arg(format));
    makeRoomForSentences();
}

void ExportDialog::makeRoomForSentences()
{
    // A form's rows reckon with the width of the whole row, label and all, and cut a sentence that
    // only just wraps.
    for (QLabel* sentence : {depth_, lightness_, whole_})
        sentence->setMinimumHeight(
            isVisible() ? std::max(0, sentence->heightForWidth(sentence->width())) : 0);
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    makeRoomForSentences();
}

void ExportDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    makeRoomForSentences();
}

void ExportDialog::browse()
{
    QStringList filters;
    for (int i = 0; i < format_->count(); ++i) {
        const auto format = FileFormat(format_->itemData(i).toInt());
        filters << tr("%1 files (*.%2)")
                       .arg(QLatin1String(formatName(format)),
                            QLatin1String(formatExtension(format)));
    }
    const QString offered = filters.value(format_->currentIndex());
    QString chosen = offered;
    const QString before = targetPath();
    // Overwriting is asked about here in the dialog, and the source is refused.
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export as"), before.isEmpty() ? folder_ : before,
        filters.join(QStringLiteral(";;")), &chosen, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (chosen != offered)
        format_->setCurrentIndex(int(filters.indexOf(chosen)));
    target_->setText(chosen == offered && isWritten(formatOfFileName(path))
                         ? path
                         : withExtension(path, chosenFormat()));
}

void ExportDialog::check()
{
    const QString path = targetPath();
    const QFileInfo target(path);
    const bool exists = !path.isEmpty() && target.exists();
    QString problem;
    if (!whyNot_.isEmpty())
        problem = whyNot_;
    else if (path.isEmpty() || isFolder())
        problem = tr("The file needs a name.");
    else if (isSource_ && isSource_(target.absoluteFilePath()))
        problem = tr("“%1” is an original. Originals are never overwritten; choose another name.")
                      .arg(target.fileName());
    else if (!target.absoluteDir().exists())
        problem = tr("The folder “%1” does not exist.").arg(target.absolutePath());
    else if (!QFileInfo(target.absolutePath()).isWritable())
        problem = tr("The folder “%1” cannot be written to.").arg(target.absolutePath());
    const bool isWhole = path == QDir::cleanPath(target_->text().trimmed());
    QStringList sentences;
    if (onlyRead_)
        sentences << words(onlyRead(*onlyRead_));
    if (!isWhole)
        sentences << tr("It will be saved as “%1”.").arg(QDir::toNativeSeparators(path));
    whole_->setText(sentences.join(u' '));
    whole_->setVisible(!sentences.isEmpty() && problem.isEmpty());
    makeRoomForSentences();
    problem_->setText(problem);
    problemRow_->setVisible(!problem.isEmpty());
    existingRow_->setEnabled(exists && problem.isEmpty());
    const auto* form = static_cast<QFormLayout*>(existingRow_->parentWidget()->layout());
    form->labelForField(existingRow_)->setVisible(exists && problem.isEmpty());
    existingRow_->setVisible(exists && problem.isEmpty());
    export_->setEnabled(problem.isEmpty());
}

} // namespace autochrome
