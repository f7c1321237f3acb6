#pragma once

namespace autochrome::inline learn {

/// Tells the C library to keep what one training step frees for the next one, which wants the same
/// again: otherwise every tensor's pages are given back to the system and cleared anew. For a
/// process that does nothing but train; its memory stays at the peak.
void keepMemoryBetweenSteps();

} // namespace autochrome::inline learn
