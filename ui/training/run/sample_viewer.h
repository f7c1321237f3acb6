#pragma once

#include "ui/training/run/run_state.h"

#include <QMap>
#include <QWidget>
#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace autochrome {

class SampleCanvas;
class SampleLoader;

/// What the network makes of a few validation photos: before, now and in truth, side by side. A
/// slider, a drag across the pictures and the arrow keys go through the validations; one of them
/// can be kept beside the others. Shows the newest one until the person chooses another.
class SampleViewer : public QWidget
{
    Q_OBJECT

public:
    explicit SampleViewer(QWidget* parent = nullptr);

    /// @param folder  of the samples (RunFolder::samples)
    void setFolder(const QString& folder);
    void setSamples(const RunSamples& samples);
    /// What the validations measured, by step: dB over the grey picture.
    void setGains(const QMap<qint64, double>& gains);

    std::optional<qint64> step() const; ///< that is shown; none without pictures
    std::optional<qint64> keptStep() const { return kept_; }
    int photo() const { return photo_; }
    bool followsNewest() const { return follows_; }

    void showStep(qint64 step); ///< the nearest there is; the newest one follows what comes
    void showPhoto(int photo);
    void keepBeside(bool on); ///< the step that is shown now, in a picture of its own

    SampleCanvas* canvas() const { return canvas_; }
    QSlider* slider() const { return slider_; }
    QLabel* caption() const { return caption_; }
    QToolButton* newestButton() const { return newest_; }
    QToolButton* keepButton() const { return keep_; }
    QToolButton* photoButton(int photo) const;

private:
    void build();
    void goTo(int index);
    void makePhotoButtons();
    void refresh();
    void showPictures();
    void loadNeighbours();
    QString pathOf(const QString& of, int photo) const;
    QString stepName(qint64 step) const;

    QString folder_;
    RunSamples samples_;
    QMap<qint64, double> gains_;
    int index_ = -1; ///< into the steps
    int dragIndex_ = -1;
    int photo_ = 0;
    bool follows_ = true;
    std::optional<qint64> kept_;

    SampleLoader* loader_;
    QLabel* nothing_;
    QWidget* content_;
    SampleCanvas* canvas_;
    QHBoxLayout* photoRow_;
    QButtonGroup* photos_;
    QSlider* slider_;
    QLabel* caption_;
    QToolButton* newest_;
    QToolButton* keep_;
};

} // namespace autochrome
