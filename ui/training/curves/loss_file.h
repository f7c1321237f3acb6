#pragma once

#include "core/base/error.h"
#include "core/learn/loop/loss_table.h"

#include <QString>
#include <vector>

namespace autochrome {

/// Reads the table of a training's steps (losses.csv). It may be growing: a last line without its
/// end is left out, and so is a row that is damaged.
/// Errors: NotFound, Unreadable; UnsupportedFormat if the first line is not that of such a table.
Result<std::vector<LossRow>> readLosses(const QString& path);

} // namespace autochrome
