#pragma once

#include "core/photo/photo.h"

#include <QWidget>
#include <memory>

class QGridLayout;
class QVBoxLayout;

namespace autochrome {

/// What the source file is: name, format, pixels, profile, warnings.
class SourceSection : public QWidget
{
    Q_OBJECT

public:
    explicit SourceSection(QWidget* parent = nullptr);

    /// @param profile  name of the photo's colour space; null photo: nothing is shown
    void setPhoto(const std::shared_ptr<const Photo>& photo, const QString& profile);

private:
    void addFact(const QString& name, const QString& value);
    void addNotice(const char* icon, const QString& sentence);

    QGridLayout* facts_;
    QVBoxLayout* notices_;
};

} // namespace autochrome
