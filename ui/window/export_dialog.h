#pragma once

#include "ui/document/export_job.h"

#include <QDialog>
#include <functional>
#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QWidget;

namespace autochrome {

class IconLabel;
class MetadataTable;

/// Where and how a result is saved, and the metadata that will be written into it. Does not block
/// the window; saving itself happens elsewhere, on exportRequested().
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Tells whether a path is the source of an open photo, which is never written to.
    using IsSource = std::function<bool(const QString& path)>;

    ExportDialog(Rendering rendering, IsSource isSource, QWidget* parent = nullptr);

    /// Another rendering of the photo takes the place of the one at hand.
    void setRendering(Rendering rendering);
    const Rendering& rendering() const { return rendering_; }
    /// Why nothing can be saved for now, whatever is chosen here; empty: it can.
    void setWhyNot(const QString& whyNot);

    ExportRequest request() const;

    QLineEdit* target() const { return target_; }
    QComboBox* format() const { return format_; }
    QSpinBox* quality() const { return quality_; }
    QLabel* problem() const { return problem_; } ///< why it cannot be saved like this
    QLabel* depth() const { return depth_; }
    QLabel* lightness() const { return lightness_; }     ///< what the format does to it
    QButtonGroup* existing() const { return existing_; } ///< what if the file exists
    MetadataTable* metadata() const { return metadata_; }
    QPushButton* exportButton() const { return export_; }
    QLabel* wholeName() const { return whole_; } ///< where it goes, if that is not what is typed

Q_SIGNALS:
    void exportRequested(const autochrome::ExportRequest& request);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showMetadata();
    QWidget* makeFileGroup();
    FileFormat chosenFormat() const;
    QString targetPath() const;
    void onFormatChanged();
    void onNameChanged();
    void completeName();
    bool isFolder() const;
    void tellLightness();
    void makeRoomForSentences();
    void browse();
    void check();

    Rendering rendering_;
    IsSource isSource_;
    QString whyNot_;
    QString folder_; ///< that of names without one
    QLineEdit* target_;
    QPushButton* browse_;
    QLabel* whole_;
    /// What was asked for and cannot be written, or what the source is: said once.
    std::optional<FileFormat> onlyRead_;
    QComboBox* format_;
    QLabel* qualityLabel_;
    QSpinBox* quality_;
    QLabel* depth_;
    QLabel* lightness_;
    QWidget* existingRow_;
    QButtonGroup* existing_;
    QWidget* problemRow_;
    QLabel* problem_;
    MetadataTable* metadata_;
    QPushButton* export_;
    /// Hears the fields. A field that loses the focus while its window is taken apart still tells
    /// what was being typed: this is gone by then.
    QObject listener_;
};

} // namespace autochrome
