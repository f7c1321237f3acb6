#include "ui/document/photo_document.h"

#include "core/edit/tone/tone_stage.h"
#include "ui/widgets/path_names.h"

#include <QFileInfo>

namespace autochrome {

PhotoDocument::PhotoDocument(const QString& path, ColorizerService* service, QThreadPool* pool,
                             QObject* parent)
    : QObject(parent), path_(path), development_(path, &recipe_, service, pool)
{
    using From = PhotoDevelopment;
    using To = PhotoDocument;
    connect(&development_, &From::photoChanged, this, &To::photoChanged);
    connect(&development_, &From::beforeChanged, this, &To::beforeChanged);
    connect(&development_, &From::tonesChanged, this, &To::tonesChanged);
    connect(&development_, &From::renderingChanged, this, &To::renderingChanged);
    connect(&development_, &From::repairChanged, this, &To::repairChanged);
    connect(&development_, &From::luminanceMeasured, this, &To::luminanceMeasured);
    connect(&development_, &From::recipeLookedUp, this, &To::recipeLookedUp);
    connect(&development_, &From::workChanged, this, &To::workChanged);
    connect(&development_, &From::readFailed, this, &To::readFailed);
    connect(&development_, &From::colourFailed, this, &To::onColourFailed);
    connect(&development_, &From::resultFailed, this, &To::resultFailed);
    connect(&development_, &From::succeeded, this, [this] { setProblem(std::nullopt); });
    connect(&development_, &From::thumbnailMade, this, &To::takeThumbnail);
    connect(&recipe_, &EditedRecipe::begun, this, &To::recipeChanged);
    connect(&recipe_, &EditedRecipe::edited, this, &To::onEdited);
}

QString PhotoDocument::name() const
{
    return shownName(QFileInfo(path_).fileName());
}

Repair PhotoDocument::repair() const
{
    const auto& prepared = development_.laid().prepared;
    return prepared ? prepared->repair : Repair();
}

void PhotoDocument::setThumbnail(const QImage& thumbnail)
{
    if (thumbnail.isNull() || rendering() || result())
        return;
    takeThumbnail(thumbnail);
}

void PhotoDocument::takeThumbnail(const QImage& thumbnail)
{
    thumbnail_ = thumbnail;
    Q_EMIT thumbnailChanged();
}

void PhotoDocument::setProblem(const std::optional<Error>& problem)
{
    if (!problem && !problem_)
        return;
    problem_ = problem;
    Q_EMIT stateChanged();
}

bool PhotoDocument::isExported() const
{
    return exported_ == recipe() && (!rendering() || rendering()->model().sha256 == exportedModel_);
}

void PhotoDocument::setExported(const Rendering& rendering)
{
    exported_ = rendering.recipe();
    exportedModel_ = rendering.model().sha256;
    Q_EMIT stateChanged();
}

void PhotoDocument::onEdited()
{
    development_.wantRecipe(); // whoever changes something wants to see it
    Q_EMIT recipeChanged();
    development_.follow();
}

void PhotoDocument::onColourFailed(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        setProblem(error);
    Q_EMIT colourFailed(error);
}

} // namespace autochrome
