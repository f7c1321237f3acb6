#pragma once

#include <QFormLayout>

namespace autochrome {

/// A form whose labels stand on one line with the first line of their fields, whatever the fields
/// are: number fields, boxes, rows of them, texts of several lines. Fields take the width there is.
class Form : public QFormLayout
{
public:
    explicit Form(QWidget* parent = nullptr);

    void setGeometry(const QRect& rect) override;
};

/// Where the first line of text of a control, a row of them or a label stands: the distance of its
/// baseline from its top; -1 where it has none.
int firstBaseline(const QWidget* widget);

} // namespace autochrome
