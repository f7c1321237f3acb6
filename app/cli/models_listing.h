#pragma once

namespace autochrome::cli {

/// Prints the models that are there, the default first, with the collections that have them for
/// their own. @returns the exit status
/// @param json  one object per model and line
int listModels(bool json);

/// Prints the encoders of the library. @returns the exit status
int listEncoders(bool json);

} // namespace autochrome::cli
