#include "ui/training/setup/setting_row.h"

#include "core/learn/loop/settings_check.h"
#include "ui/tools/slider_row.h"
#include "ui/training/setup/number_box.h"
#include "ui/widgets/icon_theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

constexpr int editorCharacters = 15; // width of an editor

QString withoutMnemonic(QString name)
{
    return name.remove(u'&');
}

} // namespace

bool isSame(const QJsonValue& one, const QJsonValue& other)
{
    return one.isDouble() && other.isDouble() ? one.toDouble() == other.toDouble() : one == other;
}

SettingRow::SettingRow(Spec spec, QWidget* parent)
    : QWidget(parent), spec_(std::move(spec)), putBack_(new QToolButton)
{
    if (const SettingRange* range = settingRange(spec_.key.toStdString());
        range && spec_.most <= spec_.least) {
        spec_.least = range->least;
        spec_.most = range->most;
        spec_.step = range->multipleOf > 0 ? range->multipleOf : spec_.step;
    }
    const QString name = withoutMnemonic(spec_.name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    editor_ = makeEditor();
    const bool namesItself = spec_.kind == Kind::Switch || spec_.kind == Kind::Slider;
    if (namesItself) {
        layout->addWidget(editor_, 1);
    } else {
        name_ = new QLabel(spec_.name);
        name_->setWordWrap(true);
        name_->setBuddy(editor_);
        name_->setToolTip(spec_.help);
        editor_->setFixedWidth(fontMetrics().averageCharWidth() * editorCharacters + 40);
        layout->addWidget(name_, 1);
        layout->addWidget(editor_);
    }
    if (spec_.kind == Kind::Slider)
        name_ = editor_->findChild<QLabel*>();
    editor_->setToolTip(spec_.help);
    editor_->setAccessibleName(name);
    editor_->setAccessibleDescription(spec_.help);
    editor_->setObjectName(spec_.key);

    putBack_->setIcon(themedIcon("reset"));
    putBack_->setAutoRaise(true);
    putBack_->setIconSize({14, 14});
    putBack_->setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy = putBack_->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // editors stay below each other
    putBack_->setSizePolicy(policy);
    putBack_->hide();
    layout->addWidget(putBack_, 0, spec_.kind == Kind::Slider ? Qt::AlignTop : Qt::AlignVCenter);
    connect(putBack_, &QToolButton::clicked, this, [this] {
        const QJsonValue usual = usual_;
        setValue(usual);
        editor_->setFocus();
        Q_EMIT edited(spec_.key, usual);
    });
}

QWidget* SettingRow::makeEditor()
{
    switch (spec_.kind) {
    case Kind::Whole:
        return makeWhole();
    case Kind::Number:
    case Kind::Rate:
    case Kind::Percent:
        return makeNumber();
    case Kind::Switch:
        return makeSwitch();
    case Kind::Choice:
        return makeChoice();
    case Kind::Digits:
        return makeDigits();
    case Kind::Slider:
        break;
    }
    return makeSlider();
}

QWidget* SettingRow::makeWhole()
{
    auto* box = new QSpinBox;
    box->setRange(int(spec_.least), int(spec_.most));
    box->setSingleStep(int(spec_.step));
    box->setSuffix(spec_.suffix);
    box->setSpecialValueText(spec_.zero);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // 128 is one edit, not three
    show_ = [box](const QJsonValue& value) {
        const QSignalBlocker quiet(box);
        box->setValue(int(value.toDouble()));
    };
    const SettingRange* range = settingRange(spec_.key.toStdString());
    const int multiple = range ? range->multipleOf : 0;
    connect(box, &QSpinBox::valueChanged, this, [this, multiple](int value) {
        edit(multiple > 0 ? (value + multiple / 2) / multiple * multiple : value);
    });
    return box;
}

QWidget* SettingRow::makeNumber()
{
    auto* box =
        new NumberBox(spec_.kind == Kind::Rate ? NumberBox::Steps::Scaled : NumberBox::Steps::Even);
    const double scale = spec_.kind == Kind::Percent ? 100 : 1;
    box->setRange(spec_.least * scale, spec_.most * scale);
    box->setSingleStep(spec_.kind == Kind::Percent ? 5 : spec_.step);
    box->setSuffix(spec_.kind == Kind::Percent ? tr(" %") : spec_.suffix);
    box->setSpecialValueText(spec_.zero);
    box->setKeyboardTracking(false);
    show_ = [box, scale](const QJsonValue& value) {
        const QSignalBlocker quiet(box);
        box->setValue(value.toDouble() * scale);
    };
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, scale](double value) {
        edit(QString::number(value / scale, 'g', 12).toDouble());
    });
    return box;
}

