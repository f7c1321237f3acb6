#include "ui/training/setup/problem_line.h"

#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace autochrome {

namespace {
constexpr int longestWord = 30; // on a button
} // namespace

ProblemLine::ProblemLine(const SetUpProblem& problem, QWidget* parent)
    : QWidget(parent), problem_(problem)
{
    auto* sentence = new BreakingLabel(problem.sentence);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(sentence);
    if (const QString text = remedyText(); !text.isEmpty()) {
        button_ = new QPushButton(text);
        button_->setAutoDefault(false);
        button_->setAccessibleDescription(problem.sentence);
        texts->addWidget(button_, 0, Qt::AlignLeft);
        connect(button_, &QPushButton::clicked, this, [this] { Q_EMIT remedyWanted(problem_); });
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(8);
    layout->addWidget(new IconLabel(themedIcon(problem.blocks ? "error" : "warning")), 0,
                      Qt::AlignTop);
    layout->addLayout(texts, 1);
    setAccessibleName(problem.sentence);
}

QString ProblemLine::remedyText() const
{
    using Remedy = SetUpProblem::Remedy;
    switch (problem_.remedy) {
    case Remedy::SmallerBatch:
        return tr("Use a batch of %1").arg(problem_.number);
    case Remedy::SmallerCrops:
        return tr("Use crops of %1 px").arg(problem_.number);
    case Remedy::LastModel:
        return tr("Keep the last model instead of the best");
    case Remedy::ModelsNetwork:
        return tr("Use its network");
    case Remedy::OtherName:
        return tr("Call it “%1”")
            .arg(shortenedName(problem_.word, longestWord).replace(u'&', QStringLiteral("&&")));
    case Remedy::None:
        break;
    }
    return {};
}

} // namespace autochrome
