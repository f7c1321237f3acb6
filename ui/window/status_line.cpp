#include "ui/window/status_line.h"

#include "core/photo/lightness_error.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/row_text.h"

#include <QLocale>

namespace autochrome {

namespace {

QString fileName(const std::filesystem::path& path)
{
    return shownName(nameOfPath(path.filename()));
}

QString numberOf(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

bool isProcessor(const Colorizer* colorizer, const std::string& device)
{
    return colorizer && colorizer->deviceName() == device && colorizer->deviceId() == "cpu";
}

} // namespace

StatusLine::StatusLine(QWidget* parent) : BreakingLabel({}, parent)
{
    setContentsMargins(12, 4, 12, 5);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
}

/// Of the file that it was saved to, as soon as there is one: what an encoder does is not seen
/// here.
QString StatusLine::lightnessSentence(const PhotoDocument& document)
{
    const std::optional<WrittenPhoto> file = document.rendering()->lastWritten();
    if (!file || !file->lightness) {
        const double promise = promisedLightness(document.photo()->bitDepth());
        return document.luminanceError().value_or(0) <= promise
                   ? tr("Lightness kept.")
                   : tr("Lightness could not be kept everywhere.");
    }
    const QString name = shortenedName(fileName(file->path));
    const double greatest = file->lightness->greatest;
    return greatest <= promisedLightness(file->bitDepth)
               ? tr("Lightness kept in “%1”.").arg(name)
               : tr("Lightness changed in “%1”, by up to %2 L*.").arg(name, numberOf(greatest, 1));
}

QString StatusLine::lightnessFigure(const PhotoDocument& document)
{
    const std::optional<WrittenPhoto> file = document.rendering()->lastWritten();
    if (!file || !file->lightness)
        return tr("Lightness differs by at most %1 L* (promised: %2)")
            .arg(numberOf(document.luminanceError().value_or(0), 3),
                 numberOf(promisedLightness(document.photo()->bitDepth()), 2));
    return tr("Lightness in “%1” differs by at most %2 L* (promised: %3)")
        .arg(fileName(file->path), numberOf(file->lightness->greatest, 3),
             numberOf(promisedLightness(file->bitDepth), 2));
}

QString StatusLine::sentence(const ColorizerService& service, const PhotoDocument* document)
{
    const auto colorizer = service.colorizer();
    if (document && document->result())
        return tr("This is the result “%1”, as it was saved.")
            .arg(shortenedName(fileName(document->result()->source.path)));
    if (document && document->rendering()) {
        const ChromaMap& chroma = document->rendering()->chroma();
        const QString model = shortenedName(QString::fromStdString(chroma.modelName));
        const QString seconds = numberOf(document->colourSeconds(), 1);
        const QString made =
            isProcessor(colorizer.get(), chroma.device)
                ? tr("Colour by %1 on this computer's processor in %2 s.").arg(model, seconds)
                : tr("Colour by %1 on %2 in %3 s.")
                      .arg(model, QString::fromStdString(chroma.device), seconds);
        return made + u' ' +
               (document->isUpToDate() || document->work()
                    ? lightnessSentence(*document)
                    : tr("The settings have changed since: colourise the photo again."));
    }
    if (!colorizer)
        return service.isOpening() ? tr("The model is being loaded…") : tr("There is no model.");
    const QString model = shortenedName(QString::fromStdString(colorizer->modelName()));
    return isProcessor(colorizer.get(), colorizer->deviceName())
               ? tr("%1 is ready on this computer's processor.").arg(model)
               : tr("%1 is ready on %2.")
                     .arg(model, QString::fromStdString(colorizer->deviceName()));
}

QStringList StatusLine::figures(const ColorizerService& service, const PhotoDocument* document)
{
    QStringList lines;
    const auto colorizer = service.colorizer();
    if (document && document->result()) {
        lines << tr("File: %1").arg(fileName(document->result()->source.path));
    } else if (document && document->rendering()) {
        const ChromaMap& chroma = document->rendering()->chroma();
        lines << tr("Model: %1").arg(QString::fromStdString(chroma.modelName))
              << tr("Device: %1").arg(QString::fromStdString(chroma.device))
              << tr("Time: %1 s").arg(numberOf(document->colourSeconds(), 2))
              << lightnessFigure(*document);
    } else if (colorizer) {
        lines << tr("Model: %1").arg(QString::fromStdString(colorizer->modelName()))
              << tr("Device: %1").arg(QString::fromStdString(colorizer->deviceName()));
    }
    if (document && document->photo()) {
        const Photo& photo = *document->photo();
        const double megapixels = 1e-6 * photo.pixels.cols * photo.pixels.rows;
        lines << tr("Photo: %1 × %2 pixels (%3 megapixels), %4 bit")
                     .arg(photo.pixels.cols)
                     .arg(photo.pixels.rows)
                     .arg(numberOf(megapixels, megapixels < 10 ? 1 : 0))
                     .arg(photo.bitDepth());
    }
    return lines;
}

void StatusLine::showFacts(const ColorizerService& service, const PhotoDocument* document)
{
    setText(sentence(service, document));
    const QStringList lines = figures(service, document);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    // One line each, whatever the words: not rich text, whatever a file's name looks like.
    QString tip;
    for (const QString& line : lines)
        tip += QStringLiteral("<p style=\"margin:1px; white-space:pre-wrap\">%1</p>")
                   .arg(line.toHtmlEscaped());
    setToolTip(tip);
}

} // namespace autochrome
