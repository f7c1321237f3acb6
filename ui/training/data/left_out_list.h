#pragma once

#include "ui/training/data/photo_surveyor.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;

namespace autochrome {

class LeftOutModel;

/// The photos that are left out, with small pictures, all or those of one reason.
class LeftOutList : public QWidget
{
    Q_OBJECT

public:
    explicit LeftOutList(QWidget* parent = nullptr);

    void setFound(const SurveyedData& found); ///< without surveys: empty

    LeftOutModel* model() const { return model_; }
    QComboBox* reasonBox() const { return reason_; }
    QListView* list() const { return list_; }
    QLabel* moreLabel() const { return more_; }

private:
    void choose();

    LeftOutModel* model_;
    QComboBox* reason_;
    QListView* list_;
    QLabel* more_;
};

} // namespace autochrome
