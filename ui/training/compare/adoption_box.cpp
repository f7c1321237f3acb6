#include "ui/training/compare/adoption_box.h"

#include "core/base/text.h"
#include "core/models/default_model.h"
#include "core/models/model_store.h"
#include "core/network/model_file.h"
#include "ui/settings/settings.h"
#include "ui/widgets/background.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/focus_keeper.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace autochrome {

namespace {

/// @param sha256  of its weights when it was looked at; a training that goes on may replace it
/// @returns the name that the model has in the library
Result<std::string> addModel(const std::filesystem::path& model, const std::string& sha256)
{
    const auto file = addToLibrary(model);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto card = readModelCard(*file);
    if (!card)
        return tl::make_unexpected(card.error());
    if (card->weightsSha256 != sha256)
        return failure(ErrorCode::ModelInvalid,
                       AdoptionBox::tr("The model “%1” has changed since it was compared.")
                           .arg(QString::fromStdString(card->name))
                           .toStdString());
    return card->name;
}

/// @param chosen  the model that the person had chosen by name in place of the default, so that
///                going back leads to it; may be empty
Result<std::string> adopt(const std::filesystem::path& model, const std::string& sha256,
                          const std::string& chosen)
{
    auto name = addModel(model, sha256);
    if (!name)
        return name;
    if (!chosen.empty())
        (void)setDefaultModel(chosen); // one that is gone is nothing to go back to
    if (const auto done = setDefaultModel(*name); !done)
        return tl::make_unexpected(done.error());
    return name;
}

QString shown(const std::string& name)
{
    return QString::fromStdString(name);
}

constexpr int longestOnButton = 30;

} // namespace

AdoptionBox::AdoptionBox(QWidget* parent)
    : QWidget(parent),
      state_(new BreakingLabel),
      use_(new QPushButton(tr("&Use this model"))),
      add_(new QPushButton(tr("Add to the &library only"))),
      keep_(new QPushButton(tr("&Keep the old one"))),
      back_(new QPushButton)
{
    pool_.setMaxThreadCount(1);
    state_->setFocusPolicy(Qt::StrongFocus);
    use_->setIcon(themedIcon("done"));
    back_->setIcon(themedIcon("undo"));
    use_->setToolTip(tr("It is added to the library and used from now on."));
    add_->setToolTip(tr("It is added to the library; the model in use stays the same."));
    keep_->setToolTip(tr("Nothing changes; the new model stays in the training's folder."));
    for (QPushButton* button : {use_, add_, keep_, back_})
        button->setAutoDefault(false);

    // Two by two: three words long side by side do not fit a narrow panel.
    auto* buttons = new QGridLayout;
    buttons->setHorizontalSpacing(8);
    buttons->setVerticalSpacing(6);
    buttons->addWidget(use_, 0, 0);
    buttons->addWidget(keep_, 0, 1);
    buttons->addWidget(add_, 1, 0);
    buttons->addWidget(back_, 1, 1);
    buttons->setColumnStretch(2, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(state_);
    layout->addLayout(buttons);

    connect(use_, &QPushButton::clicked, this, &AdoptionBox::use);
    connect(add_, &QPushButton::clicked, this, &AdoptionBox::add);
    connect(keep_, &QPushButton::clicked, this, &AdoptionBox::keep);
    connect(back_, &QPushButton::clicked, this, &AdoptionBox::goBack);
    showState();
}

void AdoptionBox::setModel(const std::filesystem::path& model, const std::string& name,
                           const std::string& sha256)
{
    model_ = model;
    name_ = name;
    sha256_ = sha256;
    done_.clear();
    showState();
}

void AdoptionBox::setLibrary(const LibraryState& library)
{
    library_ = library;
    showState();
}

template <class Work, class Done>
void AdoptionBox::run(Work work, Done done)
{
    if (isBusy_)
        return;
    isBusy_ = true;
    showState();
    runInBackground(
        &pool_, this,
        [work = std::move(work)] {
            Result<std::string> name = work();
            return Outcome{std::move(name), readLibraryState()};
        },
        [this, done = std::move(done)](const Outcome& outcome) {
            isBusy_ = false;
            library_ = outcome.library;
            if (outcome.name)
                done(shown(*outcome.name));
            showState();
            if (!outcome.name)
                Q_EMIT problem(shown(inWords(outcome.name.error().message)),
                               shown(outcome.name.error().detail));
        });
}

void AdoptionBox::use()
{
    const std::string chosen = settingValue(setting::model).toStdString();
    run([model = model_, sha256 = sha256_, chosen] { return adopt(model, sha256, chosen); },
        [this](const QString& name) {
            // A model chosen by name would go before the default.
            setSetting(setting::model, QString());
            done_.clear();
            Q_EMIT adopted(name);
        });
}

void AdoptionBox::add()
{
    run([model = model_, sha256 = sha256_] { return addModel(model, sha256); },
        [this](const QString& name) {
            done_ =
                tr("“%1” is in the library; “%2” stays the model in use.").arg(name, nameInUse());
            Q_EMIT added(name);
            Q_EMIT kept();
        });
}

void AdoptionBox::keep()
{
    done_ = tr("“%1” stays the model in use.").arg(nameInUse());
    showState();
    Q_EMIT kept();
}

void AdoptionBox::goBack()
{
    run(
        [] {
            return rollBackDefaultModel().map([](const ModelEntry& model) { return model.name; });
        },
        [this](const QString& name) {
            done_ = tr("“%1” is the model in use again.").arg(name);
            Q_EMIT rolledBack(name);
        });
}

// A model that was chosen by name goes before the default.
QString AdoptionBox::nameInUse() const
{
    const QString chosen = settingValue(setting::model);
    return chosen.isEmpty() ? shown(library_.defaultName) : chosen;
}

bool AdoptionBox::isUsed() const
{
    return !sha256_.empty() && library_.defaultSha256 == sha256_ &&
           nameInUse() == shown(library_.defaultName);
}

void AdoptionBox::showState()
{
    const bool isThere = !model_.empty() && !sha256_.empty();
    const FocusKeeper keeper({use_, add_, keep_, back_}, state_);
    for (QPushButton* button : {use_, add_, keep_}) {
        button->setVisible(!isUsed());
        button->setEnabled(isThere && !isBusy_);
    }
    back_->setVisible(isUsed() && library_.canGoBack);
    back_->setEnabled(!isBusy_);
    back_->setText(
        library_.backName.empty()
            ? tr("&Go back")
            : tr("&Go back to “%1”").arg(shortenedName(shown(library_.backName), longestOnButton)));
    const QString inUse = nameInUse();
    if (isUsed())
        state_->setText(tr("“%1” is the model in use.").arg(inUse));
    else if (!done_.isEmpty())
        state_->setText(done_);
    else if (isThere)
        state_->setText(inUse.isEmpty() ? tr("No model is in use yet.")
                                        : tr("The model in use is “%1”.").arg(inUse));
    else
        state_->clear();
    state_->setVisible(!state_->text().isEmpty());
}

} // namespace autochrome
