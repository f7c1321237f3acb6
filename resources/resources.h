#pragma once

/// Makes the icons that are compiled into a static library known to Qt. Call once, after which
/// ":/icons/<name>.svg" can be read. In the global namespace because Qt's macro demands it.
void initAutochromeResources();