QWidget* SettingRow::makeSwitch()
{
    auto* box = new QCheckBox(spec_.name);
    show_ = [box](const QJsonValue& value) {
        const QSignalBlocker quiet(box);
        box->setChecked(value.toBool());
    };
    connect(box, &QCheckBox::toggled, this, [this](bool isOn) { edit(isOn); });
    return box;
}

QWidget* SettingRow::makeChoice()
{
    auto* box = new QComboBox;
    for (const auto& [text, value] : spec_.choices)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    show_ = [box](const QJsonValue& value) {
        // A device that is not there today stays chosen.
        if (box->findData(value.toString()) < 0)
            box->addItem(value.toString(), value.toString());
        box->setCurrentIndex(box->findData(value.toString()));
    };
    connect(box, &QComboBox::activated, this, [this, box] { edit(box->currentData().toString()); });
    return box;
}

QWidget* SettingRow::makeDigits()
{
    auto* field = new QLineEdit;
    field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), field));
    show_ = [field](const QJsonValue& value) {
        field->setText(QString::number(value.toInteger()));
    };
    connect(field, &QLineEdit::editingFinished, this,
            [this, field] { edit(QJsonValue(field->text().toLongLong())); });
    return field;
}

QWidget* SettingRow::makeSlider()
{
    auto* row = new SliderRow(spec_.name, spec_.help,
                              {.minimum = spec_.least,
                               .maximum = spec_.most,
                               .step = spec_.step,
                               .reset = 0.9,
                               .resettable = false}); // this row has a button of its own
    row->layout()->setContentsMargins(0, 0, 0, 0);
    show_ = [row](const QJsonValue& value) { row->setValue(value.toDouble()); };
    connect(row, &SliderRow::edited, this, [this](double value) { edit(value); });
    return row;
}

void SettingRow::setValue(const QJsonValue& value)
{
    value_ = value;
    show_(value);
    mark();
}

void SettingRow::setUsual(const QJsonValue& usual)
{
    usual_ = usual;
    mark();
}

bool SettingRow::isChanged() const
{
    return !usual_.isNull() && !isSame(value_, usual_);
}

void SettingRow::setChoices(const QList<QPair<QString, QString>>& choices)
{
    spec_.choices = choices;
    auto* box = qobject_cast<QComboBox*>(editor_);
    box->clear();
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    show_(value_);
    mark();
}

void SettingRow::commit()
{
    for (auto* box : findChildren<QAbstractSpinBox*>())
        box->interpretText();
    if (auto* field = qobject_cast<QLineEdit*>(editor_); field && field->isModified())
        edit(QJsonValue(field->text().toLongLong()));
}

void SettingRow::edit(const QJsonValue& value)
{
    const bool isNew = !isSame(value, value_);
    setValue(value); // also shows what became of it
    if (isNew)
        Q_EMIT edited(spec_.key, value);
}

QString SettingRow::shown(const QJsonValue& value) const
{
    if (value.isBool())
        return value.toBool() ? tr("on") : tr("off");
    if (value.isString()) {
        for (const auto& [text, data] : spec_.choices)
            if (data == value.toString())
                return text;
        return value.toString();
    }
    if (value.toDouble() == 0 && !spec_.zero.isEmpty())
        return spec_.zero;
    const bool isShare = spec_.kind == Kind::Percent;
    const double number =
        QString::number(value.toDouble() * (isShare ? 100 : 1), 'g', 12).toDouble();
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest) +
           (isShare ? tr(" %") : spec_.suffix);
}

void SettingRow::mark()
{
    const bool changed = isChanged();
    putBack_->setVisible(changed);
    QWidget* marked = name_ ? static_cast<QWidget*>(name_) : editor_;
    QFont font = marked->font();
    font.setBold(changed);
    marked->setFont(font);
    const QString back = tr("Put back to %1").arg(shown(usual_));
    putBack_->setToolTip(back);
    putBack_->setAccessibleName(
        tr("%1: put back to %2").arg(withoutMnemonic(spec_.name), shown(usual_)));
}

} // namespace autochrome
