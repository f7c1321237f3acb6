#include "ui/training/setup/setting_row.h"

#include "ui/tools/parameter_editor.h"
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

namespace autochrome {
namespace {

constexpr int editorCharacters = 15; // width of an editor

double numberOf(const ParameterValue& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? double(*whole) : std::get<double>(value);
}

/// 0.35 again, where it has become 0.35000000000000003.
double inTwelveDigits(double value)
{
    return QString::number(value, 'g', 12).toDouble();
}

} // namespace

SettingRow::SettingRow(const ParameterFacts& facts, QWidget* parent)
    : QWidget(parent), facts_(facts), putBack_(new QToolButton)
{
    editor_ = makeEditor();
    build();
    connect(putBack_, &QToolButton::clicked, this, [this] {
        const ParameterValue usual = *usual_;
        setValue(usual);
        editor_->setFocus();
        Q_EMIT edited(key(), usual);
    });
}

void SettingRow::build()
{
    const QString name = wordsOf(facts_.row.title);
    const QString help = wordsOf(facts_.row.tip);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (facts_.kind == ParameterKind::Switch || isSlider()) {
        name_ = editor_->findChild<QLabel*>(); // a slider's
        layout->addWidget(editor_, 1);
    } else {
        name_ = new QLabel(name);
        name_->setWordWrap(true);
        name_->setBuddy(editor_);
        name_->setToolTip(help);
        editor_->setFixedWidth(fontMetrics().averageCharWidth() * editorCharacters + 40);
        layout->addWidget(name_, 1);
        layout->addWidget(editor_);
    }
    editor_->setToolTip(help);
    editor_->setAccessibleName(name);
    editor_->setAccessibleDescription(help);
    editor_->setObjectName(QString::fromLatin1(facts_.key));

    putBack_->setIcon(themedIcon("reset"));
    putBack_->setAutoRaise(true);
    putBack_->setIconSize({14, 14});
    putBack_->setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy = putBack_->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // editors stay below each other
    putBack_->setSizePolicy(policy);
    putBack_->hide();
    layout->addWidget(putBack_, 0, isSlider() ? Qt::AlignTop : Qt::AlignVCenter);
}

bool SettingRow::isSlider() const
{
    return facts_.row.low != facts_.row.high;
}

bool SettingRow::isShare() const
{
    return facts_.row.unit == std::string_view("%1 %");
}

QString SettingRow::suffix() const
{
    return wordsOf(facts_.row.unit).remove(QStringLiteral("%1"));
}

QWidget* SettingRow::makeEditor()
{
    switch (facts_.kind) {
    case ParameterKind::Whole:
        return facts_.range.isAny64 ? makeDigits() : makeWhole();
    case ParameterKind::Number:
        return isSlider() ? makeSlider() : makeNumber();
    case ParameterKind::Switch:
        return makeSwitch();
    case ParameterKind::Choice:
    case ParameterKind::Text:
    case ParameterKind::Numbers: // there is none
        break;
    }
    return makeChoice();
}

QWidget* SettingRow::makeWhole()
{
    const int multiple = facts_.range.multipleOf;
    auto* box = new QSpinBox;
    box->setRange(int(facts_.range.least), int(facts_.range.most));
    box->setSingleStep(multiple > 0 ? multiple : std::max(1, int(facts_.row.step)));
    box->setSuffix(suffix());
    box->setSpecialValueText(wordsOf(facts_.row.zero));
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // 128 is one edit, not three
    show_ = [box](const ParameterValue& value) {
        const QSignalBlocker quiet(box);
        box->setValue(int(numberOf(value)));
    };
    connect(box, &QSpinBox::valueChanged, &listener_, [this, multiple](int value) {
        edit(std::int64_t(multiple > 0 ? (value + multiple / 2) / multiple * multiple : value));
    });
    return box;
}

QWidget* SettingRow::makeNumber()
{
    const ParameterRow& row = facts_.row;
    auto* box = new NumberBox(row.step > 0 ? NumberBox::Steps::Even : NumberBox::Steps::Scaled);
    const double scale = isShare() ? 100 : 1;
    box->setRange(facts_.range.least * scale, facts_.range.most * scale);
    box->setSingleStep(row.step * scale);
    box->setSuffix(suffix());
    box->setSpecialValueText(wordsOf(row.zero));
    box->setKeyboardTracking(false);
    show_ = [box, scale](const ParameterValue& value) {
        const QSignalBlocker quiet(box);
        box->setValue(numberOf(value) * scale);
    };
    connect(box, &QDoubleSpinBox::valueChanged, &listener_,
            [this, scale](double value) { edit(inTwelveDigits(value / scale)); });
    return box;
}

QWidget* SettingRow::makeSwitch()
{
    auto* box = new QCheckBox(wordsOf(facts_.row.title));
    show_ = [box](const ParameterValue& value) {
        const QSignalBlocker quiet(box);
        box->setChecked(std::get<bool>(value));
    };
    connect(box, &QCheckBox::toggled, this, [this](bool isOn) { edit(isOn); });
    return box;
}

QWidget* SettingRow::makeChoice()
{
    auto* box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ParameterChoice& choice : facts_.choices)
        choices_.append({wordsOf(choice.title), QString::fromLatin1(choice.name)});
    for (const auto& [text, value] : choices_)
        box->addItem(text, value);
    show_ = [box](const ParameterValue& value) {
        const QString wanted = QString::fromStdString(std::get<std::string>(value));
        // A device that is not there today stays chosen.
        if (box->findData(wanted) < 0)
            box->addItem(wanted, wanted);
        box->setCurrentIndex(box->findData(wanted));
    };
    connect(box, &QComboBox::activated, this,
            [this, box] { edit(box->currentData().toString().toStdString()); });
    return box;
}

