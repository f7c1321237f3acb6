// The same photo with other tones, which takes the place of the one that is seen.

#include "ui/viewer/compared_pictures.h"

#include <utility>

namespace autochrome {

void ComparedPictures::retone(std::shared_ptr<const Photo> photo)
{
    const bool isSame = photo && photo_ && photo->pixels.size() == photo_->pixels.size();
    if (!isSame || !pyramid_) {
        setPhoto(std::move(photo));
        return;
    }
    announced_ = false;
    if (toned_)
        tonedNext_ = std::move(photo);
    else
        toned_ = newPicture(std::move(photo));
    order();
}

const std::shared_ptr<const Photo>& ComparedPictures::tonedPhoto() const
{
    return std::get<std::shared_ptr<const Photo>>(toned_->after);
}

bool ComparedPictures::isOf(const Picture& picture, const std::shared_ptr<const Photo>& photo) const
{
    const auto* rendering = std::get_if<Rendering>(&picture.after);
    return rendering && rendering->before() == photo;
}

void ComparedPictures::showToned()
{
    cache_.removePicture(beforeId_);
    beforeId_ = toned_->id;
    beforeBase_ = toned_->base;
    pyramid_ = toned_->pyramid ? toned_->pyramid : pyramid_; // there may be no memory for it
    photo_ = tonedPhoto();
    toned_.reset();
    if (tonedNext_)
        toned_ = newPicture(std::exchange(tonedNext_, nullptr));
    before_.invalidate();
    Q_EMIT changed(Side::Before, wholePhoto());
    if (coming_ && isOf(*coming_, photo_)) {
        showComing();
        return;
    }
    // One that was begun for other tones is made again, or gives way to a later one.
    if (coming_ && std::holds_alternative<Rendering>(coming_->after)) {
        cache_.removePicture(coming_->id);
        After latest = afterComing_ ? std::move(*afterComing_) : std::move(coming_->after);
        afterComing_.reset();
        coming_ = newPicture(std::move(latest));
    }
    order();
}

} // namespace autochrome
