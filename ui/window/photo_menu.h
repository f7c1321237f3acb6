#pragma once

namespace autochrome {

class Actions;
class FilmStrip;
class PhotoDocument;
class PhotoSession;
class PhotoView;

/// Lets a right click (or the menu key) open a menu over the photo, with the actions that are in
/// the menu bar too.
void addPhotoMenu(PhotoView* view, const Actions& actions);

/// Likewise over the photos of the strip, for the one under the pointer.
void addStripMenu(FilmStrip* strip, PhotoSession* session);

} // namespace autochrome
