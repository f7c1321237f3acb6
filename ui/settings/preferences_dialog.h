#pragma once

#include <QDialog>
#include <QThreadPool>

class QCheckBox;
class QComboBox;

namespace autochrome {

/// Device, model, language, colours and keys of the window. Choices take effect at once; the
/// language at the next start.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget* parent = nullptr);
    ~PreferencesDialog() override;

    QComboBox* model() const { return model_; }
    QComboBox* device() const { return device_; }
    QComboBox* language() const { return language_; }
    QComboBox* theme() const { return theme_; }
    QCheckBox* singleKeys() const { return singleKeys_; }

Q_SIGNALS:
    void computeChanged(); ///< another model or device was chosen
    void singleKeysChanged(bool on);

private:
    void lookForModelsAndDevices();
    void fillLanguages();
    void fillThemes();

    QThreadPool pool_; ///< looking for models and devices touches the disk and the driver
    QComboBox* model_;
    QComboBox* device_;
    QComboBox* language_;
    QComboBox* theme_;
    QCheckBox* singleKeys_;
};

} // namespace autochrome
