#pragma once

#include "ui/training/data/photo_surveyor.h"
#include "ui/training/data/training_data.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace autochrome {

class ColourFigures;
class FoldSection;
class IconLabel;
class LeftOutList;
class PhotoSplitter;
class SourceList;
class SplitChooser;
class SurveySummary;
class TrainingDraft;

/// Where a training's photos are chosen: their kind and places, a look through them, what was
/// found, how they are parted, and their colours. Remembers the last choice. Folders, archives and
/// lists that are dropped on it are added. Best inside a QScrollArea: its height follows from its
/// width.
class DataPage : public QWidget
{
    Q_OBJECT

public:
    /// Fewer usable photos than this are worth a warning.
    static constexpr int fewPhotos = 20;

    /// @param draft  whose lambda the figures show and change
    explicit DataPage(TrainingDraft* draft, QWidget* parent = nullptr);
    ~DataPage() override; ///< stops a look through at the next photo

    /// What a training can start with; nothing until photos were looked through and parted.
    const std::optional<TrainingData>& data() const { return data_; }

    /// As if the person had chosen it. @param kind  one of data_kind
    void setSources(const QString& kind, const QStringList& sources);

    void lookThrough(); ///< does nothing without sources or while it is on its way
    void cancel();
    bool isLooking() const { return surveyor_->isRunning(); }

    QComboBox* kindBox() const { return kind_; }
    SourceList* sourceList() const { return sources_; }
    QPushButton* lookButton() const { return look_; }
    QPushButton* cancelButton() const { return cancel_; }
    QProgressBar* progressBar() const { return bar_; }
    QLabel* activityLabel() const { return activity_; }
    SurveySummary* summary() const { return summary_; }
    LeftOutList* leftOut() const { return leftOut_; }
    SplitChooser* splitChooser() const { return split_; }
    ColourFigures* figures() const { return figures_; }
    QString note() const; ///< the sentences under the button; empty without any

Q_SIGNALS:
    void dataChanged(); ///< data() is another, or gone
    void figureSaved(const QString& path);
    void problem(const QString& sentence, const QString& detail);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectParts();
    void onSourcesChanged();
    void onFound(const SurveyedData& found);
    void onFailed(const Error& error);
    void onSplit(const TrainSplit& split);
    void forget(); ///< what was found in other sources
    void showKind();
    void showState();
    void showProgress(double fraction, const QString& activity);
    void showNote(const char* icon, const QStringList& sentences);
    QString kind() const;

    TrainingDraft* draft_;
    PhotoSurveyor* surveyor_;
    PhotoSplitter* splitter_;
    SurveyedData found_;
    std::optional<TrainingData> data_;

    QComboBox* kind_;
    QLabel* hint_;
    SourceList* sources_;
    QPushButton* look_;
    QWidget* running_;
    QProgressBar* bar_;
    QLabel* activity_;
    QPushButton* cancel_;
    QWidget* noteRow_;
    IconLabel* noteIcon_;
    QLabel* note_;
    QWidget* results_;
    SurveySummary* summary_;
    LeftOutList* leftOut_;
    SplitChooser* split_;
    ColourFigures* figures_;
    FoldSection* leftOutSection_ = nullptr;
};

} // namespace autochrome
