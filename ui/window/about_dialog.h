#pragma once

#include "core/edit/colour/colorizer.h"

#include <QDialog>
#include <memory>

namespace autochrome {

/// Version, licence, the libraries that were linked, and the model in use.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const std::shared_ptr<Colorizer>& colorizer, QWidget* parent = nullptr);
};

} // namespace autochrome
