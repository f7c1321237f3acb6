#pragma once

#include "core/base/parameter.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
#include <string_view>

class QLabel;
class QToolButton;

namespace autochrome {

/// One value of a training, to look at and to change: its name, an editor, and, where it is not as
/// usual, a mark and a button that puts it back.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    using Choices = QList<QPair<QString, QString>>; ///< text, value

    /// @param facts  the row of a table. A number whose `low` and `high` differ is a slider between
    ///               them that reads the number itself; one in "%1 %" is a share, shown as 0 to
    ///               100 %; one without a step is stepped through 1, 2, 5, 10, ...
    explicit SettingRow(const ParameterFacts& facts, QWidget* parent = nullptr);

    std::string_view key() const { return facts_.key; }
    const ParameterValue& value() const { return value_; }
    void setValue(const ParameterValue& value); ///< without edited()

    /// The value that is not marked.
    void setUsual(const ParameterValue& usual);
    bool isChanged() const { return usual_ && value_ != *usual_; }

    /// What there is to choose from; the value, which it has by then, stays.
    void setChoices(const Choices& choices);
    /// Takes over what is being typed.
    void commit();

    QWidget* editor() const { return editor_; }
    QToolButton* putBackButton() const { return putBack_; }

Q_SIGNALS:
    void edited(std::string_view key, const autochrome::ParameterValue& value);

private:
    QWidget* makeEditor();
    QWidget* makeWhole();
    QWidget* makeNumber();
    QWidget* makeSwitch();
    QWidget* makeChoice();
    QWidget* makeDigits();
    QWidget* makeSlider();
    void build();
    bool isSlider() const;
    bool isShare() const;
    QString suffix() const;
    QString shown(const ParameterValue& value) const;
    void edit(const ParameterValue& value);
    void mark();

    ParameterFacts facts_;
    Choices choices_;
    ParameterValue value_;
    std::optional<ParameterValue> usual_;
    QLabel* name_ = nullptr; ///< null where the editor names itself
    QWidget* editor_ = nullptr;
    QToolButton* putBack_;
    std::function<void(const ParameterValue&)> show_;
    /// Hears the fields. A field that loses the focus while its window is taken apart still tells
    /// what was being typed: this is gone by then.
    QObject listener_;
};

} // namespace autochrome
