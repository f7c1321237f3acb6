#pragma once

#include "ui/training/data/photo_surveyor.h"

#include <QWidget>

class QGridLayout;

namespace autochrome {

/// Tables of what was found in a collection of photos: how many of each use, and their sizes.
class SurveySummary : public QWidget
{
    Q_OBJECT

public:
    explicit SurveySummary(QWidget* parent = nullptr);

    void setFound(const SurveyedData& found); ///< in the place of what was shown
    void clear();

    /// What stands in the tables, a row a line, for tests and for reading it out.
    QString text() const { return text_; }

private:
    void addRow(QGridLayout* table, const QString& name, const QStringList& figures,
                const QString& help = {});

    QWidget* counts_ = nullptr;
    QWidget* sizes_ = nullptr;
    QString text_;
};

} // namespace autochrome
