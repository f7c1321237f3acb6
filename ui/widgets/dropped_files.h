#pragma once

#include <QStringList>

class QMimeData;

namespace autochrome {

/// Files and folders of this machine that are dragged or dropped; nothing else that may be in it.
QStringList droppedFiles(const QMimeData* data);

} // namespace autochrome