QWidget* SettingRow::makeDigits()
{
    auto* field = new QLineEdit;
    field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), field));
    show_ = [this, field](const ParameterValue& value) {
        field->setText(QString::fromStdString(facts_.toText(value)));
    };
    connect(field, &QLineEdit::editingFinished, &listener_,
            [this, field] { edit(std::int64_t(field->text().toLongLong())); });
    return field;
}

QWidget* SettingRow::makeSlider()
{
    const ParameterRow& facts = facts_.row;
    auto* row = new SliderRow(wordsOf(facts.title), wordsOf(facts.tip),
                              {.minimum = facts.low,
                               .maximum = facts.high,
                               .step = facts.step,
                               .reset = 0.9,
                               .resettable = false}); // this row has a button of its own
    row->layout()->setContentsMargins(0, 0, 0, 0);
    show_ = [row](const ParameterValue& value) { row->setValue(numberOf(value)); };
    connect(row, &SliderRow::edited, this, [this](double value) { edit(value); });
    return row;
}

void SettingRow::setValue(const ParameterValue& value)
{
    value_ = value;
    show_(value);
    mark();
}

void SettingRow::setUsual(const ParameterValue& usual)
{
    usual_ = usual;
    mark();
}

void SettingRow::setChoices(const Choices& choices)
{
    choices_ = choices;
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
        edit(std::int64_t(field->text().toLongLong()));
}

void SettingRow::edit(const ParameterValue& value)
{
    const bool isNew = value != value_;
    setValue(value); // also shows what became of it
    if (isNew)
        Q_EMIT edited(key(), value);
}

QString SettingRow::shown(const ParameterValue& value) const
{
    if (const bool* isOn = std::get_if<bool>(&value))
        return *isOn ? tr("on") : tr("off");
    if (const auto* name = std::get_if<std::string>(&value)) {
        QString wanted = QString::fromStdString(*name);
        for (const auto& [text, data] : choices_)
            if (data == wanted)
                return text;
        return wanted;
    }
    if (numberOf(value) == 0 && *facts_.row.zero)
        return wordsOf(facts_.row.zero);
    const double number = inTwelveDigits(numberOf(value) * (isShare() ? 100 : 1));
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest) + suffix();
}

void SettingRow::mark()
{
    const bool changed = isChanged();
    putBack_->setVisible(changed);
    QWidget* marked = name_ ? static_cast<QWidget*>(name_) : editor_;
    QFont font = marked->font();
    font.setBold(changed);
    marked->setFont(font);
    if (!usual_)
        return;
    const QString back = shown(*usual_);
    putBack_->setToolTip(tr("Put back to %1").arg(back));
    putBack_->setAccessibleName(tr("%1: put back to %2").arg(wordsOf(facts_.row.title), back));
}

} // namespace autochrome
