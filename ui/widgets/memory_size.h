#pragma once

#include <QtGlobal>

namespace autochrome {

/// Main memory of this machine, bytes; within a container, what the container may use.
qint64 physicalMemory();

} // namespace autochrome
