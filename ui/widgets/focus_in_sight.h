#pragma once

class QScrollArea;

namespace autochrome {

/// Keeps the field that has the focus in sight while what is scrolled grows or the area gets
/// smaller: rows that are filled from the background would push it out under the hands of whoever
/// types. A field that somebody has scrolled away from stays where it is.
/// @param area  has its widget already
void keepFocusInSight(QScrollArea* area);

} // namespace autochrome
