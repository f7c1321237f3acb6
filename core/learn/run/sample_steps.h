#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace autochrome::inline learn {

/// The steps whose pictures lie in a folder of samples (see SampleFolder), ascending.
std::vector<std::int64_t> sampleStepsIn(const std::filesystem::path& folder);

} // namespace autochrome::inline learn
