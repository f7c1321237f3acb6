#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace autochrome {

class SleepInhibitor;

/// "Keep the computer awake", which the settings remember, and whether that could be done.
class AwakeBox : public QWidget
{
    Q_OBJECT

public:
    /// @param inhibitor  becomes a child of this
    explicit AwakeBox(SleepInhibitor* inhibitor, QWidget* parent = nullptr);

    void setRunning(bool running); ///< only then is the computer kept awake

    QCheckBox* box() const { return box_; }
    QLabel* word() const { return word_; }
    SleepInhibitor* inhibitor() const { return inhibitor_; }

private:
    void apply();
    void tell();

    SleepInhibitor* inhibitor_;
    QCheckBox* box_;
    QLabel* word_;
    bool isRunning_ = false;
};

} // namespace autochrome
