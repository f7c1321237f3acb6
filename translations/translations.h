#pragma once

/// Makes the compiled-in translations known to Qt. Call once, after which
/// ":/translations/autochrome_<language>.qm" can be read. In the global namespace because Qt's
/// macro demands it.
void initAutochromeTranslations();
