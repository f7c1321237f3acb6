#include "ui/window/status_line.h"

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
        facts << tr("luminance kept (max %1 L*)")
                     .arg(locale.toString(document->rendering()->luminanceError(), 'f',
                                          document->photo()->bitDepth() == 16 ? 3 : 1));
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
