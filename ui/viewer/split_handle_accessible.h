#pragma once

namespace autochrome {

class SplitHandle;

/// Makes handles known to assistive technology as sliders from 0 to 100 %. Once is enough; more
/// often does no harm.
void installSplitHandleAccessibility();

/// Tells assistive technology that a handle has moved.
void announceSplitHandleValue(SplitHandle* handle);

} // namespace autochrome
