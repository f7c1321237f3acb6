#pragma once

#include <QLabel>

class QLocale;

namespace autochrome {

class ColorizerService;
class PhotoDocument;

/// The line at the bottom: model · device · time · how well luminance was kept · pixels; or the
/// file that a result is shown from · pixels. Wraps in a narrow window rather than cutting
/// anything.
class StatusLine : public QLabel
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showFacts(const ColorizerService& service, const PhotoDocument* document);

private:
    static QString luminanceFact(const PhotoDocument& document, const QLocale& locale);
};

} // namespace autochrome
