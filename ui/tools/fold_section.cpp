#include "ui/tools/fold_section.h"

#include "ui/widgets/icon_theme.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace autochrome {

FoldSection::FoldSection(const QString& id, const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent), id_(id), top_(new QHBoxLayout), header_(new QToolButton), content_(content)
{
    setTitle(title);
    header_->setCheckable(true);
    header_->setAutoRaise(true);
    header_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    header_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header_->setFocusPolicy(Qt::TabFocus);
    header_->setProperty("quietHeader", true); // no pressed look while it is open
    QFont bold = header_->font();
    bold.setBold(true);
    header_->setFont(bold);

    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 0, 4, 8);
    inset->addWidget(content_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    top_->setSpacing(4);
    top_->addWidget(header_, 1);
    layout->addLayout(top_);
    layout->addLayout(inset, 1); // takes the room when folded, so that the title stays on top

    connect(header_, &QToolButton::toggled, this, [this](bool open) { setFolded(!open); });
    header_->setChecked(true);
}

void FoldSection::setTitle(const QString& title)
{
    header_->setText(title);
    header_->setAccessibleName(title);
}

void FoldSection::setCorner(QWidget* widget)
{
    top_->addWidget(widget);
}

bool FoldSection::isFolded() const
{
    return !header_->isChecked();
}

void FoldSection::setFolded(bool folded)
{
    header_->setChecked(!folded);
    header_->setIcon(themedIcon(folded ? "fold" : "unfold"));
    header_->setAccessibleDescription(folded ? tr("Folded") : tr("Open"));
    content_->setVisible(!folded);
    Q_EMIT foldedChanged(folded);
}

} // namespace autochrome
