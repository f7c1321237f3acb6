#pragma once

#include "core/edit/recipe.h"
#include "core/photo/photo.h"

#include <QHash>
#include <QScrollArea>
#include <QVector>
#include <memory>

class QAction;

namespace autochrome {

class ColourSection;
class FoldSection;
class MetadataSection;
class SourceSection;
class StageSection;
class ToneSection;

/// The panel beside the photo: sections that fold, remembered between runs.
class AdjustPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit AdjustPanel(QWidget* parent = nullptr);

    /// Beside the title of the colours: brings all defaults back.
    void useResetAction(QAction* action);
    /// What the sections on the source show. @param profile  name of the photo's colour space
    void setPhoto(const std::shared_ptr<const Photo>& photo, const QString& profile);

    /// A section that is seen alone, in place of the others, while showTool() says so.
    void addTool(QWidget* section, const QString& title);
    void showTool(const QWidget* section); ///< null: the others again

    ColourSection* colour() const { return colour_; }
    ToneSection* tone() const { return tone_; }
    StageSection* detail() const { return detail_; }
    /// Shows the choices of a recipe, without signals.
    void setRecipe(const Recipe& recipe);
    SourceSection* source() const { return source_; }
    MetadataSection* metadata() const { return metadata_; }
    const QVector<FoldSection*>& sections() const { return sections_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rememberFolding() const;

    ColourSection* colour_;
    ToneSection* tone_;
    StageSection* detail_;
    SourceSection* source_;
    MetadataSection* metadata_;
    QVector<FoldSection*> sections_;
    QHash<const QWidget*, FoldSection*> tools_;
};

} // namespace autochrome
