#include "ui/tools/source_section.h"

#include "core/photo/metadata/provenance.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace autochrome {

namespace {

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

/// Numbers stay with their units.
QString unbroken(QString text)
{
    return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

} // namespace

SourceSection::SourceSection(QWidget* parent)
    : QWidget(parent), facts_(new QGridLayout), notices_(new QVBoxLayout)
{
    facts_->setContentsMargins(0, 0, 0, 0);
    facts_->setVerticalSpacing(4);
    facts_->setHorizontalSpacing(12);
    facts_->setColumnStretch(1, 1);
    notices_->setContentsMargins(0, 0, 0, 0);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(facts_);
    layout->addLayout(notices_);
    setPhoto(nullptr, {});
}

void SourceSection::setPhoto(const std::shared_ptr<const Photo>& photo, const QString& profile)
{
    clearLayout(facts_);
    clearLayout(notices_);
    if (!photo)
        return;

    const QString path = QString::fromStdString(photo->source.path.string());
    addFact(tr("File"), path.section(QLatin1Char('/'), -1));
    addFact(tr("Folder"), QDir::toNativeSeparators(path.section(QLatin1Char('/'), 0, -2)));
    if (photo->source.page > 0)
        addFact(tr("Page"), QString::number(photo->source.page));
    addFact(tr("Format"), QString::fromLatin1(formatName(photo->format)));
    const QString channels = photo->pixels.channels() == 1   ? tr("grey")
                             : photo->pixels.channels() == 4 ? tr("RGB with transparency")
                                                             : tr("RGB");
    addFact(tr("Pixels"), unbroken(tr("%1 × %2").arg(photo->pixels.cols).arg(photo->pixels.rows)));
    addFact(tr("Depth"), unbroken(tr("%1 bit, %2").arg(photo->bitDepth()).arg(channels)));
    addFact(tr("Colour profile"), profile);
    if (photo->resolution.x > 0 && photo->resolution.unit != Resolution::Unit::None) {
        const bool inch = photo->resolution.unit == Resolution::Unit::Inch;
        addFact(tr("Resolution"), (inch ? tr("%1 per inch") : tr("%1 per cm"))
                                      .arg(QLocale().toString(photo->resolution.x, 'f', 0)));
    }
    const Provenance earlier = provenanceOf(photo->metadata);
    if (!earlier.modelName.empty())
        addNotice("info", tr("This file is itself a result of Autochrome, coloured with “%1”.")
                              .arg(QString::fromStdString(earlier.modelName)));
    for (const Message& warning : photo->warnings)
        addNotice("warning", words(warning));
}

void SourceSection::addFact(const QString& name, const QString& value)
{
    auto* title = new QLabel(name);
    title->setForegroundRole(QPalette::PlaceholderText);
    auto* label = new BreakingLabel(value);
    title->setBuddy(label); // read together by a screen reader
    // Not a form: its rows reckon with another width than the field gets, and cut a line at times.
    const int row = facts_->count() / 2;
    facts_->addWidget(title, row, 0, Qt::AlignTop);
    facts_->addWidget(label, row, 1);
}

void SourceSection::addNotice(const char* icon, const QString& sentence)
{
    auto* row = new QWidget;
    auto* picture = new IconLabel(themedIcon(icon));
    auto* label = new BreakingLabel(sentence);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    notices_->addWidget(row);
}

} // namespace autochrome
