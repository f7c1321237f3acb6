#pragma once

namespace autochrome {

/// How often the main thread has looked at a file (stat and the like) since the program began.
int looksAtFiles();

} // namespace autochrome
