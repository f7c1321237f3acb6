#pragma once

#include "ui/widgets/breaking_label.h"

namespace autochrome {

class ColorizerService;
class PhotoDocument;

/// The line at the bottom: who coloured the photo, on what, how fast, and whether its lightness was
/// kept, in words; or the file that a result is shown from. The figures are in its tooltip. Wraps
/// in a narrow window rather than cutting anything.
class StatusLine : public BreakingLabel
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showFacts(const ColorizerService& service, const PhotoDocument* document);

private:
    static QString lightnessSentence(const PhotoDocument& document);
    static QString lightnessFigure(const PhotoDocument& document);
    static QString sentence(const ColorizerService& service, const PhotoDocument* document);
    static QStringList figures(const ColorizerService& service, const PhotoDocument* document);
};

} // namespace autochrome
