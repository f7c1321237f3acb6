#pragma once

#include <QScrollArea>
#include <QVector>

namespace autochrome {

class ColourSection;
class FoldSection;
class SourceSection;

/// The panel beside the photo: sections that fold, remembered between runs.
class AdjustPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit AdjustPanel(QWidget* parent = nullptr);

    ColourSection* colour() const { return colour_; }
    SourceSection* source() const { return source_; }
    const QVector<FoldSection*>& sections() const { return sections_; }

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rememberFolding() const;

    ColourSection* colour_;
    SourceSection* source_;
    QVector<FoldSection*> sections_;
};

} // namespace autochrome
