#include "ui/window/status_line.h"

#include "ui/settings/path_names.h"
#include "ui/window/colorizer_service.h"
#include "ui/window/photo_document.h"

#include <QLocale>

namespace autochrome {

StatusLine::StatusLine(QWidget* parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(12, 4, 12, 5);
    setAccessibleDescription(tr("Status")); // its name is what it says
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
}

/// Of the file that it was saved to, as soon as there is one: what an encoder does is not seen
/// here.
QString StatusLine::luminanceFact(const PhotoDocument& document, const QLocale& locale)
{
    const auto number = [&locale](double value, int bitDepth) {
        return locale.toString(value, 'f', bitDepth == 16 ? 3 : 1);
    };
    const std::optional<WrittenPhoto> file = document.rendering()->lastWritten();
    if (!file || !file->lightness)
        return tr("luminance kept (max %1 L*)")
            .arg(number(document.luminanceError().value_or(0), document.photo()->bitDepth()));
    const double greatest = file->lightness->greatest;
    const QString sentence = greatest <= promisedLightness(file->bitDepth)
                                 ? tr("luminance kept in “%1” (max %2 L*)")
                                 : tr("luminance changed in “%1” (max %2 L*)");
    return sentence.arg(shownName(nameOfPath(file->path.filename())),
                        number(greatest, file->bitDepth));
}

void StatusLine::showFacts(const ColorizerService& service, const PhotoDocument* document)
{
    const QLocale locale;
    QStringList facts;
    const auto colorizer = service.colorizer();
    if (document && document->result()) {
        const std::string file = document->result()->source.filename().string();
        facts << tr("result “%1”").arg(QString::fromStdString(file));
    } else if (document && document->rendering()) {
        const ChromaMap& chroma = document->rendering()->chroma();
        facts << QString::fromStdString(chroma.modelName) << QString::fromStdString(chroma.device);
        facts << tr("%1 s", "seconds that colouring took")
                     .arg(locale.toString(document->colourSeconds(), 'f', 1));
        facts << luminanceFact(*document, locale);
    } else if (colorizer) {
        facts << QString::fromStdString(colorizer->modelName())
              << QString::fromStdString(colorizer->deviceName());
    } else {
        facts << (service.isOpening() ? tr("Loading the model…") : tr("No model"));
    }
    if (document && document->photo()) {
        const Photo& photo = *document->photo();
        facts << tr("%1 × %2, %3 bit")
                     .arg(photo.pixels.cols)
                     .arg(photo.pixels.rows)
                     .arg(photo.bitDepth());
    }
    // No break within a fact, only between them.
    for (QString& fact : facts)
        fact.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    setText(facts.join(QStringLiteral(" · ")));
}

} // namespace autochrome
